// What a mail program that reads can do, whatever protocol it speaks. Counterpart: imap-client.ts, pop3-reader.ts;
// commands/inbox.ts asks. Rule: what a protocol can't do is an InboxError that says so, never a silent nothing.

import type { CommandArgs, InboxFolder, InboxLetter } from '../../contract/commands.ts';
import type { Host, User } from '../../contract/topology.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { Connection } from '../internet/connection.ts';
import { DialError, type Dialled, type Internet } from '../internet/internet.ts';
import type { ActivityClock } from '../world.ts';

export type Destination = CommandArgs<'inbox.move'>['to'];
export type FlagName = CommandArgs<'inbox.flag'>['flag'];
export type Query = Omit<CommandArgs<'inbox.search'>, 'address' | 'folder'>;

export interface MailReader {
  readonly protocol: 'imap' | 'pop3';
  readonly conn: Connection;
  /** False when the connection is gone: it is opened anew by the next question. */
  readonly isUsable: boolean;
  folders(): Promise<InboxFolder[]>;
  /** The latest letters, newest first, and how many there are. */
  list(folder: string): Promise<{ letters: InboxLetter[]; total: number }>;
  /** The whole letter, one character an octet, marked as read. */
  read(folder: string, uid: number): Promise<string>;
  flag(folder: string, uids: readonly number[], flag: FlagName, on: boolean): Promise<void>;
  /** Moves or copies; the new uids in the order of the old ones, as far as they are told. */
  move(
    folder: string,
    uids: readonly number[],
    to: Destination,
    copy: boolean,
  ): Promise<{ folder: string; uids: number[] }>;
  remove(folder: string, uids: readonly number[]): Promise<void>;
  search(folder: string, query: Query): Promise<{ uids: number[]; sent?: string }>;
  makeFolder(folder: string): Promise<void>;
  renameFolder(folder: string, to: string): Promise<void>;
  removeFolder(folder: string): Promise<void>;
  append(to: Destination, octets: Uint8Array, flags: string[]): Promise<{ folder: string; uid?: number }>;
  /** Says goodbye; resolves when the connection is gone. */
  close(): Promise<void>;
  /** Cuts the connection: the run ends. */
  cut(): void;
}

export interface ReaderParts {
  user: User;
  /** The machine that the user sits at. */
  desk: Host;
  /** The port where the server speaks TLS from the first octet (RFC 8314), or the one where it is asked for. */
  server: { port: number; implicitTls: boolean };
  resolver: Resolver;
  internet: Internet;
  activity: ActivityClock;
  authority: () => string;
}

/** The mailbox can't be read; the message says why. */
export class InboxError extends Error {
  override name = 'InboxError';
}

/** A connection from the user's desk to the server that keeps the mail. Throws InboxError. */
export async function dialServer({ user, desk, server, resolver, internet }: ReaderParts): Promise<Dialled> {
  const lookup = await resolver.lookup(user.host, 'A', 'mail server');
  const address = lookup.answers.find((answer) => answer.type === 'A')?.data;
  if (address === undefined) throw new InboxError(`${user.host} has no address (${lookup.rcode})`);
  const to = { address, port: server.port };
  try {
    return await internet.dial(desk, to, { purpose: 'inbox', cause: lookup.seq, person: true });
  } catch (error) {
    if (error instanceof DialError) throw new InboxError(error.message);
    throw error;
  }
}
