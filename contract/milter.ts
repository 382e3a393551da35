// A session as milters see it: phases from left to right, at each what the filters are given, and a station for every
// filter that had something to answer. Counterpart: the events of a connection; a screen draws it. Rule: pure; a policy is
// shown at the phase that had all it needed, and answers in milter's own words.

import type { LabEventOf, PolicyDecision, PolicyStage } from './events.ts';

export const MILTER_PHASES = ['connect', 'helo', 'mail', 'rcpt', 'header', 'body', 'eom'] as const;
export type MilterPhase = (typeof MILTER_PHASES)[number];

/** What a milter may answer, by the names of libmilter. */
export type MilterAnswer =
  | 'CONTINUE'
  | 'ACCEPT'
  | 'REJECT'
  | 'TEMPFAIL'
  | 'DISCARD'
  | 'QUARANTINE'
  | 'ADDHEADER'
  | 'CHGHEADER'
  | 'REPLBODY'
  | 'ADDRCPT';

export type SessionEvent = LabEventOf<'smtp.helo' | 'smtp.mail' | 'smtp.rcpt' | 'smtp.data' | 'policy.decided'>;

/** One filter's answer at one phase. */
export interface MilterStation {
  phase: MilterPhase;
  answers: MilterAnswer[];
  decision: PolicyDecision;
}

export interface MilterSession {
  /** What all filters are given at a phase; absent where the session didn't come that far. */
  given: Partial<Record<MilterPhase, string>>;
  /** By policy, in the order in which they first spoke; they are asked in parallel as far as anybody can tell. */
  filters: { policy: string; stations: MilterStation[] }[];
  /** Octets that a refusal before the letter kept off the wire: as many as the client had announced. */
  saved?: number;
  /** Octets of a letter that its header condemned: they came, since SMTP answers after the dot, and nobody read on. */
  unread?: number;
}

/** Of the stage `message`, at which phase a policy knew enough; the rest need the whole letter. */
const NEEDS: Readonly<Record<string, MilterPhase>> = {
  'sender-id': 'header',
  'tag-subject': 'header',
  attachments: 'body',
  'content-checks': 'body',
  footer: 'body',
};

/** What is added at the end of a letter's phases, whatever was known before (milter: only in xxfi_eom). */
const PHASE_OF: Readonly<Record<Exclude<PolicyStage, 'message' | 'delivery'>, MilterPhase>> = {
  connect: 'connect',
  helo: 'helo',
  mail: 'mail',
  rcpt: 'rcpt',
  header: 'header',
};

export function milterSession(client: string, events: readonly SessionEvent[]): MilterSession {
  const session: MilterSession = { given: { connect: client }, filters: [] };
  const recipients: string[] = [];
  let announced: number | undefined;
  let isCondemned = false;
  for (const event of events) {
    switch (event.type) {
      case 'smtp.helo':
        session.given.helo = event.data.argument;
        break;
      case 'smtp.mail':
        session.given.mail = `<${event.data.reversePath}>`;
        announced = event.data.size;
        delete session.unread;
        isCondemned = false;
        break;
      case 'smtp.rcpt':
        recipients.push(`<${event.data.forwardPath}>`);
        session.given.rcpt = recipients.join(', ');
        break;
      case 'smtp.data':
        Object.assign(session.given, { header: '', body: String(event.data.octets), eom: '' });
        if (isCondemned) session.unread = event.data.octets;
        break;
      case 'policy.decided':
        note(session, event.data);
        isCondemned ||= event.data.stage === 'header' && ENDS.has(event.data.verdict);
        break;
    }
  }
  const isEarly = session.given.eom === undefined && session.filters.some(({ stations }) => stations.some(refuses));
  return isEarly && announced !== undefined ? { ...session, saved: announced } : session;
}

function note({ filters }: MilterSession, decision: PolicyDecision): void {
  if (decision.stage === 'delivery') return;
  const known = filters.find(({ policy }) => policy === decision.policy);
  const filter = known ?? { policy: decision.policy, stations: [] };
  if (!known) filters.push(filter);
  filter.stations.push({ phase: phaseOf(decision), answers: answersOf(decision), decision });
}

export function phaseOf({ policy, stage, changes }: PolicyDecision): MilterPhase {
  if (stage !== 'message') return stage === 'delivery' ? 'eom' : PHASE_OF[stage];
  // Nothing about a letter can be changed before its end.
  if (changes) return 'eom';
  return NEEDS[policy] ?? 'eom';
}

const VERDICTS = {
  continue: 'CONTINUE',
  accept: 'ACCEPT',
  reject: 'REJECT',
  defer: 'TEMPFAIL',
  discard: 'DISCARD',
  quarantine: 'QUARANTINE',
} as const;

function answersOf({ verdict, changes }: PolicyDecision): MilterAnswer[] {
  const changed: MilterAnswer[] = [
    ...(changes?.added?.length ? (['ADDHEADER'] as const) : []),
    ...(changes?.removed?.length || changes?.replaced?.length ? (['CHGHEADER'] as const) : []),
    ...(changes?.body ? (['REPLBODY'] as const) : []),
    ...(changes?.recipients?.length ? (['ADDRCPT'] as const) : []),
  ];
  return verdict === 'continue' && changed.length > 0 ? changed : [...changed, VERDICTS[verdict]];
}

/** Verdicts after which nobody else is asked. */
const ENDS: ReadonlySet<PolicyDecision['verdict']> = new Set(['reject', 'defer', 'discard']);

const refuses = ({ decision: { verdict } }: MilterStation): boolean => verdict === 'reject' || verdict === 'defer';
