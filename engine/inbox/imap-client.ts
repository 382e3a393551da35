// A user's mail program that reads over IMAP: imapflow over the lab's own Internet, from the desk where the user sits.
// Counterpart: access/imap/ serves it; inbox-desk.ts keeps one a user. Rule: a client like any other; it knows the store
// only by what the server says, and its dialog is recorded like every other.

import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow';

import type { InboxFolder, InboxLetter } from '../../contract/commands.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Connection } from '../internet/connection.ts';
import { folderOf } from './imap-folder.ts';
import { letterOf } from './imap-letter.ts';
import { INBOX_LIMITS } from './limits.ts';
import {
  type Destination,
  dialServer,
  InboxError,
  type MailReader,
  type Query,
  type ReaderParts,
} from './mail-reader.ts';
import { openWayIn } from './way-in.ts';

/** What a program of this kind calls the folders that it makes. */
const NAMES = { drafts: 'Drafts', junk: 'Junk', sent: 'Sent', trash: 'Trash' } as const;

/** What is asked of a letter once: it never changes (RFC 3501 section 2.3.1.1). */
const ENVELOPE = { uid: true, flags: true, envelope: true, size: true, headers: ['references'] };

export class ImapClient implements MailReader {
  readonly protocol = 'imap';
  readonly conn: Connection;
  readonly #imap: ImapFlow;
  /** The end of what was asked last: one thing at a time. */
  #last: Promise<unknown> = Promise.resolve();
  /** Letters of the open folder that were asked for already. */
  #known = new Map<number, InboxLetter>();
  /** The last command that went out, for who wants to see it. */
  #sent = '';

  private constructor(imap: ImapFlow, conn: Connection) {
    this.#imap = imap;
    this.conn = conn;
    imap.on('log', ({ src, msg }: { src?: string; msg?: string }) => {
      if (src === 'c' && msg !== undefined) this.#sent = msg;
    });
  }

