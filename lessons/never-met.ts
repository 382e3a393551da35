// Goals that no event of the lab can meet: a server that doesn't speak the protocol, an answer that no server gives, a mailbox
// that nobody has. Counterpart: known-hosts.ts finds hosts that aren't there; play/rehearsal.ts finds what only playing
// shows. Rule: only what is certain is told; a goal inside `not` or `none` is met by what never happens.

import type { Goal, Lesson, Step } from '../contract/lesson.ts';
import { nearest } from '../contract/problems.ts';
import type { Protocol } from '../contract/topology.ts';
import { REPLY_CODES } from '../mail/smtp/reply-codes.ts';
import type { FactsOf, HostFacts, LabFacts } from '../contract/lab-facts.ts';
import type { LessonProblem } from './source/problem.ts';
import { stepLines } from './source/step-lines.ts';

type Spoken = 'SMTP' | 'POP3' | 'IMAP';

const SPOKEN: Readonly<Record<Protocol, Spoken>> = {
  ...{ smtp: 'SMTP', submission: 'SMTP', lmtp: 'SMTP', pop3: 'POP3', imap: 'IMAP' },
} as const;

/** Commands that belong to one protocol alone; the others say no to them. */
const ONLY: Readonly<Record<Spoken, readonly string[]>> = {
  SMTP: ['HELO', 'EHLO', 'LHLO', 'MAIL', 'RCPT', 'DATA', '.', 'VRFY'],
  POP3: ['USER', 'PASS', 'APOP', 'RETR', 'DELE', 'UIDL', 'TOP', 'STAT', 'STLS'],
  IMAP: ['LOGIN', 'SELECT', 'EXAMINE', 'FETCH', 'STORE', 'SEARCH', 'COPY', 'MOVE', 'APPEND', 'EXPUNGE', 'IDLE'],
};
const NEGATIONS: ReadonlySet<string> = new Set(['not', 'none']);

/** What `answered`, `inOrder` and `count` describe, as far as it is looked at here. */
interface Pattern {
  at?: string;
  port?: number;
  verb?: string;
  class?: number;
  code?: number;
}

/** Something inside a goal, and where it stands in the task. */
interface Place<T> {
  what: T;
  path: readonly string[];
}

export function neverMet(lesson: Lesson, source: string, factsOf: FactsOf): LessonProblem[] {
  const lineOf = stepLines(lesson.file, source);
  return (lesson.versions[0] ?? []).flatMap((step) => {
    const facts = factsOf(step.start.topology);
    return step.goal
      .flatMap((goal, at) => goalsIn(goal, ['goal', String(at)]))
      .flatMap((place) => judged(place, facts, step))
      .map(({ what, path }) => ({ file: lesson.file, line: lineOf(step.id, path) ?? step.line, message: what }));
  });
}

/** The goal and those inside it, with what they say of themselves. */
function goalsIn(goal: Goal, path: readonly string[]): Place<Goal>[] {
  if (NEGATIONS.has(goal.matcher)) return [];
  const inside = [...path, goal.matcher];
  return [{ what: goal, path: inside }, ...nested(goal.spec, inside)];
}

function nested(value: unknown, path: readonly string[]): Place<Goal>[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => nested(one, [...path, String(at)]));
  if (typeof value !== 'object' || value === null) return [];
  if (isGoal(value)) return goalsIn(value, path);
  return Object.entries(value).flatMap(([key, member]) => nested(member, [...path, key]));
}

function isGoal(value: object): value is Goal {
  return 'matcher' in value && 'spec' in value;
}

function judged({ what: { matcher, spec }, path }: Place<Goal>, facts: LabFacts, step: Step): Place<string>[] {
  switch (matcher) {
    case 'answered':
      return answer(spec as Pattern, path, facts, step);
    case 'inOrder': {
      const { at, port, steps } = spec as Pattern & { steps: (Pattern | { anyOrder: Pattern[] })[] };
      const common = { ...(at !== undefined && { at }), ...(port !== undefined && { port }) };
      return steps.flatMap((one, index) => {
        const place = [...path, 'steps', String(index)];
        if (!('anyOrder' in one)) return answer({ ...common, ...one }, place, facts, step);
        return one.anyOrder.flatMap((other, order) =>
          answer({ ...common, ...other }, [...place, 'anyOrder', String(order)], facts, step),
        );
      });
    }
    case 'inMailbox':
      return mailbox((spec as { mailbox: string }).mailbox, path, facts);
    case 'decided':
      return policy(spec as { policy: string }, path, facts);
    default:
      return [];
  }
}

