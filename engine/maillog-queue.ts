// The lines about letters in a queue: taken, handed on, put off, given up, gone. Counterpart:
// maillog-session.ts (how they came), maillog.ts. Rule: Postfix's qmgr, smtp, virtual, local and
// bounce in layout and wording; each line stands for one event.

import type { EventData, LabEvent, LabEventOf, ReplyText } from '../contract/events.ts';
import type { LoggedAttempt, LoggedEntry, MaillogLine, MaillogMemory, MaillogProgram } from './maillog-memory.ts';

/** Lines for an event about a letter; the memory follows it. */
export function queueLines(memory: MaillogMemory, event: LabEvent): MaillogLine[] {
  const { host, queueId, message } = event;
  if (event.type === 'field.added') {
    if (message === undefined) return [];
    const { name, raw } = event.data;
    const value = name.toLowerCase() === 'message-id' ? raw.slice(raw.indexOf(':') + 1).trim() : undefined;
    memory.noteMessageId(message, value);
    return [];
  }
  if (event.type === 'smtp.mail' || event.type === 'smtp.rcpt' || event.type === 'smtp.data') {
    return followTry(memory, event);
  }
  if (queueId === undefined) return [];
  const line = (program: MaillogProgram, text: string): MaillogLine => ({ host, program, text: `${queueId}: ${text}` });
  // Nothing that came by LMTP is in a queue; its own log tells of it.
  if (event.conn !== undefined && memory.sessions.get(event.conn)?.program === 'lmtp') {
    return event.type === 'sieve.ran' ? ruled(event.data).map((text) => line('lmtp', text)) : [];
  }
  const entry = memory.entry(host, queueId);
  switch (event.type) {
    case 'message.arrived': {
      const { local } = event.data;
      return local ? [line('pickup', `uid=${local.uid} from=<${local.user}>`)] : [];
    }
    case 'message.stamped': {
      const messageId = message === undefined ? undefined : memory.messageId(message);
      return messageId === undefined ? [] : [line('cleanup', `message-id=${messageId === '' ? '<>' : messageId}`)];
    }
    case 'queue.entered':
      return [...entered(memory, event), line('qmgr', active(memory.entry(host, queueId)))];
    case 'rewrite.applied':
      if (entry && EXPANSIONS.has(event.data.step)) entry.alias = event.data.before;
      if (!entry && event.data.place === undefined) noteOriginal(memory, `${host} ${queueId}`, event.data);
      return REPAIRS.has(event.data.step) ? [line('cleanup', repaired(event.data))] : [];
    case 'queue.attempted':
      return attempted(memory, event).map((text) => line('qmgr', text));
    case 'queue.delivered': {
      const { recipients, reply } = event.data;
      return recipients.map((to) => {
        const attempt = entry?.tries.get(to);
        const program = agentOf(attempt);
        return line(program, status(event.at_ms, entry, to, reply, `sent (${quoted(attempt, reply)})`));
      });
    }
    case 'queue.deferred': {
      const { recipients, reply } = event.data;
      return recipients.map((to) =>
        line(
          agentOf(entry?.tries.get(to)),
          status(event.at_ms, entry, to, reply, `deferred (${reason(entry, to, reply)})`),
        ),
      );
    }
    case 'queue.bounced':
      return bounced(event, entry, line);
    case 'sieve.ran':
      return ruled(event.data).map((text) => line('virtual', text));
    case 'dsn.decided':
      return reported(event, entry, line);
    case 'queue.operated': {
      const said = OPERATED[event.data.operation];
      return said === undefined ? [] : [line('postsuper', said)];
    }
    case 'queue.removed':
      memory.forgetEntry(host, queueId, message);
      return [line('qmgr', 'removed')];
    default:
      return [];
  }
}

