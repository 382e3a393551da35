// Asks the policies of a host at each stage and keeps what was decided until it is spoken.
// Counterpart: smtp/session.ts. Rule: with delayReject a refusal is decided at its stage and
// spoken at RCPT; `policy.decided` and `policy.spoken` are two events, each with its own moment.

import type { PolicyStage, Reason, Verdict } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Clock, RandomStream } from '../world.ts';
import { POLICIES } from './index.ts';
import type { Decision, PolicyMemory, PolicySession } from './policy.ts';

/** Those that are asked about clients who may send anywhere too. */
const FOR_EVERYBODY = POLICIES.filter((policy) => policy.asksEverybody);

/** What a host's policies share. */
export interface PolicyDesk {
  host: string;
  /** Settings by policy name; a policy that isn't named isn't asked. */
  settings: Readonly<Record<string, unknown>>;
  clock: Clock;
  resolver: Resolver;
  random: (purpose: string) => RandomStream;
  memory: PolicyMemory;
}

export interface Refusal {
  policy: string;
  /** It stands for clients that may send anywhere too. */
  forEverybody: boolean;
  stage: PolicyStage;
  reply: Reply;
  /** seq of `policy.decided`. */
  decided: Seq;
}

export interface Outcome {
  verdict: Verdict;
  refusal?: Refusal;
  fields: ByteString[];
  /** Why the client may send anywhere from here on. */
  relay?: Reason;
}

/** The policies of one session. */
export class PolicyRunner {
  readonly #desk: PolicyDesk;
  readonly #earlier: { policy: string; stage: PolicyStage; verdict: Verdict }[] = [];

  constructor(desk: PolicyDesk) {
    this.#desk = desk;
  }

  /** Whether there is anything to ask about a client that may send anywhere. */
  get asksEverybody(): boolean {
    return FOR_EVERYBODY.some(({ name }) => this.#desk.settings[name] !== undefined);
  }

  /** Asks in order until one has a final word. */
  async ask(
    stage: PolicyStage,
    session: Omit<PolicySession, 'earlier'>,
    scope: Scope,
    { trusted }: { trusted: boolean },
  ): Promise<Outcome> {
    const fields: ByteString[] = [];
    for (const policy of trusted ? FOR_EVERYBODY : POLICIES) {
      const given = this.#desk.settings[policy.name];
      const ask = policy.stages[stage];
      if (given === undefined || !ask) continue;
      const decision = await ask(
        { ...session, earlier: this.#earlier },
        {
          settings: policy.settings.parse(given),
          host: this.#desk.host,
          now_ms: this.#desk.clock.now_ms(),
          resolver: this.#desk.resolver,
          random: this.#desk.random(`policy ${policy.name}`),
          memory: this.#desk.memory,
        },
      );
      const decided = this.#note(policy.name, stage, decision, scope);
      fields.push(...(decision.fields ?? []));
      if (decision.verdict === 'continue' || decided === undefined) continue;
      const refusal = decision.reply && {
        policy: policy.name,
        forEverybody: policy.asksEverybody ?? false,
        stage,
        reply: decision.reply,
        decided,
      };
      const [relay] = decision.mayRelay ? decision.reasons : [];
      return {
        verdict: decision.verdict,
        fields,
        ...(refusal === undefined ? {} : { refusal }),
        ...(relay === undefined ? {} : { relay }),
      };
    }
    return { verdict: 'continue', fields };
  }

  #note(policy: string, stage: PolicyStage, decision: Decision, scope: Scope): Seq | undefined {
    const { verdict, reasons, reply } = decision;
    if (verdict === 'continue' && reasons.length === 0) return undefined;
    this.#earlier.push({ policy, stage, verdict });
    return scope.emit('policy.decided', {
      policy,
      stage,
      verdict,
      reasons,
      ...(reply === undefined ? {} : { reply: replyText(reply) }),
    });
  }
}
