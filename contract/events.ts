// The closed vocabulary of everything that happens in a lab. Map, dialogs, header colours, queue
// view and lesson checks are pure folds over these records (contract/fold/).
// Counterpart: engine/log.ts appends them. Rule: changes are additive, or come with a migration
// and a new SCHEMA; text meant for people never stands in an event, only codes and parameters.

import type { ActorEnd, ActorOutcome, ActorSettings } from './actors.ts';
import type { BytesRef, ConnId, FieldId, HostName, MessageId, QueueId, Seq, Side } from './ids.ts';
import type { Defences, ExperimentRow, ExperimentTotals } from './experiment.ts';
import type { FaultRule, FaultStrike } from './faults.ts';
import type { FileDoing, FileWork } from './file-work.ts';
import type { LearnerNote } from './learner.ts';
import type { Protocol, Topology } from './topology.ts';
import type { LabState } from './fold/state.ts';

/** Version of this vocabulary; a reader that knows less shows the rest as `unknown`. */
export const SCHEMA = 1;

/** An end of a connection, by its virtual address. */
export interface EndPoint {
  host: HostName;
  address: string;
  port: number;
}

export interface ReplyText {
  code: number;
  enhanced?: string;
  text: string;
}

/** How far a field can be believed (design: provenance). */
export type Standing = 'witnessed' | 'verified' | 'claimed';

/** Why a queue entry exists. */
export type Lineage = 'submit' | 'relay' | 'split' | 'expand' | 'forward' | 'list' | 'bounce' | 'reinject';

export interface Ancestor {
  host: HostName;
  queueId: QueueId;
}

/** What a delivery report says of a recipient (RFC 3464 section 2.3.3). */
export type ReportAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
export type ReportWhy = 'asked' | 'by default' | 'never' | 'not asked' | 'null sender' | 'double bounce';

/** The points at which policies are asked, in order: of a session, and then of each delivery into a mailbox. */
export const POLICY_STAGES = ['connect', 'helo', 'mail', 'rcpt', 'header', 'message', 'delivery'] as const;
export type PolicyStage = (typeof POLICY_STAGES)[number];
export type Verdict = 'continue' | 'accept' | 'defer' | 'reject' | 'discard' | 'quarantine';

/** One step of a decision: a code, its parameters, and the lookup it rests on, if any. */
export interface Reason {
  code: string;
  params: Record<string, string | number | boolean>;
  /** seq of the `dns.answered` that gave the evidence. */
  evidence?: Seq;
}

/** What a policy came to, and on what grounds. */
export interface PolicyDecision {
  policy: string;
  stage: PolicyStage;
  verdict: Verdict;
  reply?: ReplyText;
  /** In the order in which they were found; the last is the rule that decided. */
  reasons: Reason[];
  /** Where the rule is written, as `RFC 5782 section 2.1`. */
  rfc?: string;
  /** What would have changed the outcome. */
  otherwise?: Reason[];
  changes?: PolicyChanges;
}

/** What a policy changes about the letter: fields by their names, who else gets it, whether the body is another one. */
export interface PolicyChanges {
  added?: string[];
  removed?: string[];
  replaced?: string[];
  recipients?: string[];
  body?: true;
}

/** One line of an answer section, in presentation form (RFC 1035 section 5.1). */
export interface Answer {
  name: string;
  type: string;
  ttl: number;
  data: string;
}

/** Data of each event type. */
export interface EventData {
  /** First record of a run; folds need nothing from before it. */
  'lab.opened': {
    schema: number;
    seed: number;
    clock: 'real' | 'manual';
    serial: boolean;
    topology: Topology;
    state: LabState;
    /** Run that this one continues, after a restore or a restart. */
    from?: { run: number; how: 'restart' | 'restore' | 'reset' | 'fork' };
  };
  /** A door is open on 127.0.0.1:`local`; `problem` is why that isn't the wished port. */
  'lab.door': { as: HostName; host: HostName; port: number; service: string; local: number; problem?: string };
  'lab.checkpointed': { name: string };
  'lab.closed': { reason: string };

  /** A stimulus from outside, with the seq it followed: together they are what a replay needs. */
  'input.command': { after: Seq; command: string; args: unknown };
  'input.opened': { after: Seq; door: { as: HostName; host: HostName; port: number } };
  'input.bytes': { after: Seq; bytes?: string; ref?: BytesRef };
  'input.closed': { after: Seq };
  /** Something that a learner did in a lesson; nothing in the lab follows from it. `real_ms` is real time. */
  'input.learner': { after: Seq; real_ms: number } & LearnerNote;

  'conn.opened': { client: EndPoint; server: EndPoint; protocol: Protocol | 'raw'; door: boolean; purpose?: string };
  'conn.refused': {
    client: HostName;
    address: string;
    port: number;
    /** `dropped`: by a firewall; the client saw a time-out. */
    problem: 'no route' | 'refused' | 'not registered' | 'dropped';
  };
  /** `by`: the end that closed first; octets are of the protocol, above TLS. */
  'conn.closed': { by: Side | 'reset'; fromClient: number; fromServer: number };

