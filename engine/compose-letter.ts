// A letter as a mail program writes it down: an RFC 5322 header, a MIME body. Counterpart: mua.ts sends it, `mail.compose`
// shows it before. Rule: what the writer asked for and nothing else; Bcc is left out; ids come from the lab's own chance.

import MailComposer from 'nodemailer/lib/mail-composer';

import type { Letter } from '../contract/commands.ts';
import type { Host } from '../contract/topology.ts';
import { decodeBase64 } from '../mail/transfer.ts';
import type { Clock, RandomStream } from './world.ts';

/** What the machine that somebody writes on gives. */
export interface Pen {
  clock: Clock;
  random: RandomStream;
  desk: Host;
}

export function composeLetter(letter: Letter, { clock, random, desk }: Pen): Promise<Uint8Array> {
  const { inReplyTo, references = inReplyTo === undefined ? [] : [inReplyTo], attachments = [] } = letter;
  const composer = new MailComposer({
    from: letter.from,
    to: [...letter.to],
    cc: [...letter.cc],
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    subject: letter.subject,
    text: letter.text,
    attachments: attachments.map(({ name, type, base64 }) => ({
      filename: name,
      contentType: type,
      contentDisposition: 'attachment' as const,
      content: Buffer.from(decodeBase64(base64)),
    })),
    date: new Date(clock.now_ms()),
    messageId: `<${random.id(16).toLowerCase()}@${desk.name}>`,
    // A letter of one part has no boundary, and takes nothing more from chance.
    ...(attachments.length === 0 ? {} : { baseBoundary: random.id(16) }),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
