// named: an answer that names the queue id of a letter at a host: only the lab knows it, so no lesson can write it down.
// Counterpart: chosen, for answers that an author knows. A host may have had the letter under several ids; any will do.
//   named: { answer: id-at-mx1, queueIdAt: mx1.harbor.example, is: { recipients: { contains: bob } } }

import { LINEAGES } from '../../contract/lesson.ts';
import { z } from '../../contract/schema.ts';
import type { Quote } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

const schema = z.strictObject({
  /** The question's id. */
  answer: z.string().max(40),
  queueIdAt: z.string().max(253),
  /** Of which letters: why the entry is there, and its envelope. */
  kind: z.enum(LINEAGES).optional(),
  reversePath: valueTestSchema.optional(),
  recipients: valueTestSchema.optional(),
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
  fold(state, sighting, { answer, queueIdAt, kind, reversePath, recipients }) {
    if (sighting.kind === 'chosen') {
      const { chosen, seq } = sighting;
      if (chosen.kind !== 'answer' || chosen.name !== answer) return state;
      return { ...state, given: { seq, from: 'client', text: quoted(chosen.value) } };
    }
    if (sighting.kind !== 'event' || sighting.event.type !== 'queue.entered') return state;
    const { host, queueId, data } = sighting.event;
    if (host !== queueIdAt || queueId === undefined || (kind !== undefined && data.kind !== kind)) return state;
    if (!passes(data.reversePath, reversePath) || !passes(data.recipients, recipients)) return state;
    return { ...state, ids: [...state.ids, queueId] };
  },
  verdict({ ids, given }, { queueIdAt }) {
    if (ids.length === 0) return unmet('named.noLetter', { host: queueIdAt });
    if (!given) return unmet('named.notYet', { host: queueIdAt });
    return ids.includes(given.text.toUpperCase())
      ? met(given)
      : unmet('named.otherwise', { host: queueIdAt, given: given.text });
  },
});
