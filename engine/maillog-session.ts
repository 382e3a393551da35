// The lines that a listening daemon writes: who came, what was refused, how it ended. Counterpart:
// maillog-queue.ts (what became of the letters), maillog.ts. Rule: Postfix's smtpd in layout and
// wording; a session is `NOQUEUE` until its letter has been taken.

import type { EventData, LabEvent, LabEventOf, ReplyText } from '../contract/events.ts';
import type { FaultDeed } from '../contract/faults.ts';
import { lmtpLines } from './maillog-lmtp.ts';
import type { Flagged, LoggedSession, MaillogLine, MaillogMemory, MaillogProgram } from './maillog-memory.ts';

/** The order in which Postfix counts commands at the end of a session. */
const COUNTED = ['helo', 'ehlo', 'starttls', 'auth', 'mail', 'rcpt', 'data', 'rset', 'noop', 'vrfy', 'quit'];

/** Lines for an event of a connection; the memory follows it. */
export function sessionLines(memory: MaillogMemory, event: LabEvent): MaillogLine[] {
  if (event.type === 'conn.opened') return opened(memory, event);
  if (event.type === 'dns.asked' || event.type === 'dns.answered') return looked(memory, event);
  const session = event.conn === undefined ? undefined : memory.sessions.get(event.conn);
  if (!session || event.conn === undefined) return [];
  const line = (text: string): MaillogLine => ({ host: session.server.host, program: session.program, text });
  if (session.program === 'lmtp') return lmtpLines(memory, session, event).map(line);
  switch (event.type) {
    case 'fault.struck':
      if (isUnknownToServer(event.data.deed) && event.data.from) session.unheard.add(event.data.from);
      return [];
    case 'wire.line':
      if (session.unheard.delete(event.data.from)) return [];
      return event.data.from === 'client' ? said(session, event.data) : answered(session, event.data.bytes, line);
    case 'tls.started': {
      session.tls = event.data;
      return session.greeted ? [line(tlsLine(session))] : [];
    }
    case 'smtp.helo':
      session.helo = event.data.argument;
      session.verb = event.data.verb;
      return [];
    case 'smtp.mail':
      session.reversePath = event.data.reversePath;
      delete session.flaggedLetter;
      return [];
    case 'policy.decided':
      flag(session, event.data);
      return [];
    case 'auth.succeeded':
      session.sasl = event.data;
      return [];
    case 'auth.failed':
      return isMail(session) && event.data.problem === 'credentials'
        ? [
            line(
              `warning: ${peer(session)}: SASL ${event.data.mechanism} authentication failed: authentication failure`,
            ),
          ]
        : [];
    case 'smtp.rcpt': {
      const { accepted, forwardPath, reply } = event.data;
      if (!accepted) return [line(rejection(session, 'RCPT', reply, forwardPath))];
      const { flagged, flaggedLetter = flagged } = session;
      if (!flaggedLetter) return [];
      return [line(noQueue(session, flaggedLetter.action, 'RCPT', flaggedLetter.text, forwardPath))];
    }
    case 'smtp.data':
      return event.data.accepted ? [] : [line(rejection(session, 'END-OF-MESSAGE', event.data.reply))];
    case 'policy.spoken': {
      const { at, reply } = event.data;
      // What is spoken at the other two stages is told by their own events.
      if (at === 'rcpt' || at === 'message') return [];
      return [line(rejection(session, at === 'helo' ? session.verb : at.toUpperCase(), reply))];
    }
    case 'message.arrived':
      return event.queueId === undefined ? [] : [line(`${event.queueId}: ${clientLine(session)}`)];
    case 'pop3.login':
    case 'imap.login':
      return [line(loginLine(session, event.data))];
    case 'conn.closed': {
      memory.forgetSession(event.conn);
      return isMail(session) ? closed(session, event.data, line) : [];
    }
    default:
      return [];
  }
}

/** `visitor.example[198.51.100.77]`: the name that the address led to and back, or `unknown`. */
export function peer(session: LoggedSession): string {
  return `${session.name ?? 'unknown'}[${session.client.address}]`;
}

function opened(memory: MaillogMemory, event: LabEventOf<'conn.opened'>): MaillogLine[] {
  const { client, server, protocol } = event.data;
  if (event.conn === undefined || protocol === 'raw') return [];
  memory.because.set(event.seq, event.conn);
  const attempt = event.cause === undefined ? undefined : memory.attempts.get(event.cause);
  if (attempt) attempt.relay = { name: server.host, address: server.address, port: server.port };
  memory.sessions.set(event.conn, {
    program: programOf(protocol, server.port),
    client,
    server,
    greeted: false,
    helo: '',
    verb: 'CONNECT',
    reversePath: '',
    open: [],
    challenged: false,
    unheard: new Set(),
    counts: new Map(),
    last: 'CONNECT',
    ...(attempt ? { attempt } : {}),
  });
  if (protocol === 'lmtp') return [{ host: server.host, program: protocol, text: `Connect from ${client.address}` }];
  return [];
}

function programOf(protocol: string, port: number): MaillogProgram {
  if (protocol === 'submission') return port === 465 ? 'submissions/smtpd' : 'submission/smtpd';
  return protocol === 'pop3' || protocol === 'imap' || protocol === 'lmtp' ? protocol : 'smtpd';
}

/** Said to the client in the server's stead, or to a server that never heard it: no line of its log knows of that. */
function isUnknownToServer(deed: FaultDeed): boolean {
  return deed === 'unheard' || deed === 'answered';
}

