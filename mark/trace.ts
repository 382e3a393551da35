// A run as marking compares it: what was said, letter by letter, and what came of it, without what differs each time (ids,
// dates, how long something took). Counterpart: differences.ts. Rule: pure; of connections between servers only the
// transactions count, because which letter found a connection still open is a matter of milliseconds.

import type { LabEvent, LabEventOf } from '../contract/events.ts';
import type { BytesRef, ConnId } from '../contract/ids.ts';

/** Some lines that belong together, at two ends. */
export interface Talk {
  between: string;
  lines: string[];
  /** The first event of it. */
  seq: number;
  /** It was still going on at the end of the run. */
  isOpen: boolean;
}

export interface Trace {
  talks: Talk[];
  /** What became of letters and what was decided, one line each. */
  outcomes: { line: string; seq: number }[];
  queueIds: ReadonlySet<string>;
  /** The last thing that was done to the lab. */
  lastInput: number;
}

interface Open {
  between: string;
  isPersons: boolean;
  lines: string[];
  seq: number;
}

/** `bytes`: captured octets, one character each. */
export function traceOf(events: readonly LabEvent[], bytes: (ref: BytesRef) => string): Trace {
  const talks: Talk[] = [];
  const outcomes: Trace['outcomes'] = [];
  const queueIds = new Set<string>();
  const open = new Map<ConnId, Open>();
  let lastInput = 0;
  const close = (conn: ConnId, isOpen: boolean) => {
    const talk = open.get(conn);
    open.delete(conn);
    if (!talk) return;
    const whole = { ...talk, isOpen };
    talks.push(...(talk.isPersons ? [whole] : transactions(whole)).map(bySide));
  };
  for (const event of events) {
    const { conn = '', seq } = event;
    if (event.type === 'queue.entered') queueIds.add(`${event.host} ${event.queueId}`);
    if (event.type.startsWith('input.')) lastInput = seq;
    if (event.type === 'conn.opened') open.set(conn, opened(event));
    else if (event.type === 'conn.closed') close(conn, false);
    else if (event.type === 'wire.line' || event.type === 'wire.bulk') {
      open.get(conn)?.lines.push(...linesOf(event, bytes));
    } else {
      const line = outcomeOf(event);
      if (line !== undefined) outcomes.push({ line, seq });
    }
  }
  for (const conn of [...open.keys()]) close(conn, true);
  return { talks, outcomes, queueIds, lastInput };
}

function opened({ seq, data: { client, server, door, purpose } }: LabEventOf<'conn.opened'>): Open {
  const isPersons = door || purpose === 'shell';
  return { between: `${client.host} to ${server.host} port ${server.port}`, isPersons, lines: [], seq };
}

function linesOf(event: LabEventOf<'wire.line' | 'wire.bulk'>, bytes: (ref: BytesRef) => string): string[] {
  const said = event.type === 'wire.line' ? event.data.bytes : bytes(event.data.ref);
  const sign = event.data.from === 'client' ? '>' : '<';
  const isLetter = event.type === 'wire.bulk' && event.data.kind === 'mailData';
  const lines = (isLetter ? withoutTrace(said) : said).split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) => `${sign} ${withoutChance(line)}`);
}

/** From MAIL to the answer to the dot, each by itself. */
function transactions({ lines, ...talk }: Talk): Talk[] {
  const found: Talk[] = [];
  for (const line of lines) {
    if (/^> MAIL /i.test(line)) found.push({ ...talk, lines: [] });
    if (/^> (QUIT|RSET|EHLO|HELO|NOOP)/i.test(line) || /^< (221|421) /.test(line)) continue;
    found.at(-1)?.lines.push(line);
  }
  return found;
}

/** All that the client said, then all that the server did: who was faster by a millisecond is chance. */
function bySide({ lines, ...talk }: Talk): Talk {
  const isClients = (line: string) => line.startsWith('>');
  return { ...talk, lines: [...lines.filter(isClients), ...lines.filter((line) => !isClients(line))] };
}

/** The letter without its trace fields: they are the servers', and full of ids and dates. */
function withoutTrace(letter: string): string {
  const end = letter.search(/\r?\n\r?\n/);
  if (end < 0) return letter;
  const fields = letter.slice(0, end).split(/\r?\n(?![ \t])/);
  const kept = fields.filter((field) => !/^(received|dkim-signature|arc-[a-z-]+|authentication-results):/i.test(field));
  return `${kept.join('\n')}\n${letter.slice(end)}`;
}

const CHANCE: readonly (readonly [RegExp, string])[] = [
  // A date of RFC 5322, and one of IMAP.
  [/(?:\w{3}, )?\d{1,2}[ -]\w{3}[ -]\d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'DATE'],
  // Ids of queues, messages, boundaries and unique-ids; base64 of challenges and signatures.
  [/(?<![\w.@-])(?=[\w+/=.-]*\d)[\w+/=.-]{10,}(?![\w@])/g, 'ID'],
  [/<[\w.+-]{8,}@/g, '<ID@'],
  [/\d{5,}/g, 'N'],
  [/\b\d+(\.\d+)?(?= ?(s|ms|seconds?|minutes?)\b)/g, 'N'],
  [/^(334) .+/g, '$1 CHALLENGE'],
];

function withoutChance(line: string): string {
  return CHANCE.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

function outcomeOf(event: LabEvent): string | undefined {
  switch (event.type) {
    case 'store.delivered':
      return `${event.host} puts a letter into ${event.data.mailbox}`;
    case 'policy.decided':
      return `${event.host} ${event.data.policy} at ${event.data.stage}: ${event.data.verdict}`;
    case 'config.changed':
      return `${event.host} changes ${event.data.path} to ${JSON.stringify(event.data.after)}`;
    case 'pop3.login':
    case 'imap.login':
      return `${event.host} login of ${event.data.login}: ${event.data.accepted}`;
    default:
      return undefined;
  }
}
