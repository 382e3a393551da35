// A letter that a user of the lab writes, before it becomes octets. Counterpart: engine/compose-letter.ts writes it down,
// `mail.send` and `inbox.draft` take it. Rule: whether an address exists is for the servers to say.

import { z } from './schema.ts';

const address = z.string().max(320);
const messageId = z
  .string()
  .max(998)
  .regex(/^<[^<>\s]+>$/, 'must be a Message-ID in angle brackets');
/** A file, or a whole letter (`message/rfc822`), that goes along. One frame of a screen carries all of them. */
const attachment = z.strictObject({
  name: z.string().min(1).max(255),
  type: z
    .string()
    .max(127)
    .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, 'must be a media type'),
  base64: z
    .string()
    .max(2_800_000)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64'),
});

/** A letter that a user of the lab writes. */
export const letterSchema = z.strictObject({
  from: address,
  to: z.array(address).max(1000).default([]),
  cc: z.array(address).max(1000).default([]),
  bcc: z.array(address).max(1000).default([]),
  subject: z.string().max(2000).default(''),
  text: z.string().max(1_000_000).default(''),
  /** The Message-ID of the letter that this one answers (RFC 5322 section 3.6.4). */
  inReplyTo: messageId.optional(),
  /** The letters before it in the conversation, the oldest first. */
  references: z.array(messageId).max(100).optional(),
  attachments: z.array(attachment).max(20).optional(),
  /** Where the envelope differs from the letter. */
  envelope: z.strictObject({ from: address.optional(), to: z.array(address).max(1000).optional() }).optional(),
  /** What is to be heard of its fate (RFC 3461): NOTIFY for every recipient, RET, and ENVID as plain text. */
  dsn: z
    .strictObject({
      notify: z
        .array(z.enum(['NEVER', 'SUCCESS', 'FAILURE', 'DELAY']))
        .max(3)
        .optional(),
      ret: z.enum(['FULL', 'HDRS']).optional(),
      envid: z.string().min(1).max(100).optional(),
    })
    .optional(),
});
export type Letter = z.output<typeof letterSchema>;
