// POP3's frames: lines, and the message that RETR or TOP brings as one bulk (RFC 1939 section 3). Counterpart:
// framing.ts. Rule: a client may send several commands ahead (RFC 2449 section 6.6), so answers are matched to commands
// in order; the short lists of LIST, UIDL and CAPA stay lines.

import type { Framer, SecretRange } from '../framing.ts';
import { PIPELINE_COUNT } from '../limits.ts';
import { Cutter, type Line } from './cutter.ts';

/** What a positive answer to a command is: a line, a line and a list of lines, or a line and a message. */
type Answer = 'line' | 'list' | 'message' | 'auth';

export function pop3Framer(): Framer {
  const awaited: Answer[] = ['line']; // the greeting answers no command
  let inList = false;
  let authenticating = false;

  const client = new Cutter((line) => {
    if (!line.first) return undefined;
    if (authenticating) return continuation(line);
    const answer = answerTo(line.text);
    if (awaited.length < PIPELINE_COUNT) awaited.push(answer);
    if (answer === 'auth') authenticating = true;
    return credential(line.text);
  });

  const server = new Cutter((line) => {
    if (!line.first) return undefined;
    if (inList) {
      inList = !/^\.\r?\n?$/.test(line.text);
      return undefined;
    }
    if (line.text.startsWith('+ ') || /^\+\r?\n$/.test(line.text)) return undefined; // a challenge: RFC 5034 section 4
    const answer = awaited.shift() ?? 'line';
    if (answer === 'auth') authenticating = false;
    if (!/^\+OK/i.test(line.text)) return undefined;
    if (answer === 'list') inList = true;
    if (answer === 'message' && line.last) server.expectDot('multiline');
    return undefined;
  });

  return {
    fromClient: (bytes) => client.push(bytes),
    fromServer: (bytes) => server.push(bytes),
    end: () => ({ client: client.end(), server: server.end() }),
  };
}

function answerTo(text: string): Answer {
  const [verb = '', argument = ''] = text.trim().split(/\s+/, 2);
  switch (verb.toUpperCase()) {
    case 'RETR':
    case 'TOP':
      return 'message';
    case 'LIST':
    case 'UIDL':
      return argument === '' ? 'list' : 'line'; // with a message number the answer is one line: RFC 1939 section 5
    case 'CAPA':
      return 'list';
    case 'AUTH':
      return argument === '' ? 'list' : 'auth'; // AUTH alone lists the mechanisms on older servers
    default:
      return 'line';
  }
}

/** PASS takes the rest of its line, spaces and all (RFC 1939 section 7); APOP's digest can be guessed against offline. */
function credential(text: string): SecretRange | undefined {
  const before = /^\s*(?:PASS |APOP\s+\S+\s+|AUTH\s+\S+\s+)/i.exec(text);
  return before ? { start: before[0].length, end: text.replace(/\r?\n$/, '').length } : undefined;
}

/** A client line inside an AUTH exchange, except the `*` that gives it up. */
function continuation(line: Line): SecretRange | undefined {
  return line.text.trim() === '*' ? undefined : { start: 0, end: line.text.trimEnd().length };
}
