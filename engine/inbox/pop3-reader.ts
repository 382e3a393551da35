// A user's mail program that reads over POP3: one mailbox, letters by number, and everything else is the program's own
// memory. Counterpart: pop3-client.ts speaks, kept-letters.ts remembers; access/pop3/ serves. Rule: what a letter is
// called comes from UIDL, because numbers change with every session; a deletion is a mark until QUIT.

import { addressKey } from '../../mail/address.ts';
import type { InboxFolder, InboxLetter } from '../../contract/commands.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { encodeName } from '../encode-name.ts';
import type { Connection } from '../internet/connection.ts';
import type { Disk } from '../world.ts';
import { headerLetter } from './header-letter.ts';
import { KeptLetters } from './kept-letters.ts';
import { INBOX_LIMITS } from './limits.ts';
import { dialServer, InboxError, type MailReader, type Query, type ReaderParts } from './mail-reader.ts';
import { numberedLines, Pop3Client, Pop3Error } from './pop3-client.ts';

export interface Pop3ReaderParts extends ReaderParts {
  disk: Disk;
  /** Letters stay on the server when they were read from it. */
  leave: boolean;
}

/** A letter of this session. */
interface Present {
  number: number;
  octets: number;
}

type Header = ReturnType<typeof headerLetter>;

