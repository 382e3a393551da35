// Names in a file from outside that become keys of objects. Counterpart: event-schema.ts, state-schema.ts. Rule: a name
// that every object already answers to (`__proto__`, `constructor`) is none.

import { z } from '../schema.ts';

const NAME_CHARACTERS = 400;

/** By hand where there are thousands at a time, a page of events or a state: a schema takes ten times as long. */
export const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= NAME_CHARACTERS &&
  // What has a dot, as hosts and ids have, is nothing that objects answer to; to find one takes less than to look it up.
  (value.includes('.') || !(value in Object.prototype));
export const isCount = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;

export const name = z.custom<string>(isName, 'must be a name');
export const text = z.string();
export const count = z.number().min(0);
export const names = z.array(name);
export const side = z.enum(['client', 'server']);
export const endPoint = z.object({ host: name, address: text, port: count });
export const bytesRef = z.object({ at: count, length: count });
export const replyText = z.object({ code: z.number(), enhanced: text.exactOptional(), text });
export const ancestor = z.object({ host: name, queueId: name });
export const standing = z.enum(['witnessed', 'verified', 'claimed']);
export const lineage = z.enum(['submit', 'relay', 'split', 'expand', 'forward', 'list', 'bounce', 'reinject']);
export const protocol = z.enum(['smtp', 'submission', 'lmtp', 'pop3', 'imap', 'raw']);
export const door = z.object({
  as: name,
  host: name,
  port: count,
  service: text,
  local: count,
  problem: text.exactOptional(),
});

const octets = count.exactOptional();
export const fileWork = z.object({
  steps: z.array(
    z.object({
      act: z.enum(['read', 'created', 'appended', 'rewritten', 'renamed', 'removed']),
      file: text,
      octets,
      to: text.exactOptional(),
    }),
  ),
  count: z.object({
    ...{ read: octets, created: octets, appended: octets, rewritten: octets, renamed: octets, removed: octets },
  }),
  read: count,
  written: count,
});
