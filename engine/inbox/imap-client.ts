// A user's mail program that reads: imapflow over the lab's own Internet, from the desk where the user sits. Counterpart:
// access/imap/ serves it; inbox-desk.ts keeps one a user. Rule: a client like any other; it knows the store only by what
// the server says, and its dialog is recorded like every other.

import type { ImapFlow } from 'imapflow';

import type { InboxLetter } from '../../contract/commands.ts';
import type { Host, User } from '../../contract/topology.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { Connection } from '../internet/connection.ts';
import { DialError, type Internet } from '../internet/internet.ts';
import { INBOX_LIMITS } from './limits.ts';
import { openWayIn } from './way-in.ts';

export interface ImapClientParts {
  user: User;
  /** The machine that the user sits at. */
  desk: Host;
  /** The port where the server speaks TLS from the first octet (RFC 8314), or the one where it is asked for. */
  server: { port: number; implicitTls: boolean };
  resolver: Resolver;
  internet: Internet;
  authority: () => string;
}

/** The mailbox can't be read; the message says why. */
export class InboxError extends Error {
  override name = 'InboxError';
}

export class ImapClient {
  readonly conn: Connection;
  readonly #imap: ImapFlow;
  /** The end of what was asked last: one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(imap: ImapFlow, conn: Connection) {
    this.#imap = imap;
    this.conn = conn;
  }

  /** Dials, logs in and selects INBOX. Throws InboxError. */
  static async open(parts: ImapClientParts): Promise<ImapClient> {
    const { user, desk, server, resolver, internet, authority } = parts;
    const lookup = await resolver.lookup(user.host, 'A', 'mail server');
    const address = lookup.answers.find((answer) => answer.type === 'A')?.data;
    if (address === undefined) throw new InboxError(`${user.host} has no address (${lookup.rcode})`);
    const to = { address, port: server.port };
    const dialled = await told(internet.dial(desk, to, { purpose: 'inbox', cause: lookup.seq, person: true }));
    // Loaded when the first Inbox is opened: most labs never need it.
    const { ImapFlow: Client } = await import('imapflow');
    const imap = new Client({
      host: '127.0.0.1',
      port: await openWayIn(dialled.socket),
      servername: user.host,
      secure: server.implicitTls,
      tls: { ca: authority(), servername: user.host },
      auth: { user: user.address, pass: user.password },
      clientInfo: { name: 'Posthorn Inbox' },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: INBOX_LIMITS.patience_ms,
      greetingTimeout: INBOX_LIMITS.patience_ms,
      socketTimeout: INBOX_LIMITS.patience_ms,
    });
    // A connection that breaks is noticed by the next thing asked of it.
    imap.on('error', () => undefined);
    await told(imap.connect());
    await told(imap.mailboxOpen('INBOX'));
    return new ImapClient(imap, dialled.conn);
  }

  get isUsable(): boolean {
    return this.#imap.usable;
  }

  /** The latest letters, newest first. */
  list(): Promise<InboxLetter[]> {
    return this.#ask(async () => {
      // Whatever came since the last command is told in the answer to this one.
      await this.#imap.noop();
      const { mailbox } = this.#imap;
      const total = mailbox === false ? 0 : mailbox.exists;
      if (total === 0) return [];
      const first = Math.max(1, total - INBOX_LIMITS.letters + 1);
      const letters: InboxLetter[] = [];
      for (const one of await this.#imap.fetchAll(`${first}:*`, {
        uid: true,
        flags: true,
        envelope: true,
        size: true,
      })) {
        const { uid, flags, envelope, size } = one;
        letters.push({
          uid,
          octets: size ?? 0,
          // \Recent says something of this connection, not of the letter.
          flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent').toSorted(),
          from: addressText(envelope?.from?.[0]),
          to: (envelope?.to ?? []).map(addressText),
          subject: envelope?.subject ?? '',
          ...(envelope?.date instanceof Date ? { date_ms: envelope.date.getTime() } : {}),
        });
      }
      return letters.toReversed();
    });
  }

  /** The whole letter, one character an octet, marked as read. */
  read(uid: number): Promise<string> {
    return this.#ask(async () => {
      const letter = await this.#imap.fetchOne(
        String(uid),
        { source: { maxLength: INBOX_LIMITS.letterOctets } },
        { uid: true },
      );
      if (!letter || letter.source === undefined) throw new InboxError(`the server has no letter ${uid}`);
      await this.#imap.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      return toByteString(letter.source);
    });
  }

  flag(uid: number, flag: string, on: boolean): Promise<void> {
    return this.#ask(async () => {
      if (on) await this.#imap.messageFlagsAdd(String(uid), [flag], { uid: true });
      else await this.#imap.messageFlagsRemove(String(uid), [flag], { uid: true });
    });
  }

  /** Removes a letter for good. */
  remove(uid: number): Promise<void> {
    return this.#ask(async () => {
      await this.#imap.messageDelete(String(uid), { uid: true });
    });
  }

  /** Says goodbye; resolves when the connection is gone. */
  async close(): Promise<void> {
    await this.#ask(() => this.#imap.logout()).catch(() => this.#imap.close());
    await this.conn.closed;
  }

  /** Cuts the connection: the run ends. */
  cut(): void {
    this.#imap.close();
  }

  /** One thing at a time; then the server may tell of new mail by itself (IDLE, RFC 2177). */
  #ask<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(() => told(work()));
    this.#last = answer.then(
      () => this.#idle(),
      () => undefined,
    );
    return answer;
  }

  #idle(): void {
    // The next command ends it by itself.
    if (this.#imap.usable) void this.#imap.idle().catch(() => undefined);
  }
}

type EnvelopeAddress = { name?: string | undefined; address?: string | undefined } | undefined;

function addressText(one: EnvelopeAddress): string {
  const { name = '', address = '' } = one ?? {};
  return name === '' ? address : `${name} <${address}>`;
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InboxError) throw error;
    if (error instanceof DialError) throw new InboxError(error.message);
    const { responseText, message } = error as Error & { responseText?: string };
    throw new InboxError(responseText ?? message, { cause: error });
  }
}