  /** One protocol line, line end included, one character an octet. `secret`: the span of a password in it. */
  'wire.line': { from: Side; bytes: string; tls: boolean; secret?: { start: number; end: number } };
  /** Bulk: message data, an IMAP literal, a multi-line answer; or a line too long to stand inline. */
  'wire.bulk': {
    from: Side;
    kind: 'mailData' | 'literal' | 'multiline' | 'raw' | 'line';
    ref: BytesRef;
    tls: boolean;
    secret?: { start: number; end: number };
  };
  /** What an eavesdropper saw: the flights of ciphertext of a connection, in order. */
  'wire.ciphertext': { flights: { from: Side; ref: BytesRef }[] };
  'wire.held': { from: Side; bytes: number; rule: string };
  /** `changed`: a person put other bytes in place of the held ones ("changed by you"). */
  'wire.released': { from: Side; changed: boolean; rule: string };

  'tls.started': { version: string; cipher: string; servername?: string };
  'tls.failed': { problem: string };
  /** NSS key log lines, for the export that Wireshark decrypts. */
  'tls.keys': { lines: string[] };

  'auth.succeeded': { mechanism: string; login: string };
  'auth.failed': { mechanism: string; login?: string; problem: 'credentials' | 'malformed' | 'tls required' };

  'smtp.helo': { verb: string; argument: string };
  'smtp.mail': { reversePath: string; size?: number };
  'smtp.rcpt': { forwardPath: string; accepted: boolean; reply: ReplyText; reasons?: Reason[] };
  /** The final dot was answered; in LMTP once for each recipient, who is named then. */
  'smtp.data': { accepted: boolean; reply: ReplyText; octets: number; forwardPath?: string };

  'pop3.login': { login: string; accepted: boolean };
  'pop3.retrieved': { uid: string; octets: number };
  'pop3.committed': { removed: string[] };

  'imap.login': { login: string; accepted: boolean };
  'imap.selected': { mailbox: string; messages: number; readOnly: boolean };
  'imap.fetched': { mailbox: string; uid: number };
  'imap.idle': { mailbox: string };

  /** A question that a host asks; `purpose` says what for. */
  'dns.asked': { name: string; type: string; server: string; transport: 'udp' | 'tcp'; purpose: string };
  'dns.answered': {
    name: string;
    type: string;
    rcode: string;
    answers: Answer[];
    cached: boolean;
    problem?: 'timeout' | 'malformed' | 'no resolver';
  };
  /** The lab's server answered an outside program. */
  'dns.served': { name: string; type: string; rcode: string; transport: 'udp' | 'tcp' };

  'policy.decided': PolicyDecision;
  'policy.spoken': { policy: string; stage: PolicyStage; at: PolicyStage; reply: ReplyText };

  /** `place`: the part of the letter, when it isn't the recipient; `entry`: the table's key that fitted. */
  'rewrite.applied': { step: string; before: string; after: string[]; place?: string; entry?: string };

  'queue.entered': {
    kind: Lineage;
    parents: Ancestor[];
    reversePath: string;
    recipients: string[];
    octets: number;
  };
  'queue.attempted': { recipients: string[]; to: string; attempt: number };
  /** Where mail for a domain goes, and how that was found; `entry` is the table's key that fitted. */
  'route.chosen': {
    domain: string;
    by: 'transport map' | 'smarthost' | 'mx' | 'address' | 'literal';
    entry?: string;
    hops: { name: string; address: string; port: number; preference: number }[];
    passedOver: { name: string; preference: number; why: 'ourselves' | 'not better than us' | 'no address' }[];
    /** What the zone's owner got wrong, and what works here all the same. */
    mistakes: { code: 'mx is an alias' | 'mx is an address'; name: string }[];
    failure?: ReplyText;
  };
  /** A server couldn't be used, and another one is there to be tried. */
  'route.failedOver': { from: string; to: string; reply: ReplyText };
  'queue.delivered': { recipients: string[]; to: string; reply: ReplyText };
  'queue.deferred': { recipients: string[]; reply: ReplyText; attempt: number; next_ms: number };
  'queue.bounced': { recipients: string[]; reply: ReplyText; bounce?: QueueId };
  /** Whether somebody is told what became of a recipient (RFC 3461), and why; `asked` is NOTIFY as given. */
  'dsn.decided': {
    recipient: string;
    action: ReportAction;
    asked: string[];
    told: boolean;
    why: ReportWhy;
    to?: string;
    report?: QueueId;
  };
  /** A person's hand in the queue; `as`: the entry that a requeued letter became. */
  'queue.operated': {
    operation: 'flush' | 'hold' | 'release' | 'delete' | 'requeue';
    from: 'active' | 'deferred' | 'hold';
    to?: 'active' | 'hold';
    as?: QueueId;
  };
  'queue.removed': { outcome: 'delivered' | 'bounced' | 'mixed' | 'deleted' | 'requeued' };
  'queue.recovered': { entries: QueueId[]; corrupt: string[] };

