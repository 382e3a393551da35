// Who writes a letter, and with what. Counterpart: mail.ts and inbox.ts send and keep what they write.

import type { Host, User } from '../../contract/topology.ts';
import { addressKey } from '../../mail/address.ts';
import type { Pen } from '../compose-letter.ts';
import { deskOf } from '../desk-host.ts';
import type { Lab } from '../engine.ts';
import { CommandProblem } from './problem.ts';

/** `purpose`: whose stream of chance the letter's ids come from; asking for one shifts no other. */
export function writerOf({ run }: Lab, address: string, purpose: string): { user: User; desk: Host; pen: Pen } {
  const { topology, clock, random } = run.context;
  const user = run.user(address);
  if (!user) {
    const users = topology.users.map((one) => one.address).join(', ');
    throw new CommandProblem('unknown user', `${address} is no user of this lab; these are: ${users}`);
  }
  const desk = deskOf(topology, user);
  if (!desk) throw new CommandProblem('no desk', `${user.address} has no computer in this lab`);
  return { user, desk, pen: { clock, random: random(desk.name, `${purpose} ${addressKey(user.address)}`), desk } };
}
