// The mail program of a user, in the manner that they chose: which host and port of theirs it calls. Counterpart:
// commands/ asks for it. Rule: TLS from the first octet where a server offers it.

import { CommandProblem } from '../commands/problem.ts';
import { deskOf } from '../desk-host.ts';
import type { Run } from '../run.ts';
import { ImapClient } from './imap-client.ts';
import { InboxError, type MailReader, type ReaderParts } from './mail-reader.ts';
import { Pop3Reader } from './pop3-reader.ts';

/** Opened when it is first needed. Throws InboxError or CommandProblem. */
export function readerOf(run: Run, address: string): Promise<MailReader> {
  return run.inboxes.of(address, () => openReader(run, address));
}

async function openReader(run: Run, address: string): Promise<MailReader> {
  const { reader, leave } = run.inboxes.mannerOf(address);
  const parts = partsFor(run, address, reader);
  return reader === 'imap'
    ? ImapClient.open(parts)
    : Pop3Reader.open({ ...parts, disk: run.context.world.disk, leave });
}

function partsFor(run: Run, address: string, protocol: 'imap' | 'pop3'): ReaderParts {
  const { topology, internet, certificates, world, ...context } = run.context;
  const user = run.user(address);
  if (!user) {
    const users = topology.users.map((one) => one.address).join(', ');
    throw new CommandProblem('unknown user', `${address} is no user of this lab; these are: ${users}`);
  }
  const desk = deskOf(topology, user);
  if (!desk) throw new CommandProblem('no desk', `${user.address} has no computer in this lab`);
  const offered = topology.hosts
    .find((host) => host.name === user.host)
    ?.listeners.filter((one) => one.protocol === protocol);
  const listener = offered?.find((one) => one.tls === 'implicit') ?? offered?.[0];
  if (!listener) throw new InboxError(`${user.host} offers no ${protocol.toUpperCase()}`);
  return {
    user,
    desk,
    server: { port: listener.port, implicitTls: listener.tls === 'implicit' },
    resolver: context.resolverOf(desk.name),
    internet,
    activity: world.activity,
    authority: () => certificates.authorityPem,
  };
}
