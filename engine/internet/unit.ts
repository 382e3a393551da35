// A unit on its way over a connection: what it is, for holds, faults and filters, and how it goes on. Counterpart:
// tapped-socket.ts makes one of each frame. Rule: whoever stops it calls `pass` later, once, or never.

import type { FilterSubject } from '../../contract/filter/subject.ts';
import type { Seq, Side } from '../../contract/ids.ts';
import { toByteString } from '../../mail/bytes.ts';
import { isRefusal } from '../../mail/answer.ts';
import type { Frame } from '../../mail/framing.ts';
import type { Connection } from './connection.ts';

export interface Unit {
  from: Side;
  frame: Frame;
  /** The command that this is, or is the reply to: `MAIL`, `.` for message data, `CONNECT` for the banner. */
  verb: string;
  tls: boolean;
  /** Writes it down as said, with these octets; `input` is what it came of, where that has been told already. */
  note: (bytes: Uint8Array, input?: Seq) => void;
  /** Writes it down and lets it, or other bytes in its place, go on. */
  pass: (bytes: Uint8Array, input?: Seq) => void;
}

/** Octets of a unit that a filter reads: as long as a line of SMTP may be (RFC 5321 section 4.5.3.1.6). */
const READ_OCTETS = 1000;

/** A letter's text isn't searched: it is one unit, and its verb `.` names it. */
export function subjectOf(conn: Connection, { from, frame, verb, tls }: Unit): FilterSubject {
  const isText = verb === '.' && from === 'client';
  const line = isText || frame.secret ? '' : toByteString(frame.bytes.subarray(0, READ_OCTETS)).replace(/\r?\n$/, '');
  return {
    client: conn.client.host,
    server: conn.server.host,
    protocol: conn.protocol,
    byPerson: conn.byPerson,
    isRefusal: from === 'server' && isRefusal(line, conn.protocol),
    message: conn.carried?.message,
    ...{ from, tls, verb, text: line, policies: [], changed: false, held: false },
  };
}
