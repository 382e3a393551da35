// How a person wants their mail read and shown. Counterpart: reader-sheet.tsx asks, inbox-desk.ts acts on it. Rule: kept in
// this browser; what is kept and doesn't fit counts as never chosen.

import { z } from '../../contract/schema.ts';
import { remembered } from '../store/remembered.ts';
import { SORTS } from './list-order.ts';

const readerSchema = z.object({ reader: z.enum(['imap', 'pop3']), leave: z.boolean() });
export type ReaderChoice = z.output<typeof readerSchema>;

export const BESIDES = ['disk', 'parts', 'none'] as const;

const schema = z.object({
  /** By address; who isn't named reads over IMAP. */
  readers: z.record(z.string().max(320), readerSchema).catch({}),
  /** What deleting does: into the folder for it, or IMAP's own mark. */
  deleting: z.enum(['trash', 'mark']).catch('trash'),
  keepsCopy: z.boolean().catch(true),
  isThreaded: z.boolean().catch(true),
  sort: z.object({ by: z.enum(SORTS), isDown: z.boolean() }).catch({ by: 'date', isDown: true }),
  /** What stands beside the letter as a mail program shows it. */
  beside: z.enum(BESIDES).catch('disk'),
});
export type InboxChoices = z.output<typeof schema>;

export const USUAL_CHOICES: InboxChoices = schema.parse({});
export const keptChoices = remembered('posthorn.inbox', schema);
export type KeptChoices = Pick<typeof keptChoices, 'recall' | 'remember'>;

export const readerOf = ({ readers }: InboxChoices, address: string): ReaderChoice =>
  readers[address] ?? { reader: 'imap', leave: true };