  /** The ordered fields of a letter as a host got it, and as it handed it on. */
  'message.arrived': {
    fields: FieldId[];
    octets: number;
    /** It came without SMTP, from a user of the host itself. */
    local?: { user: string; uid: number };
  };
  'message.stamped': { fields: FieldId[]; octets: number };

  'field.added': { field: FieldId; name: string; raw: string; standing: Standing; at: number };
  'field.changed': { field: FieldId; was: FieldId; name: string; raw: string; standing: Standing };
  'field.removed': { field: FieldId };

  /** `fields`: the header as stored, with what the delivery agent added. `work`: file-work.ts; absent of a Maildir. */
  'store.delivered': {
    mailbox: string;
    uid: number;
    file: string;
    octets: number;
    fields: FieldId[];
    work?: FileWork;
  };
  /** Rules of a mailbox's owner were asked (RFC 5228): what they want, and by which line; 0 where none of them spoke. */
  'sieve.ran': {
    mailbox: string;
    actions: { do: 'keep' | 'discard' | 'redirect' | 'fileinto'; line: number; to?: string }[];
    /** The script couldn't be followed, or the action not be done; the letter is kept. */
    problem?: { line: number; message: string };
  };
  /** What a command of a client did to the files of an account; read it with `fileDoingOf`. */
  'store.files': FileDoing;
  /** A letter that was there when the lab opened and that the folded state didn't know of. */
  'store.found': { mailbox: string; uid: number; file: string; octets: number; flags: string[] };
  /** A client put it there: APPEND, or COPY from another mailbox. */
  'store.appended': { mailbox: string; uid: number; file: string; octets: number; flags: string[] };
  'store.flagged': { mailbox: string; uid: number; flags: string[] };
  'store.removed': { mailbox: string; uid: number };
  /** Folders: `mailbox` is the owner's address, a slash, and the name as IMAP has it. */
  'store.created': { mailbox: string };
  'store.renamed': { mailbox: string; to: string };
  'store.deleted': { mailbox: string };

  /** A line of the host's maillog, without its time stamp. */
  'log.written': { program: string; line: string };

  'clock.advanced': { from_ms: number; to_ms: number };
  'clock.rated': { rate: number };

  'config.changed': { path: string; before: unknown; after: unknown };
  'zone.changed': { zone: string; serial: number };

  /** `hold`: lines wait for a person (hold.*); everything else is a rule of faults.ts. */
  'fault.set': { rule: string; fault: FaultRule | { kind: 'hold' } };
  'fault.cleared': { rule: string };
  'fault.struck': FaultStrike;

  /** A sender that acts by itself begins (engine/actors/). */
  'actor.started': { actor: string; settings: ActorSettings };
  /** It tried to hand over one letter, on `conn` where there was one; without `next_ms` it won't come back for it. */
  'actor.tried': {
    actor: string;
    letter: number;
    to: string;
    attempt: number;
    outcome: ActorOutcome;
    reply?: ReplyText;
    next_ms?: number;
  };
  'actor.stopped': { actor: string; why: ActorEnd };

  /** The letters of the experiment have gone against these defences, in a lab of their own. */
  'experiment.finished': { defences: Defences; seed: number; rows: ExperimentRow[]; totals: ExperimentTotals };

  /** A person sits down at a host; `shell` names the session. */
  'shell.opened': { shell: string };
  /** What the prompt is now, and whether whole lines or single characters are wanted; no prompt while a program runs. */
  'shell.prompt': { shell: string; prompt: string; mode: 'line' | 'character' };
  /** What was typed; a dialog's own lines are wire events as well. */
  'shell.input': { shell: string; text: string };
  'shell.output': { shell: string; text: string };
  'shell.closed': { shell: string };

  'engine.failed': { problem: string; detail: string };
  /** Written by a newer Posthorn; kept, counted, not understood. */
  unknown: { type: string };
}

export type EventType = keyof EventData;

/** What every record carries. Times: `at_ms` lab clock, `mono_us` microseconds since the run began. */
export interface EventHead {
  seq: Seq;
  run: number;
  at_ms: number;
  mono_us: number;
  host: HostName;
  cause?: Seq;
  conn?: ConnId;
  message?: MessageId;
  queueId?: QueueId;
}

/** The record of one type, or a union of records for several. */
export type LabEventOf<T extends EventType> = T extends EventType ? EventHead & { type: T; data: EventData[T] } : never;
export type LabEvent = LabEventOf<EventType>;

/** The host of records that belong to the lab as a whole. */
export const LAB = 'lab';
