// A letter begun elsewhere, for the form to go on with: an answer, a letter passed on, one out of Drafts. Counterpart:
// write-form.tsx. Rule: an answer names the letters before it, as RFC 5322 section 3.6.4 asks, and quotes as people do;
// what is passed on whole goes along octet for octet.

import type { CommandInput } from '../../contract/commands.ts';
import { addressKey } from '../../mail/address.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import { decodeBody } from '../../mail/mime.ts';
import { encodeBase64 } from '../../mail/transfer.ts';
import type { ShownLetter } from './shown-letter.ts';

export type AttachedFile = NonNullable<CommandInput<'mail.send'>['attachments']>[number];

export interface Draft {
  from: string;
  to: string;
  cc?: string;
  bcc?: string;
  subject: string;
  text: string;
  inReplyTo?: string;
  references?: string[];
  attachments?: AttachedFile[];
  /** The letter in a mailbox that this one answers. */
  answers?: { address: string; folder: string; uid: number };
  /** Its uid in Drafts, where it lies already. */
  kept?: number;
}

/** The letter, and where it lies. */
export interface Source {
  letter: ShownLetter;
  address: string;
  folder: string;
  uid: number;
}

/** An answer from the user who has the letter; `all`: also to everybody else whom it went to. */
export function answerTo({ letter, address, folder, uid }: Source, all = false): Draft {
  const [sender] = parseMailboxes(letter.replyTo === '' ? letter.from : letter.replyTo);
  const to = sender?.address ?? '';
  const known = new Set([addressKey(address), addressKey(to)]);
  const others = [...parseMailboxes(letter.to), ...parseMailboxes(letter.cc)]
    .map((one) => one.address)
    .filter((one) => !known.has(addressKey(one)) && known.add(addressKey(one)));
  const { messageId } = letter;
  return {
    from: address,
    to,
    ...(all && others.length > 0 ? { cc: others.join(', ') } : {}),
    subject: /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`,
    text: `\n\n${quoted(letter.text)}\n`,
    answers: { address, folder, uid },
    ...(messageId === '' ? {} : { inReplyTo: messageId, references: [...letter.references, messageId].slice(-100) }),
  };
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const forwarded = (subject: string): string => (/^fwd?:/i.test(subject) ? subject : `Fwd: ${subject}`);

/** The letter's words in a letter of one's own; what hung on it goes along. */
export function passedOn({ letter, address }: Source, octets: string): Draft {
  const lines = (['from', 'date', 'subject', 'to', 'cc'] as const)
    .filter((name) => letter[name] !== '')
    .map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}: ${letter[name]}`);
  return {
    from: address,
    to: '',
    subject: forwarded(letter.subject),
    text: `\n\n-------- Forwarded message --------\n${lines.join('\n')}\n\n${letter.text}\n`,
    attachments: letter.attachments.map(({ part, name, type }) => ({
      name,
      type: mediaType(type),
      base64: encodeBase64(decodeBody(part, octets)),
    })),
  };
}

/** The letter itself, untouched, as an attachment. */
export function passedOnWhole({ letter, address }: Source, octets: string): Draft {
  const name = `${
    letter.subject
      .replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')
      .trim()
      .slice(0, 60) || 'letter'
  }.eml`;
  return {
    from: address,
    to: '',
    subject: forwarded(letter.subject),
    text: '\n',
    attachments: [{ name, type: 'message/rfc822', base64: encodeBase64(fromByteString(octets)) }],
  };
}

/** A letter that was kept unfinished, as the form had it. */
export function resumed({ letter, address, uid }: Source, octets: string): Draft {
  const inReplyTo = letter.references.at(-1);
  return {
    from: address,
    to: addressesOf(letter.to),
    cc: addressesOf(letter.cc),
    subject: letter.subject,
    text: letter.text,
    attachments: passedOn({ letter, address, folder: '', uid }, octets).attachments ?? [],
    ...(inReplyTo === undefined ? {} : { inReplyTo, references: letter.references }),
    kept: uid,
  };
}

const addressesOf = (field: string): string =>
  parseMailboxes(field)
    .map(({ address }) => address)
    .join(', ');

/** What a stranger calls a type may be no type. */
export function mediaType(type: string): string {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type) && type.length <= 127 ? type : 'application/octet-stream';
}
