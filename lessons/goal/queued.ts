// queued: what a server's queue did with one letter: kept it, handed it on, to how many next hops, gave up.
// `finished`: the queue has let go of it. Counterpart: the `queue.*` events.
//   queued: { at: relay.campus.example, nextHops: 2 }

import { z } from '../../contract/schema.ts';
import type { LetterFacts, Quote } from '../book/sighting.ts';
import { LETTERS_COUNT } from '../limits.ts';
import { quotesOfLetter } from './letter/letter-test.ts';
import { defineMatcher, met, type Reason } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const schema = z.strictObject({
  at: z.string().max(253),
  outcome: z.enum(['entered', 'delivered', 'deferred', 'bounced', 'finished']).default('delivered'),
  /** Distinct servers that the letter went on to. */
  nextHops: valueTestSchema.optional(),
  /** Recipients that it came in with. */
  recipients: valueTestSchema.optional(),
  by: z.string().max(253).optional(),
});
type Spec = z.output<typeof schema>;

interface State {
  found?: Quote[];
  /** Why the latest letter won't do. */
  why?: Reason;
}

export const queued = defineMatcher<Spec, State>({
  name: 'queued',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({}),
  fold(state, sighting, spec) {
    if (state.found || sighting.kind !== 'letter') return state;
    const why = failing(sighting.letter, spec);
    return why ? { why } : { found: quotesOfLetter(sighting.letter) };
  },
  verdict({ found, why }, { at }) {
    if (found) return met(...found);
    return { met: false, why: [why ?? { key: 'queued.notYet', params: { host: at } }] };
  },
});

function failing(letter: LetterFacts, { at, outcome, nextHops, recipients, by }: Spec): Reason | undefined {
  const notYet: Reason = { key: 'queued.notYet', params: { host: at } };
  if (by !== undefined && letter.client !== by) return notYet;
  if (!happened(letter, at, outcome)) return { key: `queued.${outcome}`, params: { host: at } };
  const hops = letter.hops.filter((hop) => hop.host === at && !hop.to.includes('@')).slice(-LETTERS_COUNT);
  const distinct = new Set(hops.map((hop) => hop.to)).size;
  if (!passes(distinct, nextHops)) return { key: 'queued.nextHops', params: { host: at, seen: distinct } };
  const seen = letter.recipients.length;
  return passes(seen, recipients) ? undefined : { key: 'queued.recipients', params: { host: at, seen } };
}

function happened(letter: LetterFacts, at: string, outcome: Spec['outcome']): boolean {
  const { entries: entered, hops: delivered, deferred, bounced, finished } = letter;
  return { entered, delivered, deferred, bounced, finished }[outcome].some((one) => one.host === at);
}
