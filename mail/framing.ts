// Cuts a connection's two byte streams into the units that the capture log records: one frame a protocol line, and
// message data, multi-line answers and literals as bulk. Counterpart: engine/internet captures through it; one file a
// protocol stands in framing/. Rule: frames joined are the stream, byte for byte, and no memory grows with the input.
//
//   C: DATA\r\n                      -> line
//   S: 354 End data with ...\r\n     -> line, and the client's stream turns to message data
//   C: Subject: x\r\n\r\nHi\r\n.\r\n -> one bulk frame, the closing dot included
//   C: QUIT\r\n                      -> line

import type { ByteString } from './bytes.ts';
import { imapFramer } from './framing/imap.ts';
import { pop3Framer } from './framing/pop3.ts';
import { rawFramer } from './framing/raw.ts';
import { smtpFramer } from './framing/smtp.ts';

export type BulkKind = 'mailData' | 'multiline' | 'literal' | 'raw';

/** A range of octets inside `bytes`: `start` is in it, `end` is not. */
export interface SecretRange {
  start: number;
  end: number;
}

export interface Frame {
  /** A `line` has its line end, except a piece of an over-long line and what `end()` flushes. */
  kind: 'line' | 'bulk';
  bytes: Uint8Array;
  /** The octets of a line once more, as text: whoever reads the frame needn't make it again. Absent on bulk. */
  text?: ByteString;
  /** Where a password or other credential stands in `bytes`. */
  secret?: SecretRange;
  /** What a bulk frame carries; absent on lines. Pieces of one transfer have the same kind and follow one another. */
  bulk?: BulkKind;
}

/**
 * The framer of one connection. Feed it both directions in the order in which they were seen: SMTP's message data begins
 * only when the server has said 354. Bytes not yet framed are kept. A framer sees plaintext; after STARTTLS start a new one.
 */
export interface Framer {
  fromClient(bytes: Uint8Array): Frame[];
  fromServer(bytes: Uint8Array): Frame[];
  /** The connection closed: the unfinished rests of both directions. */
  end(): { client: Frame[]; server: Frame[] };
}

/** How the server of a connection reads message data; what is set when its 354 comes counts. */
export interface DataReader {
  /** A bare LF ends a line, also around the final dot. */
  endsAtBareLf?: boolean;
}

/** One entry a protocol. */
const FRAMERS = {
  smtp: smtpFramer,
  lmtp: smtpFramer,
  pop3: pop3Framer,
  imap: imapFramer,
  raw: rawFramer,
} satisfies Record<string, (reader?: DataReader) => Framer>;

export type FramedProtocol = keyof typeof FRAMERS;

/** A fresh framer for one connection of the protocol. */
export function framerFor(protocol: FramedProtocol, reader: DataReader = {}): Framer {
  return FRAMERS[protocol](reader);
}
