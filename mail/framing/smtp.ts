// SMTP's frames: lines, and message data between 354 and the lone dot (RFC 5321 section 4.1.1.4) or after BDAT
// (RFC 3030). Counterpart: framing.ts. Rule: the server's 354 begins the data, not the client's DATA, so what an early
// talker sends before it stays lines, as the server itself will take it.

import type { DataReader, Framer, SecretRange } from '../framing.ts';
import { Cutter, type Line } from './cutter.ts';

export function smtpFramer(reader: DataReader = {}): Framer {
  let dataAsked = false; // a 354 that answers no DATA is a fault somebody planted, not the start of a message
  let chunking = false; // BDAT counts octets only at a server that offered it
  let authenticating = false; // from AUTH until its final reply every client line is a credential: RFC 4954 section 4

  const client = new Cutter((line) => {
    if (authenticating && line.first) return wholeLine(line);
    if (!line.first) return undefined;
    if (/^\s*DATA\s*$/i.test(line.text)) {
      dataAsked = true;
      // What follows a smuggled end came with it, and waits for no 354.
      if (client.endedBare) beginData();
    }
    const bdat = chunking && line.last ? /^\s*BDAT\s+(\d{1,15})\b/i.exec(line.text) : null;
    if (bdat) client.expectOctets(Number(bdat[1]), 'mailData');
    const auth = /^\s*AUTH\s+\S+\s*/i.exec(line.text);
    if (!auth) return undefined;
    authenticating = true;
    return { start: auth[0].length, end: line.text.trimEnd().length };
  });

  const server = new Cutter((line) => {
    if (!line.first) return undefined;
    const reply = /^(\d{3})(-| |\r|\n|$)/.exec(line.text);
    if (!reply) return undefined;
    if (/^250[- ]CHUNKING\s*$/i.test(line.text)) chunking = true;
    if (reply[2] === '-') return undefined;
    authenticating = reply[1] === '334';
    if (reply[1] === '354' && dataAsked) beginData();
    return undefined;
  });

  const beginData = (): void => {
    dataAsked = false;
    client.expectDot('mailData', reader.endsAtBareLf);
  };

  return {
    fromClient: (bytes) => client.push(bytes),
    fromServer: (bytes) => server.push(bytes),
    end: () => ({ client: client.end(), server: server.end() }),
  };
}

/** A continuation line of an AUTH exchange, except the `*` that gives it up. */
function wholeLine(line: Line): SecretRange | undefined {
  const end = line.text.trimEnd().length;
  return line.text.trim() === '*' ? undefined : { start: 0, end };
}