export class Pop3Reader implements MailReader {
  readonly protocol = 'pop3';
  readonly #client: Pop3Client;
  readonly #kept: KeptLetters;
  readonly #leave: boolean;
  /** By unique-id: what the server had at login. */
  #present = new Map<string, Present>();
  readonly #headers = new Map<string, Header>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(client: Pop3Client, kept: KeptLetters, leave: boolean) {
    this.#client = client;
    this.#kept = kept;
    this.#leave = leave;
  }

  /** Dials, logs in, and asks what there is. Throws InboxError. */
  static async open(parts: Pop3ReaderParts): Promise<Pop3Reader> {
    const { user, desk, server, authority, activity, disk, leave } = parts;
    const dialled = await dialServer(parts);
    return told(async () => {
      const client = await Pop3Client.open({
        dialled,
        implicitTls: server.implicitTls,
        servername: user.host,
        authority,
        activity,
        login: { name: user.address, password: user.password },
      });
      const home = `hosts/${encodeName(desk.name)}/home/${encodeName(addressKey(user.address))}`;
      const reader = new Pop3Reader(client, await KeptLetters.open(disk, `${home}/pop3`), leave);
      await reader.#begin();
      return reader;
    });
  }

  get conn(): Connection {
    return this.#client.conn;
  }

  get isUsable(): boolean {
    return this.#client.isUsable;
  }

  folders(): Promise<InboxFolder[]> {
    return this.#ask(async () => {
      const letters = await this.#letters();
      const unread = letters.filter(({ flags }) => !flags.includes('\\Seen')).length;
      const name = 'INBOX';
      return [
        { path: name, listed: name, name, depth: 0, use: 'inbox', selectable: true, total: letters.length, unread },
      ];
    });
  }

  list(): Promise<{ letters: InboxLetter[]; total: number }> {
    return this.#ask(async () => {
      const letters = await this.#letters();
      return { letters: letters.slice(0, INBOX_LIMITS.letters), total: letters.length };
    });
  }

  read(_folder: string, uid: number): Promise<string> {
    return this.#ask(async () => {
      const record = this.#record(uid);
      const message = record.kept === undefined ? await this.#retrieve(record.unique) : await this.#kept.read(record);
      record.flags = withFlag(record.flags, '\\Seen', true);
      await this.#kept.save();
      return message;
    });
  }

  flag(_folder: string, uids: readonly number[], flag: string, on: boolean): Promise<void> {
    return this.#ask(async () => {
      const records = uids.map((uid) => this.#record(uid));
      const marked = records.filter(({ unique, kept }) => kept === undefined && this.#present.has(unique));
      for (const record of records) record.flags = withFlag(record.flags, flag, on);
      if (flag === '\\Deleted' && marked.length > 0)
        await this.#mark(on ? marked.map(({ unique }) => unique) : undefined);
      await this.#kept.save();
    });
  }

  move(): Promise<never> {
    return Promise.reject(noFolders());
  }

  /** Marked, and gone when the session ends, which is now. */
  remove(_folder: string, uids: readonly number[]): Promise<void> {
    return this.#ask(async () => {
      const records = uids.map((uid) => this.#record(uid));
      const there = records.filter(({ unique, flags }) => this.#present.has(unique) && !flags.includes('\\Deleted'));
      for (const { unique } of there) await this.#client.ask(`DELE ${this.#number(unique)}`);
      for (const record of records.filter(({ kept }) => kept !== undefined)) await this.#kept.remove(record);
      await this.#client.quit();
    });
  }

  /** POP3 has no search: the program looks at what it has. */
  search(_folder: string, query: Query): Promise<{ uids: number[] }> {
    return this.#ask(async () => {
      const letters = await this.#letters();
      return { uids: letters.filter((letter) => fits(letter, query)).map(({ uid }) => uid) };
    });
  }

  makeFolder(): Promise<never> {
    return Promise.reject(noFolders());
  }

  renameFolder(): Promise<never> {
    return Promise.reject(noFolders());
  }

  removeFolder(): Promise<never> {
    return Promise.reject(noFolders());
  }

  append(): Promise<never> {
    return Promise.reject(noFolders());
  }

  async close(): Promise<void> {
    await this.#ask(() => this.#client.quit()).catch(() => this.#client.cut());
    await this.conn.closed;
  }

  cut(): void {
    this.#client.cut();
  }

  /** What there is; and, where nothing stays on the server, everything is taken. */
  async #begin(): Promise<void> {
    await this.#client.ask('STAT');
    const names = new Map(numberedLines(await this.#client.askForMore('UIDL')));
    const sizes = numberedLines(await this.#client.askForMore('LIST'));
    for (const [number, size] of sizes.slice(-INBOX_LIMITS.letters)) {
      const unique = names.get(number);
      if (unique !== undefined) this.#present.set(unique, { number, octets: Number(size) });
    }
    await this.#kept.forgetOthers(new Set(this.#present.keys()));
    // A mark of an earlier session that was cut: the server has forgotten it.
    for (const unique of this.#present.keys()) {
      const record = this.#kept.of(unique);
      if (record.kept === undefined) record.flags = withFlag(record.flags, '\\Deleted', false);
    }
    if (!this.#leave) await this.#takeAll();
    await this.#kept.save();
  }

  /** On the disk first, then DELE. */
  async #takeAll(): Promise<void> {
    for (const [unique, { number }] of this.#present) {
      const record = this.#kept.of(unique);
      if (record.kept === undefined) {
        if (!this.#kept.hasRoom) return;
        await this.#kept.take(record, await this.#retrieve(unique));
      }
      await this.#client.ask(`DELE ${number}`);
    }
  }

  /** Newest first. */
  async #letters(): Promise<InboxLetter[]> {
    const letters: InboxLetter[] = [];
    for (const [unique, { octets }] of this.#present) {
      const record = this.#kept.of(unique);
      if (record.kept !== undefined) continue;
      const { uid, flags } = record;
      letters.push({ uid, octets, flags: [...flags], unique, ...(await this.#header(unique)) });
    }
    for (const record of this.#kept.taken()) {
      const { uid, unique, flags, kept = 0 } = record;
      const header = this.#headers.get(unique) ?? headerLetter(await this.#kept.read(record));
      this.#headers.set(unique, header);
      letters.push({ uid, octets: kept, flags: [...flags], unique, kept: true, ...header });
    }
    return letters.toSorted((one, other) => other.uid - one.uid);
  }

  /** TOP brings the header alone; a server without it has to send the whole letter. */
  async #header(unique: string): Promise<Header> {
    const known = this.#headers.get(unique);
    if (known) return known;
    const number = this.#number(unique);
    const command = this.#client.capabilities.has('TOP') ? `TOP ${number} 0` : `RETR ${number}`;
    const header = headerLetter(await this.#client.askForMore(command));
    this.#headers.set(unique, header);
    return header;
  }

  #retrieve(unique: string): Promise<ByteString> {
    return this.#client.askForMore(`RETR ${this.#number(unique)}`);
  }

  /** One mark can't be taken back, only all of them (RSET): then the others are set again. */
  async #mark(uniques: readonly string[] | undefined): Promise<void> {
    if (uniques === undefined) await this.#client.ask('RSET');
    const all = [...this.#present.keys()].filter((one) => {
      const { flags, kept } = this.#kept.of(one);
      return kept !== undefined || flags.includes('\\Deleted');
    });
    for (const unique of uniques ?? all) await this.#client.ask(`DELE ${this.#number(unique)}`);
  }

  #number(unique: string): number {
    const present = this.#present.get(unique);
    if (!present) throw new InboxError('the server didn’t have this letter when the session began');
    return present.number;
  }

  #record(uid: number) {
    const record = this.#kept.byUid(uid);
    if (!record) throw new InboxError(`there is no letter ${uid}`);
    return record;
  }

  /** One thing at a time. */
  #ask<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(() => told(work));
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}

function withFlag(flags: readonly string[], flag: string, on: boolean): string[] {
  const others = flags.filter((one) => one !== flag);
  return on ? [...others, flag].toSorted() : others;
}

function fits({ from, to, subject, flags }: InboxLetter, { text, in: where, unread, flagged }: Query): boolean {
  const fields = { from, to: to.join(' '), subject };
  const place = where === 'text' ? Object.values(fields).join(' ') : fields[where];
  if (unread && flags.includes('\\Seen')) return false;
  if (flagged && !flags.includes('\\Flagged')) return false;
  return place.toLowerCase().includes(text.toLowerCase());
}

function noFolders(): InboxError {
  return new InboxError('POP3 knows one mailbox and no folders; read by IMAP to have them');
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Pop3Error) throw new InboxError(error.message, { cause: error });
    throw error;
  }
}
