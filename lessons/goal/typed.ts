// typed: a line that a person typed, also one that no server has seen yet because it went into a letter. Counterpart:
// `shell.input` for the in-app shell; for a door, the bytes of a letter that was never ended.
//   typed: { line: { matches: '\S\.$' }, inside: letter }

import { z } from '../../contract/schema.ts';
import type { LetterFacts, Quote, Sighting } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const schema = z.strictObject({
  line: valueTestSchema,
  /** `letter`: between 354 and a dot that hasn't come; `shell`: at a prompt or as a command. */
  inside: z.enum(['letter', 'shell']),
  /** The host whose shell it was typed into. */
  at: z.string().max(253).optional(),
});
type Spec = z.output<typeof schema>;

export const typed = defineMatcher<Spec, { found?: Quote }>({
  name: 'typed',
  schema: () => schema,
  start: () => ({}),
  fold(state, sighting, spec) {
    if (state.found) return state;
    const line = linesOf(sighting, spec).find((one) => passes(one, spec.line));
    return line === undefined ? state : { found: { seq: sighting.seq, from: 'client', text: quoted(line) } };
  },
  verdict: ({ found }) => (found ? met(found) : unmet('typed.notYet')),
  reads: ({ inside }) => (inside === 'letter' ? ['wire'] : []),
});

function linesOf(sighting: Sighting, { inside, at }: Spec): string[] {
  if (sighting.kind === 'typed') {
    const fits = sighting.inData === (inside === 'letter') && (at === undefined || sighting.host === at);
    return fits ? [sighting.text] : [];
  }
  if (sighting.kind !== 'letter' || inside !== 'letter') return [];
  const wire = sighting.letter.wires.find(isUnended);
  return wire?.bytes?.split('\r\n') ?? [];
}

function isUnended({ bytes }: LetterFacts['wires'][number]): boolean {
  return bytes !== undefined && !/(?:^|\r\n)\.\r\n$/.test(bytes);
}
