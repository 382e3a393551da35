// named: an answer that names the queue id of a letter at a host: only the lab knows it, so no lesson can write it down.
// Counterpart: chosen, for answers that an author knows. A host may have had the letter under several ids; any will do.
//   named: { answer: id-at-mx1, queueIdAt: mx1.harbor.example, recipients: { contains: bob } }

import { LINEAGES } from '../../contract/lesson.ts';
import { z } from '../../contract/schema.ts';
import type { LetterFacts, Quote } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const schema = z.strictObject({
  /** The question's id. */
  answer: z.string().max(40),
  queueIdAt: z.string().max(253),
  /** Of which letters: why the entry is there, its envelope, and what one of the letter's fields is. */
  kind: z.enum(LINEAGES).optional(),
  reversePath: valueTestSchema.optional(),
  recipients: valueTestSchema.optional(),
  withField: valueTestSchema.optional(),
});
type Spec = z.output<typeof schema>;

interface State {
  /** Ids that would be right. */
  ids: string[];
  /** The last answer. */
  given?: Quote;
}

export const named = defineMatcher<Spec, State>({
  name: 'named',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({ ids: [] }),
  fold(state, sighting, spec) {
    if (sighting.kind === 'chosen') {
      const { chosen, seq } = sighting;
      if (chosen.kind !== 'answer' || chosen.name !== spec.answer) return state;
      return { ...state, given: { seq, from: 'client', text: quoted(chosen.value) } };
    }
    if (sighting.kind !== 'letter') return state;
    const fresh = idsOf(sighting.letter, spec).filter((id) => !state.ids.includes(id));
    return fresh.length === 0 ? state : { ...state, ids: [...state.ids, ...fresh] };
  },
  verdict({ ids, given }, { queueIdAt }) {
    if (ids.length === 0) return unmet('named.noLetter', { host: queueIdAt });
    if (!given) return unmet('named.notYet', { host: queueIdAt });
    return ids.includes(given.text.toUpperCase())
      ? met(given)
      : unmet('named.otherwise', { host: queueIdAt, given: given.text });
  },
});

function idsOf(
  { entries, fields }: LetterFacts,
  { queueIdAt, kind, reversePath, recipients, withField }: Spec,
): string[] {
  if (withField !== undefined && !Object.values(fields).some(({ raw }) => passes(raw, withField))) return [];
  return entries
    .filter((entry) => entry.host === queueIdAt && (kind === undefined || entry.kind === kind))
    .filter((entry) => passes(entry.reversePath, reversePath) && passes(entry.recipients, recipients))
    .map(({ queueId }) => queueId);
}