function answer(pattern: Pattern, path: readonly string[], facts: LabFacts, { start }: Step): Place<string>[] {
  const { at, port, verb = '', code } = pattern;
  const host = facts.hosts.find((one) => one.name === at);
  const told = (key: string, what: string): Place<string>[] => [{ what, path: [...path, key] }];
  if (host) {
    const said = unheard(host, port, verb, facts, start.topology);
    if (said) return told(said.key, said.what);
    const wanted = spokenOnly(verb);
    const isYes = (pattern.class ?? Math.floor((code ?? 500) / 100)) < 4;
    const spoken = new Set(host.services.map(({ protocol }) => SPOKEN[protocol]));
    if (isYes && wanted && !spoken.has(wanted)) {
      return told('verb', `${host.name} never says yes to ${verb}: ${speaks(host)}${elsewhere(wanted, facts)}`);
    }
  }
  const isSmtp =
    spokenOnly(verb) === 'SMTP' || (host?.services ?? []).every(({ protocol }) => SPOKEN[protocol] === 'SMTP');
  if (code !== undefined && isSmtp && REPLY_CODES[code] === undefined) {
    const known = Object.keys(REPLY_CODES).filter((one) => one.startsWith(String(code).charAt(0)));
    const instead =
      known.length === 0 ? 'class: 2, 3, 4 or 5' : `class: ${known[0]?.charAt(0)}, or one of ${known.join(', ')}`;
    return told('code', `no server answers ${code}; write ${instead}`);
  }
  return [];
}

/** Nobody listens there. */
function unheard(host: HostFacts, port: number | undefined, verb: string, facts: LabFacts, lab: string) {
  if (host.services.length === 0) {
    const wanted = spokenOnly(verb) ?? 'SMTP';
    return { key: 'at', what: `in the lab ${lab} nobody listens at ${host.name}${elsewhere(wanted, facts)}` };
  }
  if (port === undefined || host.services.some((one) => one.port === port)) return undefined;
  const ports = host.services.map((one) => one.port).join(', ');
  return { key: 'port', what: `nobody listens at port ${port} of ${host.name}; write one of ${ports}` };
}

function spokenOnly(verb: string): Spoken | undefined {
  return (Object.keys(ONLY) as Spoken[]).find((one) => ONLY[one].includes(verb));
}

function speaks({ services }: HostFacts): string {
  return `it speaks ${[...new Set(services.map(({ protocol }) => SPOKEN[protocol]))].join(' and ')}`;
}

function elsewhere(wanted: Spoken, { hosts }: LabFacts): string {
  const able = hosts.filter(({ services }) => services.some(({ protocol }) => SPOKEN[protocol] === wanted));
  return able.length === 0 ? '' : `; ${wanted} is spoken at ${able.map(({ name }) => name).join(', ')}`;
}

function mailbox(named: string, path: readonly string[], { mailboxes }: LabFacts): Place<string>[] {
  const address = named.replace(/\/.*$/, '');
  if (mailboxes.includes(address)) return [];
  const near = nearest(address, mailboxes);
  const instead = near === undefined ? `; write one of ${mailboxes.join(', ')}` : `; did you mean "${near}"?`;
  return [{ what: `nobody in this lab has the mailbox ${address}${instead}`, path: [...path, 'mailbox'] }];
}

function policy(
  { policy: named }: { policy: string },
  path: readonly string[],
  { policies }: LabFacts,
): Place<string>[] {
  if (policies.includes(named)) return [];
  const near = nearest(named, policies);
  const instead = near === undefined ? `; write one of ${policies.join(', ')}` : `; did you mean "${near}"?`;
  return [{ what: `no policy is called "${named}"${instead}`, path: [...path, 'policy'] }];
}
