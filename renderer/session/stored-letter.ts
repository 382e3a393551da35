// A letter in a mailbox as a session has it: no session holds the mail store as it was at its end, but everything that
// the store was made of. Counterpart: `store.read`. Rule: octet for octet what the live lab would answer, or nothing.

import type { LabEventOf } from '../../contract/events.ts';
import type { Session } from '../../contract/session/read-session.ts';
import { toByteString } from '../../mail/bytes.ts';
import { splitMessage } from '../../mail/fields.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';

/** The whole letter, one character an octet; undefined when the session has no such letter. */
export function storedLetter(session: Session, mailbox: string, uid: number): string | undefined {
  const letter = session.state.mailboxes[mailbox]?.letters.find((one) => one.uid === uid);
  if (!letter) return undefined;
  return fromStart(session, letter.file) ?? fromWire(session, mailbox, uid, letter.message);
}

/** A letter that was there when the run began. */
function fromStart({ files }: Session, file: string): string | undefined {
  const base = baseName(file);
  for (const [path, bytes] of files) if (baseName(path) === base) return toByteString(bytes);
  return undefined;
}

/** A Maildir name without its directory and flags. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split(/[:;]2,/)[0] ?? path;
}

/** A letter that was delivered in the run: its last header, and its body as it came over the wire. */
function fromWire(session: Session, mailbox: string, uid: number, id: string | undefined): string | undefined {
  const message = id === undefined ? undefined : session.state.messages[id];
  const copy = message?.delivered.find((one) => one.mailbox === mailbox && one.uid === uid);
  if (!message || !copy) return undefined;
  const data = session.events.filter(
    (event): event is LabEventOf<'wire.bulk'> =>
      event.type === 'wire.bulk' && event.data.kind === 'mailData' && event.message === id,
  );
  const { ref } = (data.findLast((event) => event.host === copy.host) ?? data.at(-1))?.data ?? {};
  if (!ref || ref.at + ref.length > session.capture.length) return undefined;
  const wire = session.capture.slice(ref.at, ref.at + ref.length);
  const { separator, body } = splitMessage(toByteString(unstuffDots(wire)));
  const header = copy.fields.map((field) => message.fields[field]?.raw ?? '').join('');
  return header + separator + body;
}

/** The captured octets at a place; undefined when they were dropped. */
export function capturedBytes({ capture }: Session, at: number, length: number): string | undefined {
  return at + length > capture.length ? undefined : toByteString(capture.subarray(at, at + length));
}
