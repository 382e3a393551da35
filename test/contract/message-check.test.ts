// What is checked by hand of a letter is what a schema would check: of a sound one, and of the same with one thing wrong.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cloneJson } from '../../contract/clone.ts';
import type { MessageState } from '../../contract/fold/state.ts';
import { z } from '../../contract/schema.ts';
import { isMessage } from '../../contract/session/message-check.ts';
import { ancestor, count, lineage, name, names, standing, text } from '../../contract/session/names.ts';

const field = z.object({ name: text, raw: text, standing, host: name, by: count, was: name.exactOptional() });
const hop = z.object({
  host: name,
  queueId: name.exactOptional(),
  conn: name.exactOptional(),
  arrived: names,
  stamped: names,
});
const entry = z.object({
  host: name,
  queueId: name,
  kind: lineage,
  parents: z.array(ancestor),
  outcome: text.exactOptional(),
});
const schema = z.object({
  fields: z.record(name, field),
  hops: z.array(hop),
  entries: z.array(entry),
  reversePath: text,
  recipients: z.array(text),
  delivered: z.array(z.object({ host: name, mailbox: name, uid: count, fields: names })),
}) satisfies z.ZodType<MessageState>;

const SOUND: MessageState = {
  fields: {
    f1: { name: 'Subject', raw: 'Subject: x\r\n', standing: 'claimed', host: 'laptop.campus.example', by: 7 },
    f2: { name: 'Subject', raw: 'Subject: y\r\n', standing: 'verified', host: 'lists.example', by: 9, was: 'f1' },
  },
  hops: [
    { host: 'submit.campus.example', queueId: 'Q1', conn: 'c1', arrived: ['f1'], stamped: ['f1', 'f2'] },
    { host: 'mail.harbor.example', arrived: ['f2'], stamped: [] },
  ],
  entries: [
    { host: 'submit.campus.example', queueId: 'Q1', kind: 'submit', parents: [] },
    {
      host: 'lists.example',
      queueId: 'Q2',
      kind: 'list',
      parents: [{ host: 'submit.campus.example', queueId: 'Q1' }],
      outcome: 'sent',
    },
  ],
  reversePath: '',
  recipients: ['bob@harbor.example'],
  delivered: [{ host: 'mail.harbor.example', mailbox: 'bob@harbor.example', uid: 1, fields: ['f2'] }],
};

/** Every place in `value`, as the keys that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function put(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const at = root as Record<string, unknown>;
  const set = put(at[key], rest, value);
  // JSON knows no holes in a list, and __proto__ as a key like any other.
  if (set === undefined && Array.isArray(root)) root.splice(Number(key), 1);
  else if (set === undefined) delete at[key];
  else Object.defineProperty(at, key, { value: set, enumerable: true, configurable: true, writable: true });
  return root;
}

const wrong = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '__proto__', 'constructor', '', 'x'.repeat(401), -1, 0, Infinity, [], {}),
  fc.jsonValue(),
);

test('the same as a schema, whatever stands anywhere', () => {
  expect(isMessage(SOUND)).toBe(true);
  const places = placesIn(SOUND);
  fc.assert(
    fc.property(fc.constantFrom(...places), wrong, (place, value) => {
      const letter = put(cloneJson(SOUND), place, value);
      expect(isMessage(letter)).toBe(schema.safeParse(letter).success);
    }),
    { numRuns: 2000 },
  );
});

test('a field by the name of what every object has is none', () => {
  const letter = put(cloneJson(SOUND), ['fields', '__proto__'], SOUND.fields['f1']);
  expect(isMessage(letter)).toBe(false);
  expect(isMessage({ ...SOUND, fields: [] })).toBe(false);
});