/** As Dovecot's Pigeonhole words it, with the line that decided. */
function ruled({ mailbox, actions, problem }: EventData['sieve.ran']): string[] {
  const did = actions.map(({ do: action, line, to }) => {
    const by = line > 0 ? `, line ${line}` : '';
    switch (action) {
      case 'keep':
        return `stored mail into mailbox 'INBOX'${by}`;
      case 'fileinto':
        return `stored mail into mailbox '${to ?? ''}'${by}`;
      case 'redirect':
        return `forwarded to <${to ?? ''}>${by}`;
      case 'discard':
        return `marked message to be discarded${by}`;
    }
  });
  const wrong = problem ? [`error: line ${problem.line}: ${problem.message}; the letter is kept`] : [];
  return [...wrong, ...did].map((text) => `sieve(${mailbox}): ${text}`);
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Follows a recipient through the tables, back to what the sender called it. */
function noteOriginal(memory: MaillogMemory, key: string, { step, before, after }: EventData['rewrite.applied']): void {
  if (!RENAMINGS.has(step)) return;
  const known = memory.originals.get(key) ?? new Map<string, string>();
  for (const one of after) if (one !== before) known.set(one, known.get(before) ?? before);
  memory.originals.set(key, known);
}

/** In the layout of a header check that replaces a line; what Postfix does of this kind it doesn't log. */
function repaired({ step, place = '', before, after: [after] }: EventData['rewrite.applied']): string {
  if (step === 'broken header') {
    return after === undefined ? `warning: header ends at: ${before}` : `replace: header ${before}: ${after}`;
  }
  if (before === '') return `prepend: header ${place}: ${after ?? ''}`;
  return after === undefined
    ? `ignore: header ${place}: ${before}`
    : `replace: header ${place}: ${before}: ${place}: ${after}`;
}

function entered(memory: MaillogMemory, event: LabEventOf<'queue.entered'>): MaillogLine[] {
  const { kind, parents, reversePath, octets, recipients } = event.data;
  const key = `${event.host} ${event.queueId ?? ''}`;
  memory.entries.set(key, {
    reversePath,
    octets,
    recipients: recipients.length,
    entered_ms: event.at_ms,
    attempt: 1,
    tries: new Map(),
    originals: memory.originals.get(key) ?? NONE,
  });
  memory.originals.delete(key);
  const [parent] = parents;
  const before = parent && memory.entry(parent.host, parent.queueId);
  if ((kind !== 'forward' && kind !== 'list') || before?.alias === undefined) return [];
  const reply = { code: 250, enhanced: '2.0.0', text: '' };
  const text = status(event.at_ms, before, before.alias, reply, `sent (forwarded as ${event.queueId ?? ''})`);
  return [{ host: parent?.host ?? event.host, program: 'local', text: `${parent?.queueId ?? ''}: ${text}` }];
}

function attempted(memory: MaillogMemory, event: LabEventOf<'queue.attempted'>): string[] {
  const { recipients, to, attempt: number } = event.data;
  const entry = memory.entry(event.host, event.queueId);
  if (!entry) return [];
  const attempt: LoggedAttempt = { to, begun_ms: event.at_ms, refused: new Map() };
  memory.attempts.set(event.seq, attempt);
  memory.latest.set(`${event.host} ${event.message ?? ''}`, attempt);
  for (const recipient of recipients) entry.tries.set(recipient, attempt);
  if (number <= entry.attempt) return [];
  entry.attempt = number;
  return [active(entry)];
}

/** What the next hop says to a try, for the line that the try ends in. */
function followTry(
  memory: MaillogMemory,
  event: LabEventOf<'smtp.mail'> | LabEventOf<'smtp.rcpt'> | LabEventOf<'smtp.data'>,
): MaillogLine[] {
  const session = event.conn === undefined ? undefined : memory.sessions.get(event.conn);
  if (!session) return [];
  if (event.type === 'smtp.mail') {
    // A connection may serve several letters: each begins here.
    const attempt = memory.latest.get(`${session.client.host} ${event.message ?? ''}`);
    if (!attempt) return [];
    const { host, address, port } = session.server;
    Object.assign(attempt, { mail_ms: event.at_ms, relay: { name: host, address, port } });
    session.attempt = attempt;
  } else if (!event.data.accepted && session.attempt) {
    const { forwardPath, reply } = event.data;
    if (forwardPath !== undefined) session.attempt.refused.set(forwardPath, reply);
    else session.attempt.refusedData = reply;
  }
  return [];
}

function bounced(
  event: LabEventOf<'queue.bounced'>,
  entry: LoggedEntry | undefined,
  line: (program: MaillogProgram, text: string) => MaillogLine,
): MaillogLine[] {
  const { recipients, reply } = event.data;
  // A reply that said "later" for as long as the queue keeps a letter.
  const expired = reply.code < 500;
  const lines = recipients.map((to) =>
    expired
      ? line('qmgr', `from=<${entry?.reversePath ?? ''}>, status=expired, returned to sender`)
      : line(
          agentOf(entry?.tries.get(to)),
          status(event.at_ms, entry, to, reply, `bounced (${reason(entry, to, reply)})`),
        ),
  );
  return lines;
}

/** One line a report, however many recipients it is about. */
function reported(
  event: LabEventOf<'dsn.decided'>,
  entry: LoggedEntry | undefined,
  line: (program: MaillogProgram, text: string) => MaillogLine,
): MaillogLine[] {
  const { report, action, why } = event.data;
  if (report === undefined || entry?.report === report) return [];
  if (entry) entry.report = report;
  const whom = why === 'double bounce' ? 'postmaster' : 'sender';
  const what = action === 'failed' ? 'non-delivery' : action === 'delayed' ? 'delay' : 'delivery status';
  return [line('bounce', `${whom} ${what} notification: ${report}`)];
}

function active(entry: LoggedEntry | undefined): string {
  const { reversePath = '', octets = 0, recipients = 0 } = entry ?? {};
  return `from=<${reversePath}>, size=${octets}, nrcpt=${recipients} (queue active)`;
}

/** `to=<bob@...>, relay=mx1...[...]:25, delay=..., delays=a/b/c/d, dsn=2.0.0, status=...` */
function status(at_ms: number, entry: LoggedEntry | undefined, to: string, reply: ReplyText, outcome: string): string {
  const attempt = entry?.tries.get(to);
  const entered_ms = entry?.entered_ms ?? at_ms;
  const begun_ms = attempt?.begun_ms ?? at_ms;
  const mail_ms = attempt?.mail_ms ?? at_ms;
  // Before the try; in the queue manager, which takes no time here; setting up; handing over.
  const delays = [begun_ms - entered_ms, 0, mail_ms - begun_ms, at_ms - mail_ms].map(seconds).join('/');
  const dsn = reply.enhanced ?? (reply.code < 300 ? '2.0.0' : reply.code < 500 ? '4.0.0' : '5.0.0');
  const delay = seconds(at_ms - entered_ms);
  const original = entry?.originals.get(to);
  const called = original === undefined ? '' : `, orig_to=<${original}>`;
  return `to=<${to}>${called}, relay=${relayOf(attempt)}, delay=${delay}, delays=${delays}, dsn=${dsn}, status=${outcome}`;
}

/** Which of Postfix's programs had the letter. */
function agentOf(attempt: LoggedAttempt | undefined): 'virtual' | 'local' | 'smtp' {
  if (attempt?.to === 'mailbox') return 'virtual';
  return attempt?.to === 'command' || attempt?.to === 'file' ? 'local' : 'smtp';
}

function relayOf(attempt: LoggedAttempt | undefined): string {
  if (!attempt) return 'local';
  const agent = agentOf(attempt);
  if (agent !== 'smtp') return agent;
  const { relay } = attempt;
  return relay ? `${relay.name}[${relay.address}]:${relay.port}` : 'none';
}

function quoted(attempt: LoggedAttempt | undefined, reply: ReplyText): string {
  const said = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
  return attempt && agentOf(attempt) !== 'smtp' ? reply.text : said;
}

/** Why it went no further: what the next hop said, or our own words when it never got to speak. */
function reason(entry: LoggedEntry | undefined, to: string, reply: ReplyText): string {
  const attempt = entry?.tries.get(to);
  const refused = attempt?.refused.get(to) ?? attempt?.refusedData;
  if (!attempt?.relay || !refused) return reply.text;
  const during = attempt.refused.has(to) ? 'RCPT TO command' : 'end of DATA command';
  const { name, address } = attempt.relay;
  return `host ${name}[${address}] said: ${quoted(undefined, reply)} (in reply to ${during})`;
}

/** Two figures, as Postfix writes delays: 0.04, 1.3, 27. */
function seconds(ms: number): string {
  const value = Math.max(0, ms) / 1000;
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

/** What postsuper writes; a flush is nobody's news. */
const OPERATED: Readonly<Partial<Record<LabEventOf<'queue.operated'>['data']['operation'], string>>> = {
  hold: 'placed on hold',
  release: 'released from hold',
  delete: 'removed',
  requeue: 'requeued',
};

/** What an MSA does to a header that it was given. */
const REPAIRS: ReadonlySet<string> = new Set(['header', 'sender', 'broken header']);

/** Steps that give a recipient another name in the letter's own envelope. */
const RENAMINGS: ReadonlySet<string> = new Set(['standard form', 'recipient canonical', 'canonical', 'virtual']);

/** Tables that put other recipients in one's place, by the step that tells of it. */
const EXPANSIONS: ReadonlySet<string> = new Set(['alias', 'owner', 'forward', 'catch-all', 'srs', 'sieve', 'list']);
