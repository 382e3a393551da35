// mail.*: a user of the lab writes a letter, looks at it, and submits it.

import type { CommandReply } from '../../contract/commands.ts';
import { toByteString } from '../../mail/bytes.ts';
import { composeLetter } from '../compose-letter.ts';
import type { Lab } from '../engine.ts';
import { InboxError } from '../inbox/mail-reader.ts';
import { readerOf } from '../inbox/open-reader.ts';
import { MuaError, submit } from '../mua.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';
import { writerOf } from './writer.ts';

export const mailCommands: Group<'mail'> = {
  'mail.send': async (lab, { keepCopy, ...letter }) => {
    const { context } = lab.run;
    const { user, desk, pen } = writerOf(lab, letter.from, 'mua');
    try {
      const { conn, reply, queueId, octets } = await submit(letter, {
        user,
        desk,
        resolver: context.resolverOf(desk.name),
        internet: context.internet,
        activity: context.world.activity,
        work: context.work,
        gate: context.gate,
        clock: pen.clock,
        random: pen.random,
        authority: () => context.certificates.authorityPem,
        newMessage: context.newMessage,
      });
      const text = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
      const isTaken = reply.code < 300 && octets !== undefined;
      return {
        conn,
        reply: text,
        ...(queueId === undefined ? {} : { queueId }),
        ...(keepCopy && isTaken ? { copy: await copyOf(lab, user.address, octets) } : {}),
      };
    } catch (error) {
      if (error instanceof MuaError) throw new CommandProblem('not submitted', error.message);
      throw error;
    }
  },
  'mail.compose': async (lab, letter) => ({
    bytes: toByteString(await composeLetter(letter, writerOf(lab, letter.from, 'preview').pen)),
  }),
};

/** SMTP keeps nothing for its sender: what was sent is put into a folder by IMAP. The letter is on its way whatever comes of it. */
async function copyOf(
  lab: Lab,
  address: string,
  octets: Uint8Array,
): Promise<NonNullable<CommandReply['mail.send']['copy']>> {
  try {
    const reader = await readerOf(lab.run, address);
    const { folder } = await reader.append({ use: 'sent' }, octets, ['\\Seen']);
    return { folder };
  } catch (error) {
    if (error instanceof InboxError || error instanceof CommandProblem) return { problem: error.message };
    throw error;
  }
}
