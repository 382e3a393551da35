// count: how often something happened: an exchange, or an event. Counterpart: answered and sees, for once.
//   count: { of: { answered: { verb: MAIL, class: 2 } }, atLeast: 2 }

import { z } from '../../contract/schema.ts';
import type { Sighting } from '../book/sighting.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { exchangeSchema, fitsExchange } from './pattern.ts';
import { eventSchema, fitsEvent } from './sees.ts';

const schema = z
  .strictObject({
    of: z.union([z.strictObject({ answered: exchangeSchema }), z.strictObject({ sees: eventSchema })]),
    exactly: z.int().min(0).optional(),
    atLeast: z.int().min(1).optional(),
    atMost: z.int().min(0).optional(),
  })
  .refine(
    (spec) => [spec.exactly, spec.atLeast, spec.atMost].some((limit) => limit !== undefined),
    'must say exactly, atLeast or atMost',
  );
type Spec = z.output<typeof schema>;

export const count = defineMatcher<Spec, { seen: number }>({
  name: 'count',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({ seen: 0 }),
  fold: (state, sighting, { of }) => (fits(sighting, of) ? { seen: state.seen + 1 } : state),
  verdict({ seen }, { exactly, atLeast, atMost }) {
    if (exactly !== undefined && seen !== exactly) return unmet('count.exactly', { seen, wanted: exactly });
    if (atLeast !== undefined && seen < atLeast) return unmet('count.atLeast', { seen, wanted: atLeast });
    if (atMost !== undefined && seen > atMost) return unmet('count.atMost', { seen, wanted: atMost });
    return met();
  },
});

function fits(sighting: Sighting, of: Spec['of']): boolean {
  if ('answered' in of) return sighting.kind === 'exchange' && fitsExchange(sighting.exchange, of.answered);
  return sighting.kind === 'event' && fitsEvent(sighting.event, of.sees);
}