  /** Dials and logs in. Throws InboxError. */
  static async open(parts: ReaderParts): Promise<ImapClient> {
    const { user, server, authority } = parts;
    const dialled = await dialServer(parts);
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
      emitLogs: true,
      disableAutoIdle: true,
      connectionTimeout: INBOX_LIMITS.patience_ms,
      greetingTimeout: INBOX_LIMITS.patience_ms,
      socketTimeout: INBOX_LIMITS.patience_ms,
    });
    // A connection that breaks is noticed by the next thing asked of it.
    imap.on('error', () => undefined);
    const client = new ImapClient(imap, dialled.conn);
    await told(imap.connect());
    await told(imap.mailboxOpen('INBOX'));
    return client;
  }

  get isUsable(): boolean {
    return this.#imap.usable;
  }

  folders(): Promise<InboxFolder[]> {
    return this.#ask(async () => {
      const listed = await this.#imap.list({ statusQuery: { messages: true, unseen: true } });
      return listed.map(folderOf);
    });
  }

  list(folder: string): Promise<{ letters: InboxLetter[]; total: number }> {
    return this.#ask(async () => {
      const isNew = await this.#select(folder);
      // Whatever came since the last command is told in the answer to this one.
      if (!isNew) await this.#imap.noop();
      const { mailbox } = this.#imap;
      const total = mailbox === false ? 0 : mailbox.exists;
      if (total === 0) return { letters: [], total };
      const first = Math.max(1, total - INBOX_LIMITS.letters + 1);
      const flags = await this.#imap.fetchAll(`${first}:*`, { uid: true, flags: true });
      const unknown = flags.map(({ uid }) => uid).filter((uid) => !this.#known.has(uid));
      if (unknown.length > 0) {
        const told = await this.#imap.fetchAll(setOf(unknown), ENVELOPE, { uid: true });
        for (const one of told) this.#known.set(one.uid, letterOf(one));
      }
      const letters = flags.flatMap((one) => this.#withFlags(one)).toReversed();
      this.#known = new Map(letters.map((letter) => [letter.uid, letter]));
      return { letters, total };
    });
  }

  read(folder: string, uid: number): Promise<string> {
    return this.#ask(async () => {
      await this.#select(folder);
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

  flag(folder: string, uids: readonly number[], flag: string, on: boolean): Promise<void> {
    return this.#ask(async () => {
      await this.#select(folder);
      if (on) await this.#imap.messageFlagsAdd(setOf(uids), [flag], { uid: true });
      else await this.#imap.messageFlagsRemove(setOf(uids), [flag], { uid: true });
    });
  }

  move(
    folder: string,
    uids: readonly number[],
    to: Destination,
    copy: boolean,
  ): Promise<{ folder: string; uids: number[] }> {
    return this.#ask(async () => {
      const path = await this.#pathOf(to);
      await this.#select(folder);
      const done = copy
        ? await this.#imap.messageCopy(setOf(uids), path, { uid: true })
        : await this.#imap.messageMove(setOf(uids), path, { uid: true });
      if (!done) throw new InboxError(`the server didn't take them into ${path}`);
      return { folder: path, uids: uids.flatMap((uid) => done.uidMap?.get(uid) ?? []) };
    });
  }

  remove(folder: string, uids: readonly number[]): Promise<void> {
    return this.#ask(async () => {
      await this.#select(folder);
      await this.#imap.messageDelete(setOf(uids), { uid: true });
    });
  }

  search(folder: string, query: Query): Promise<{ uids: number[]; sent?: string }> {
    return this.#ask(async () => {
      await this.#select(folder);
      const found = await this.#imap.search(keysOf(query), { uid: true });
      return { uids: found === false || !Array.isArray(found) ? [] : found, sent: this.#sent };
    });
  }

  makeFolder(folder: string): Promise<void> {
    return this.#ask(async () => {
      await this.#imap.mailboxCreate(folder);
    });
  }

  renameFolder(folder: string, to: string): Promise<void> {
    return this.#ask(async () => {
      await this.#leave(folder);
      await this.#imap.mailboxRename(folder, to);
    });
  }

  removeFolder(folder: string): Promise<void> {
    return this.#ask(async () => {
      await this.#leave(folder);
      await this.#imap.mailboxDelete(folder);
    });
  }

  append(to: Destination, octets: Uint8Array, flags: string[]): Promise<{ folder: string; uid?: number }> {
    return this.#ask(async () => {
      const path = await this.#pathOf(to);
      const done = await this.#imap.append(path, Buffer.from(octets), flags);
      if (!done) throw new InboxError(`the server didn't take it into ${path}`);
      return { folder: path, ...(done.uid === undefined ? {} : { uid: done.uid }) };
    });
  }

  async close(): Promise<void> {
    await this.#ask(() => this.#imap.logout()).catch(() => this.#imap.close());
    await this.conn.closed;
  }

  cut(): void {
    this.#imap.close();
  }

  /** True when the folder wasn't the open one. */
  async #select(folder: string): Promise<boolean> {
    const { mailbox } = this.#imap;
    if (mailbox !== false && mailbox.path === folder) return false;
    this.#known.clear();
    await this.#imap.mailboxOpen(folder);
    return true;
  }

  /** Nobody stands in a folder that is about to go. */
  async #leave(folder: string): Promise<void> {
    const { mailbox } = this.#imap;
    if (mailbox !== false && (mailbox.path === folder || mailbox.path.startsWith(`${folder}/`))) {
      await this.#select('INBOX');
    }
  }

  /** The folder of a use is made when it is first needed, as mail programs do. */
  async #pathOf(to: Destination): Promise<string> {
    if ('path' in to) return to.path;
    const listed = await this.#imap.list();
    const known = listed.find((one) => folderOf(one).use === to.use);
    if (known) return known.path;
    const name = NAMES[to.use];
    await this.#imap.mailboxCreate(name);
    return name;
  }

  /** A letter as it was told, with the flags that it has now; nothing for one that is gone meanwhile. */
  #withFlags({ uid, flags }: FetchMessageObject): InboxLetter[] {
    const known = this.#known.get(uid);
    // \Recent says something of this connection, not of the letter.
    const now = [...(flags ?? [])].filter((flag) => flag !== '\\Recent').toSorted();
    return known ? [{ ...known, flags: now }] : [];
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

/** A sequence set: neighbours as a range. */
function setOf(uids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const uid of uids.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && uid <= last[1] + 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}

function keysOf({ text, in: where, unread, flagged }: Query): SearchObject {
  return {
    ...(text === '' ? {} : { [where]: text }),
    ...(unread ? { seen: false } : {}),
    ...(flagged ? { flagged: true } : {}),
  };
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InboxError) throw error;
    const { responseText, message } = error as Error & { responseText?: string };
    throw new InboxError(responseText ?? message, { cause: error });
  }
}
