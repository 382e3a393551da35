// decided: a policy came to a verdict. Counterpart: `policy.decided`; the reply that is spoken may come later, at RCPT.
//   decided: { policy: greylisting, stage: rcpt, verdict: defer, at: mx1.harbor.example }

import { z } from '../../contract/schema.ts';
import { POLICY_STAGES, type Verdict as PolicyVerdict } from '../../contract/events.ts';
import { defineMatcher, met, unmet } from './matcher.ts';

const VERDICTS = [
  'continue',
  'accept',
  'defer',
  'reject',
  'discard',
  'quarantine',
] as const satisfies readonly PolicyVerdict[];

const schema = z.strictObject({
  policy: z.string().max(40),
  stage: z.enum(POLICY_STAGES).optional(),
  verdict: z.enum(VERDICTS),
  /** A reason that must be among those given, by its code. */
  reason: z.string().max(80).optional(),
  at: z.string().max(253).optional(),
});
type Spec = z.output<typeof schema>;

interface State {
  found: boolean;
  /** What it decided last. */
  last?: string;
}

export const decided = defineMatcher<Spec, State>({
  name: 'decided',
  schema: () => schema,
  start: () => ({ found: false }),
  fold(state, sighting, { policy, stage, verdict, reason, at }) {
    if (state.found || sighting.kind !== 'event' || sighting.event.type !== 'policy.decided') return state;
    const { host, data } = sighting.event;
    if (data.policy !== policy || (at !== undefined && host !== at)) return state;
    if (stage !== undefined && data.stage !== stage) return state;
    const hasReason = reason === undefined || data.reasons.some((one) => one.code === reason);
    return data.verdict === verdict && hasReason ? { found: true } : { found: false, last: data.verdict };
  },
  verdict({ found, last }, { policy, verdict }) {
    if (found) return met();
    if (last === undefined) return unmet('decided.notYet', { policy });
    return unmet('decided.otherwise', { policy, verdict: last, wanted: verdict });
  },
});
