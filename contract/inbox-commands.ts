// What can be asked of the mail program of a lab's user that reads. Counterpart: commands.ts, which takes these in;
// engine/commands/inbox.ts. Rule: the connection is opened by the first question and stays.

import type { InboxFolder, InboxLetter } from './answers.ts';
import { letterSchema } from './letter.ts';
import { asOctets } from './octets.ts';
import { z } from './schema.ts';

/** An address as mailboxes and tables have it. */
export const addressOctets = z.string().max(320).transform(asOctets);
/** A folder of a mailbox as its server calls it. */
const folder = z.string().min(1).max(500);
export const openFolder = folder.default('INBOX');
const uids = z.array(z.int().min(1)).min(1).max(1000);
/** Where letters are moved to: a folder, or whichever serves a purpose (RFC 6154), made if there is none. */
const destination = z.union([
  z.strictObject({ path: folder }),
  z.strictObject({ use: z.enum(['drafts', 'junk', 'sent', 'trash']) }),
]);

export const inboxArgs = {
  /** How a user reads their mail from now on. `leave`: over POP3, letters stay on the server. */
  'inbox.use': z.strictObject({
    address: addressOctets,
    reader: z.enum(['imap', 'pop3']),
    leave: z.boolean().default(true),
  }),
  'inbox.folders': z.strictObject({ address: addressOctets }),
  /** The connection opens with the first of these and stays. `anew`: over POP3, in a new session. */
  'inbox.list': z.strictObject({ address: addressOctets, folder: openFolder, anew: z.boolean().default(false) }),
  /** Marks it as read, as mail programs do. */
  'inbox.read': z.strictObject({ address: addressOctets, folder: openFolder, uid: z.int().min(1) }),
  'inbox.flag': z.strictObject({
    address: addressOctets,
    folder: openFolder,
    uids,
    flag: z.enum(['\\Seen', '\\Answered', '\\Flagged', '\\Deleted']),
    on: z.boolean(),
  }),
  'inbox.move': z.strictObject({
    address: addressOctets,
    folder: openFolder,
    uids,
    to: destination,
    /** They stay where they are as well. */
    copy: z.boolean().default(false),
  }),
  /** Removes them for good. */
  'inbox.remove': z.strictObject({ address: addressOctets, folder: openFolder, uids }),
  'inbox.search': z.strictObject({
    address: addressOctets,
    folder: openFolder,
    text: z.string().max(200).default(''),
    in: z.enum(['text', 'from', 'to', 'subject']).default('text'),
    unread: z.boolean().default(false),
    flagged: z.boolean().default(false),
  }),
  'inbox.makeFolder': z.strictObject({ address: addressOctets, folder }),
  'inbox.renameFolder': z.strictObject({ address: addressOctets, folder, to: folder }),
  /** With the letters in it. */
  'inbox.removeFolder': z.strictObject({ address: addressOctets, folder }),
  /** Keeps an unfinished letter in its writer's Drafts; `instead`: an earlier draft that it replaces. */
  'inbox.draft': z.strictObject({ letter: letterSchema, instead: z.int().min(1).optional() }),
  /** Logs out. */
  'inbox.close': z.strictObject({ address: addressOctets }),
} satisfies Record<string, z.ZodType>;

export interface InboxReply {
  'inbox.use': Record<string, never>;
  'inbox.folders': { conn: string; folders: InboxFolder[] };
  /** `total`: what the folder holds; the latest are listed. */
  'inbox.list': { conn: string; letters: InboxLetter[]; total: number };
  /** One character an octet. */
  'inbox.read': { bytes: string };
  'inbox.flag': Record<string, never>;
  /** Where they are now, in the order asked for, as far as the server tells (RFC 4315). */
  'inbox.move': { folder: string; uids: number[] };
  'inbox.remove': Record<string, never>;
  /** `sent`: the command as it went to the server; absent where the program looked by itself. */
  'inbox.search': { uids: number[]; sent?: string };
  'inbox.makeFolder': Record<string, never>;
  'inbox.renameFolder': Record<string, never>;
  'inbox.removeFolder': Record<string, never>;
  'inbox.draft': { folder: string; uid?: number };
  'inbox.close': Record<string, never>;
}