/** Follows the lookups that a connection led to: a name counts when its own address is the peer's. */
function looked(memory: MaillogMemory, event: LabEventOf<'dns.asked'> | LabEventOf<'dns.answered'>): MaillogLine[] {
  const conn = event.cause === undefined ? undefined : memory.because.get(event.cause);
  const session = conn === undefined ? undefined : memory.sessions.get(conn);
  if (conn === undefined || !session || session.greeted) return [];
  memory.because.set(event.seq, conn);
  if (event.type === 'dns.asked') return [];
  for (const { type, data } of event.data.answers) {
    if (type === 'PTR') session.candidate = data.replace(/\.$/, '').toLowerCase();
    const confirmed = type === 'A' && data === session.client.address && session.candidate !== undefined;
    if (confirmed) session.name = session.candidate ?? '';
  }
  return [];
}

function said(session: LoggedSession, { bytes }: EventData['wire.line']): MaillogLine[] {
  if (!isMail(session) || session.challenged) return [];
  const verb = (/^\s*([A-Za-z]{1,16})/.exec(bytes)?.[1] ?? '').toLowerCase();
  const known = COUNTED.includes(verb) ? verb : 'unknown';
  session.last = known.toUpperCase();
  if (session.open.length < 1000) session.open.push(known);
  return [];
}

function answered(session: LoggedSession, bytes: string, line: (text: string) => MaillogLine): MaillogLine[] {
  const [, code = '', more = ''] = /^(\d{3})(-?)/.exec(bytes) ?? [];
  if (!isMail(session) || code === '') return [];
  if (!session.greeted) {
    session.greeted = true;
    return [line(`connect from ${peer(session)}`), ...(session.tls ? [line(tlsLine(session))] : [])];
  }
  session.challenged = code === '334';
  if (more === '-' || session.challenged || code === '354') return [];
  const verb = session.open.shift();
  if (verb === undefined) return [];
  const count = session.counts.get(verb) ?? { good: 0, all: 0 };
  session.counts.set(verb, { good: count.good + (code < '400' ? 1 : 0), all: count.all + 1 });
  return [];
}

function closed(
  session: LoggedSession,
  { by }: EventData['conn.closed'],
  line: (text: string) => MaillogLine,
): MaillogLine[] {
  const lines = session.greeted ? [] : [line(`connect from ${peer(session)}`)];
  if (by !== 'server' && session.last !== 'QUIT')
    lines.push(line(`lost connection after ${session.last} from ${peer(session)}`));
  const counted = [...COUNTED, 'unknown'].flatMap((verb) => {
    const count = session.counts.get(verb);
    return count ? [`${verb}=${fraction(count)}`] : [];
  });
  const total = { good: 0, all: 0 };
  for (const { good, all } of session.counts.values()) {
    total.good += good;
    total.all += all;
  }
  lines.push(line(['disconnect from', peer(session), ...counted, `commands=${fraction(total)}`].join(' ')));
  return lines;
}

/** `rcpt=1`, or `rcpt=0/1` when some were refused. */
function fraction({ good, all }: { good: number; all: number }): string {
  return good === all ? String(all) : `${good}/${all}`;
}

function clientLine(session: LoggedSession): string {
  const { sasl } = session;
  const login = sasl ? `, sasl_method=${sasl.mechanism}, sasl_username=${sasl.login}` : '';
  return `client=${peer(session)}${login}`;
}

function tlsLine(session: LoggedSession): string {
  const { version = '', cipher = '' } = session.tls ?? {};
  const bits = /_(256|CHACHA20)/.test(cipher) ? 256 : 128;
  return `Anonymous TLS connection established from ${peer(session)}: ${version} with cipher ${cipher} (${bits}/${bits} bits)`;
}

function loginLine(session: LoggedSession, { login, accepted }: { login: string; accepted: boolean }): string {
  const where = `rip=${session.client.address}, lip=${session.server.address}${session.tls ? ', TLS' : ''}`;
  return `${accepted ? 'Login' : 'Login failed'}: user=<${login}>, ${where}`;
}

/** What an access table calls that which it looks up. */
const SUBJECTS: Readonly<Record<string, string>> = {
  client: 'Client host',
  helo: 'Helo command',
  sender: 'Sender address',
  recipient: 'Recipient address',
};

/** Remembers a letter that will be taken and not delivered, until its recipient is known. */
function flag(session: LoggedSession, { verdict, stage, reasons }: EventData['policy.decided']): void {
  if (verdict !== 'discard' && verdict !== 'quarantine') return;
  const { subject = '', table = '', text = '' } = reasons[0]?.params ?? {};
  const flagged: Flagged = {
    action: verdict === 'discard' ? 'discard' : 'hold',
    text: `<${subject}>: ${SUBJECTS[String(table)] ?? table} ${text}`,
  };
  if (stage === 'connect' || stage === 'helo') session.flagged = flagged;
  else session.flaggedLetter = flagged;
}

function rejection(session: LoggedSession, at: string, reply: ReplyText, forwardPath?: string): string {
  const said = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
  return noQueue(session, 'reject', at, said, forwardPath);
}

function noQueue(session: LoggedSession, action: string, at: string, said: string, forwardPath?: string): string {
  const envelope = [
    ...(session.open.includes('mail') || forwardPath !== undefined || at === 'END-OF-MESSAGE'
      ? [`from=<${session.reversePath}>`]
      : []),
    ...(forwardPath === undefined ? [] : [`to=<${forwardPath}>`]),
    `proto=${session.verb === 'EHLO' ? 'ESMTP' : 'SMTP'}`,
    ...(session.helo === '' ? [] : [`helo=<${session.helo}>`]),
  ];
  return `NOQUEUE: ${action}: ${at} from ${peer(session)}: ${said}; ${envelope.join(' ')}`;
}

function isMail(session: LoggedSession): boolean {
  return session.program !== 'pop3' && session.program !== 'imap';
}
