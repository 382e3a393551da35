// sees: an event of a type, with tests on its data by dotted path. Counterpart: contract/events.ts. What no other
// matcher knows can be told with this one.
//   sees: { event: dns.asked, host: visitor.example, where: { type: MX, name: harbor.example } }

import { z } from '../../contract/schema.ts';
import { nearest } from '../../contract/problems.ts';
import type { LabEvent } from '../../contract/events.ts';
import { EVENT_TYPES } from './event-types.ts';
import { defineMatcher, met, unmet } from './matcher.ts';
import { passes, valueTestSchema } from './value.ts';

export const eventSchema = z.strictObject({
  event: z.string().superRefine((name, context) => {
    if (EVENT_TYPES.includes(name)) return;
    const near = nearest(name, EVENT_TYPES);
    const hint = near === undefined ? '' : ` (did you mean "${near}")`;
    context.addIssue({ code: 'custom', message: `no event is called "${name}"${hint}` });
  }),
  host: z.string().max(253).optional(),
  where: z.record(z.string(), valueTestSchema).default({}),
});
export type EventPattern = z.output<typeof eventSchema>;

export function fitsEvent(event: LabEvent, { event: type, host, where }: EventPattern): boolean {
  if (event.type !== type || (host !== undefined && event.host !== host)) return false;
  return Object.entries(where).every(([path, test]) => passes(valueAt(event.data, path), test));
}

function valueAt(data: unknown, path: string): unknown {
  let at = data;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

export const sees = defineMatcher<EventPattern, { seen: boolean }>({
  name: 'sees',
  schema: () => eventSchema as unknown as z.ZodType<EventPattern>,
  start: () => ({ seen: false }),
  fold(state, sighting, pattern) {
    if (state.seen || sighting.kind !== 'event' || !fitsEvent(sighting.event, pattern)) return state;
    return { seen: true };
  },
  verdict: ({ seen }, { event, host }) => (seen ? met() : unmet('sees.notYet', { event, host: host ?? '' })),
});
