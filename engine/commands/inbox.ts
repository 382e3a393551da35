// inbox.*: a user of the lab reads their mail over IMAP, with a mail program of their own.

import type { Lab } from '../engine.ts';
import { deskOf } from '../desk-host.ts';
import { type ImapClient, InboxError } from '../inbox/imap-client.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const inboxCommands: Group<'inbox'> = {
  'inbox.list': (lab, { address }) =>
    asked(lab, address, async (client) => ({ conn: client.conn.id, letters: await client.list() })),
  'inbox.read': (lab, { address, uid }) => asked(lab, address, async (client) => ({ bytes: await client.read(uid) })),
  'inbox.flag': (lab, { address, uid, flag, on }) =>
    asked(lab, address, async (client) => {
      await client.flag(uid, flag, on);
      return {};
    }),
  'inbox.remove': (lab, { address, uid }) =>
    asked(lab, address, async (client) => {
      await client.remove(uid);
      return {};
    }),
  'inbox.close': async (lab, { address }) => {
    await lab.run.inboxes.close(address).catch(() => undefined);
    return {};
  },
};

async function asked<T>(lab: Lab, address: string, ask: (client: ImapClient) => Promise<T>): Promise<T> {
  try {
    return await ask(await lab.run.inboxes.of(address, () => partsFor(lab, address)));
  } catch (error) {
    if (error instanceof InboxError) throw new CommandProblem('no inbox', error.message);
    throw error;
  }
}

function partsFor({ run }: Lab, address: string) {
  const { context } = run;
  const { topology, internet, certificates } = context;
  const user = run.user(address);
  if (!user) {
    const users = topology.users.map((one) => one.address).join(', ');
    throw new CommandProblem('unknown user', `${address} is no user of this lab; these are: ${users}`);
  }
  const desk = deskOf(topology, user);
  if (!desk) throw new CommandProblem('no desk', `${user.address} has no computer in this lab`);
  const offered = topology.hosts
    .find((host) => host.name === user.host)
    ?.listeners.filter((one) => one.protocol === 'imap');
  const listener = offered?.find((one) => one.tls === 'implicit') ?? offered?.[0];
  if (!listener) throw new InboxError(`${user.host} offers no IMAP`);
  return {
    user,
    desk,
    server: { port: listener.port, implicitTls: listener.tls === 'implicit' },
    resolver: context.resolverOf(desk.name),
    internet,
    authority: () => certificates.authorityPem,
  };
}
