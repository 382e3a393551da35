// A letter in a mailbox as a session has it: no session holds the mail store as it was at its end, but everything that
// the store was made of. Counterpart: `store.read`. Rule: octet for octet what the live lab would answer, or nothing.

import type { LabState } from '../../contract/fold/state.ts';
import type { BytesRef, HostName, MessageId } from '../../contract/ids.ts';
import type { SessionFile } from '../../contract/session/session-file.ts';
import { toByteString } from '../../mail/bytes.ts';
import { splitMessage } from '../../mail/fields.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';

/** What a letter is put together from. */
export interface LetterParts {
  file: Pick<SessionFile, 'paths' | 'file'> & { capture: Pick<SessionFile['capture'], 'read'> };
  state: LabState;
  /** Where the octets of a letter crossed a wire, in order, and which host had them written down. */
  dataOf: (message: MessageId) => readonly { host: HostName; ref: BytesRef }[];
}

/** The whole letter, one character an octet; undefined when the session has no such letter. */
export async function storedLetter(parts: LetterParts, mailbox: string, uid: number): Promise<string | undefined> {
  const letter = parts.state.mailboxes[mailbox]?.letters.find((one) => one.uid === uid);
  if (!letter) return undefined;
  return (await fromStart(parts.file, letter.file)) ?? fromWire(parts, mailbox, uid, letter.message);
}

/** A letter that was there when the run began. */
async function fromStart(file: LetterParts['file'], path: string): Promise<string | undefined> {
  const base = baseName(path);
  const found = file.paths.find((one) => baseName(one) === base);
  return found === undefined ? undefined : toByteString(await file.file(found));
}

/** A Maildir name without its directory and flags. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).split(/[:;]2,/)[0] ?? path;
}

/** A letter that was delivered in the run: its last header, and its body as it came over the wire. */
async function fromWire(
  { file, state, dataOf }: LetterParts,
  mailbox: string,
  uid: number,
  id: MessageId | undefined,
): Promise<string | undefined> {
  const message = id === undefined ? undefined : state.messages[id];
  const copy = message?.delivered.find((one) => one.mailbox === mailbox && one.uid === uid);
  if (!message || !copy || id === undefined) return undefined;
  const data = dataOf(id);
  const { ref } = data.findLast((one) => one.host === copy.host) ?? data.at(-1) ?? {};
  const wire = ref && (await file.capture.read(ref));
  if (!wire) return undefined;
  const { separator, body } = splitMessage(toByteString(unstuffDots(wire)));
  const header = copy.fields.map((field) => message.fields[field]?.raw ?? '').join('');
  return header + separator + body;
}
