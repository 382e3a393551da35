// Asks the policies of a host at each stage and keeps what was decided until it is spoken.
// Counterpart: smtp/session.ts. Rule: with delayReject a refusal is decided at its stage and
// spoken at RCPT; `policy.decided` and `policy.spoken` are two events, each with its own moment.

import { POLICY_STAGES, type PolicyStage, type Reason, type Verdict } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Clock, RandomStream } from '../world.ts';
import { BoundedLookups } from './bounded-lookups.ts';
import { POLICIES } from './index.ts';
import { addChanges, type LetterChanges, noChanges, tellChanges } from './letter-changes.ts';
import { ownMemory } from './own-memory.ts';
import { standsBehind } from './placement.ts';
import type {
  Decision,
  GreetPause,
  Listing,
  MailboxUse,
  Policy,
  PolicyMemory,
  PolicySession,
  PolicyTools,
  SessionStage,
} from './policy.ts';
import { SharedLookups } from './shared-lookups.ts';

/** What a client is to the server: one that may send anywhere, one that was let through, or neither. */
export type Standing = 'own' | 'welcome' | 'stranger';

const ASKED_ABOUT: Readonly<Record<Standing, readonly Policy['clients'][]>> = {
  own: ['own', 'everybody'],
  welcome: ['everybody'],
  stranger: ['strangers', 'everybody'],
};

/** The policies for a client of each standing, in their order; worked out once, because every command asks. */
function byStanding(policies: readonly Policy[]): Readonly<Record<Standing, readonly Policy[]>> {
  const askedAbout = (standing: Standing) =>
    policies.filter(({ clients = 'strangers' }) => ASKED_ABOUT[standing].includes(clients));
  return { own: askedAbout('own'), welcome: askedAbout('welcome'), stranger: askedAbout('stranger') };
}

/** What a host's policies share. */
export interface PolicyDesk {
  host: string;
  /** Settings by policy name; a policy that isn't named isn't asked. */
  settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  clock: Clock;
  /** Waiting for answers. */
  activity: Pick<Clock, 'after'>;
  seed: number;
  resolver: Resolver;
  random: (purpose: string) => RandomStream;
  memory: PolicyMemory;
  mailbox: (forwardPath: string) => MailboxUse | undefined;
  /** The policies behind the queue are asked, and those alone. */
  behindQueue?: true;
  /** Puts an address on a blocklist of the lab. */
  list: (listing: Listing) => void;
}

export interface Refusal {
  policy: string;
  /** It stands for clients that may send anywhere too. */
  forEverybody: boolean;
  stage: PolicyStage;
  reply: Reply;
  /** seq of `policy.decided`. */
  decided: Seq;
  atOnce: boolean;
  screened: boolean;
}

export interface Outcome {
  verdict: Verdict;
  refusal?: Refusal;
  changes: LetterChanges;
  /** Why the client may send anywhere from here on. */
  relay?: Reason;
}

const SESSION_STAGES = POLICY_STAGES.filter((stage) => stage !== 'delivery');
const CONCERNING = byStanding(POLICIES);
const ASKED = new Map(SESSION_STAGES.map((stage) => [stage, byStanding(POLICIES.filter((one) => one.stages[stage]))]));
const GREETING = POLICIES.filter(({ greeting }) => greeting);

/** Settings that passed their schema; a change of settings makes new ones. */
const checked = new WeakMap<object, unknown>();

function settingsOf(policy: Policy, given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return policy.settings.parse(given);
  const known = checked.get(given);
  if (known !== undefined) return known;
  const settings = policy.settings.parse(given);
  checked.set(given, settings);
  return settings;
}

/** The policies of one session. */
export class PolicyRunner {
  readonly #desk: PolicyDesk;
  readonly #earlier: { policy: string; stage: PolicyStage; verdict: Verdict }[] = [];
  readonly #lookups: SharedLookups;
  /** What each policy found out once for this letter. */
  readonly #found = new Map<string, unknown>();

  constructor(desk: PolicyDesk) {
    this.#desk = desk;
    this.#lookups = new SharedLookups(desk.resolver);
  }

