// tried: an experiment came to a certain table. Counterpart: `experiment.finished`, from the shell's `experiment` or the
// screen's place for it. `checks` counts those that were on; the rest are numbers of letters, `worst_s` the longest wait
// of a wanted letter.
//   tried: { checks: { atMost: 2 }, caught: { atLeast: 40 }, lost: 0 }

import { z } from '../../contract/schema.ts';
import type { LabEventOf } from '../../contract/events.ts';
import type { Quote } from '../book/sighting.ts';
import { quoted } from '../book/lines.ts';
import { defineMatcher, met, type Reason, unmet } from './matcher.ts';
import { failure, valueTestSchema } from './value.ts';

const schema = z.strictObject({
  checks: valueTestSchema.optional(),
  caught: valueTestSchema.optional(),
  missed: valueTestSchema.optional(),
  lost: valueTestSchema.optional(),
  worst_s: valueTestSchema.optional(),
  /** A check that is on. */
  uses: z.string().max(40).optional(),
});
type Spec = z.output<typeof schema>;

interface State {
  /** The experiment that met it. */
  found?: Quote;
  /** Why the last one didn't. */
  why?: Reason[];
}

export const tried = defineMatcher<Spec, State>({
  name: 'tried',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({}),
  fold(state, sighting, spec) {
    if (state.found || sighting.kind !== 'event' || sighting.event.type !== 'experiment.finished') return state;
    const { seq, data } = sighting.event;
    const why = failuresOf(data, spec);
    if (why.length > 0) return { why };
    const checks = Object.keys(data.defences).join(' ');
    return { found: { seq, from: 'client', text: quoted(`experiment ${checks}`.trim()) } };
  },
  verdict({ found, why }) {
    if (found) return met(found);
    return why ? { met: false, why } : unmet('tried.notYet');
  },
});

function failuresOf({ defences, totals }: LabEventOf<'experiment.finished'>['data'], spec: Spec): Reason[] {
  const { uses } = spec;
  const values = [
    ['checks', Object.keys(defences).length],
    ['caught', totals.caught],
    ['missed', totals.missed],
    ['lost', totals.falsePositives],
    ['worst_s', totals.worst_s],
  ] as const;
  const reasons = values.flatMap(([name, value]) => {
    const test = spec[name];
    return test === undefined ? [] : (failure(value, test, { names: `tried.what.${name}` }) ?? []);
  });
  if (uses !== undefined && !Object.hasOwn(defences, uses))
    reasons.push({ key: 'tried.without', params: { check: uses } });
  return reasons;
}
