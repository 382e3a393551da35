// mail.send: a user of the lab writes a letter and submits it.

import { addressKey } from '../../mail/address.ts';
import { deskOf } from '../desk-host.ts';
import { MuaError, submit } from '../mua.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const mailCommands: Group<'mail'> = {
  'mail.send': async (lab, letter) => {
    const { run } = lab;
    const { context } = run;
    const user = run.user(letter.from);
    if (!user) {
      const users = context.topology.users.map((one) => one.address).join(', ');
      throw new CommandProblem('unknown user', `${letter.from} is no user of this lab; these are: ${users}`);
    }
    const desk = deskOf(context.topology, user);
    if (!desk) throw new CommandProblem('no desk', `${user.address} has no computer in this lab`);
    try {
      const { conn, reply, queueId } = await submit(letter, {
        user,
        desk,
        resolver: context.resolverOf(desk.name),
        internet: context.internet,
        activity: context.world.activity,
        work: context.work,
        gate: context.gate,
        clock: context.clock,
        random: context.random(desk.name, `mua ${addressKey(user.address)}`),
        authority: () => context.certificates.authorityPem,
        newMessage: context.newMessage,
      });
      const text = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
      return { conn, reply: text, ...(queueId === undefined ? {} : { queueId }) };
    } catch (error) {
      if (error instanceof MuaError) throw new CommandProblem('not submitted', error.message);
      throw error;
    }
  },
};