  /** Whether there is anything to ask about such a client. */
  concerns(standing: Standing): boolean {
    return CONCERNING[standing].some(({ name }) => this.#desk.settings[name] !== undefined);
  }

  /** Whether the client is made to wait for the greeting. */
  greeting(session: Omit<PolicySession, 'earlier' | 'results'>): GreetPause | undefined {
    for (const policy of GREETING) {
      const given = this.#desk.settings[policy.name];
      if (given === undefined) continue;
      const seen = { ...session, earlier: this.#earlier, results: [] };
      const pause = policy.greeting?.(seen, this.#tools(policy, given, this.#desk.resolver));
      if (pause) return pause;
    }
    return undefined;
  }

  /** Asks in order until one has a final word. `cause`: what the client said or did that they are asked about. */
  async ask(
    stage: SessionStage,
    standing: Standing,
    session: Omit<PolicySession, 'earlier' | 'results'>,
    scope: Scope,
    cause: Seq,
  ): Promise<Outcome> {
    if (stage === 'mail') this.#begin();
    const changes = noChanges();
    const results: AuthResult[] = [];
    const seen: PolicySession = { ...session, earlier: this.#earlier, results };
    for (const policy of ASKED.get(stage)?.[standing] ?? []) {
      const given = this.#desk.settings[policy.name];
      const ask = policy.stages[stage];
      if (given === undefined || !ask || standsBehind(given) !== (this.#desk.behindQueue ?? false)) continue;
      const lookups = new BoundedLookups(this.#lookups, this.#desk.activity, scope, cause);
      let decision: Decision;
      try {
        const said = ask(seen, this.#tools(policy, given, lookups));
        // Waiting for what is there already is the dearest part of a policy that has nothing to say.
        decision = said instanceof Promise ? await said : said;
      } finally {
        lookups.dispose();
      }
      const decided = this.#note(policy, stage, decision, scope);
      addChanges(changes, decision);
      results.push(...(decision.results ?? []));
      for (const listing of decision.list ?? []) this.#desk.list(listing);
      if (decision.verdict === 'continue' || decided === undefined) continue;
      const { reply, verdict, atOnce = false, screened = false, mayRelay, reasons } = decision;
      const forEverybody = policy.clients === 'everybody';
      const refusal = reply && { policy: policy.name, forEverybody, stage, reply, decided, atOnce, screened };
      const [relay] = mayRelay ? reasons : [];
      return {
        verdict,
        changes,
        ...(refusal === undefined ? {} : { refusal }),
        ...(relay === undefined ? {} : { relay }),
      };
    }
    return { verdict: 'continue', changes };
  }

  /** A letter begins; what was found out about another one is no longer true. */
  #begin(): void {
    this.#lookups.forget();
    this.#found.clear();
  }

  #tools(policy: Policy, given: unknown, resolver: Resolver): PolicyTools<unknown> {
    return toolsFor(policy, given, this.#desk, resolver, (find) => {
      if (!this.#found.has(policy.name)) this.#found.set(policy.name, find());
      return this.#found.get(policy.name) as ReturnType<typeof find>;
    });
  }

  #note(policy: Policy, stage: PolicyStage, decision: Decision, scope: Scope): Seq | undefined {
    const told = tellDecision(policy, stage, decision, scope);
    if (told !== undefined) this.#earlier.push({ policy: policy.name, stage, verdict: decision.verdict });
    return told;
  }
}

export function toolsFor(
  policy: Policy,
  given: unknown,
  { host, clock, seed, random, memory, mailbox }: PolicyDesk,
  resolver: Resolver,
  once: PolicyTools<unknown>['once'],
): PolicyTools<unknown> {
  return {
    settings: settingsOf(policy, given),
    host,
    now_ms: clock.now_ms(),
    seed,
    resolver,
    // Few policies leave anything to chance.
    get random() {
      return random(`policy ${policy.name}`);
    },
    memory: ownMemory(memory, policy.name),
    mailbox,
    once,
  };
}

/** The event of a decision; undefined when there was nothing to say. */
export function tellDecision(
  policy: Policy,
  stage: PolicyStage,
  decision: Decision,
  scope: Scope,
  cause?: Seq,
): Seq | undefined {
  const { verdict, reasons, reply, rfc = policy.rfc, otherwise } = decision;
  if (verdict === 'continue' && reasons.length === 0) return undefined;
  const changes = tellChanges(decision);
  return scope.emit(
    'policy.decided',
    {
      policy: policy.name,
      stage,
      verdict,
      reasons,
      ...(reply === undefined ? {} : { reply: replyText(reply) }),
      ...(rfc === undefined ? {} : { rfc }),
      ...(otherwise === undefined ? {} : { otherwise }),
      ...(changes === undefined ? {} : { changes }),
    },
    cause,
  );
}
