// inbox.*: a user of the lab reads their mail, over IMAP or POP3, with a mail program of their own.

import { asOctets } from '../../contract/octets.ts';
import { composeLetter } from '../compose-letter.ts';
import type { Lab } from '../engine.ts';
import { InboxError, type MailReader } from '../inbox/mail-reader.ts';
import { readerOf } from '../inbox/open-reader.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';
import { writerOf } from './writer.ts';

export const inboxCommands: Group<'inbox'> = {
  'inbox.use': async (lab, { address, reader, leave }) => {
    await lab.run.inboxes.use(address, { reader, leave }).catch(() => undefined);
    return {};
  },
  'inbox.folders': (lab, { address }) =>
    asked(lab, address, async (reader) => ({ conn: reader.conn.id, folders: await reader.folders() })),
  'inbox.list': async (lab, { address, folder, anew }) => {
    const { inboxes } = lab.run;
    // A POP3 session sees what was there when it began; IMAP tells what is new.
    if (anew && inboxes.mannerOf(address).reader === 'pop3') await inboxes.close(address).catch(() => undefined);
    return asked(lab, address, async (reader) => ({ conn: reader.conn.id, ...(await reader.list(folder)) }));
  },
  'inbox.read': (lab, { address, folder, uid }) =>
    asked(lab, address, async (reader) => ({ bytes: await reader.read(folder, uid) })),
  'inbox.flag': (lab, { address, folder, uids, flag, on }) =>
    done(lab, address, (reader) => reader.flag(folder, uids, flag, on)),
  'inbox.move': (lab, { address, folder, uids, to, copy }) =>
    asked(lab, address, (reader) => reader.move(folder, uids, to, copy)),
  'inbox.remove': (lab, { address, folder, uids }) => done(lab, address, (reader) => reader.remove(folder, uids)),
  'inbox.search': (lab, { address, folder, ...query }) => asked(lab, address, (reader) => reader.search(folder, query)),
  'inbox.makeFolder': (lab, { address, folder }) => done(lab, address, (reader) => reader.makeFolder(folder)),
  'inbox.renameFolder': (lab, { address, folder, to }) =>
    done(lab, address, (reader) => reader.renameFolder(folder, to)),
  'inbox.removeFolder': (lab, { address, folder }) => done(lab, address, (reader) => reader.removeFolder(folder)),
  'inbox.draft': async (lab, { letter, instead }) => {
    const octets = await composeLetter(letter, writerOf(lab, letter.from, 'draft').pen);
    return asked(lab, asOctets(letter.from), async (reader) => {
      const kept = await reader.append({ use: 'drafts' }, octets, ['\\Draft', '\\Seen']);
      if (instead !== undefined) await reader.remove(kept.folder, [instead]);
      return kept;
    });
  },
  'inbox.close': async (lab, { address }) => {
    await lab.run.inboxes.close(address).catch(() => undefined);
    return {};
  },
};

async function asked<T>(lab: Lab, address: string, ask: (reader: MailReader) => Promise<T>): Promise<T> {
  try {
    return await ask(await readerOf(lab.run, address));
  } catch (error) {
    if (error instanceof InboxError) throw new CommandProblem('no inbox', error.message);
    throw error;
  }
}

async function done(
  lab: Lab,
  address: string,
  act: (reader: MailReader) => Promise<void>,
): Promise<Record<string, never>> {
  await asked(lab, address, act);
  return {};
}
