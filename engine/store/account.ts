// The mailboxes of one person: INBOX and the folders that mail programs make. Counterpart: maildir-folders.ts,
// memory-folders.ts, which keep them; access/ reads through it. Rule: what RFC 3501 section 6.3 says of names is decided
// here, once, whatever the letters are kept in; a validity is never given twice in an account.

import type { Disposable } from '../disposable.ts';
import type { FileTally } from './file-tally.ts';
import { canonicalName, INBOX, isBelow, nameProblem, superiorNames } from './folder-name.ts';
import { STORE_LIMITS } from './limits.ts';
import type { Mailbox } from './mailbox.ts';

/** Where folders are kept. A name that it gets is one that `nameProblem` has nothing against. */
export interface FolderKeeper {
  create(name: string): Mailbox;
  /** The mailbox stays the same object, with its letters and uids. */
  rename(mailbox: Mailbox, to: string): void;
  remove(mailbox: Mailbox, name: string): void;
  saveSubscriptions(names: readonly string[]): void;
  /** The highest that was given so far. */
  lastValidity(): number;
}

export interface AccountParts {
  inbox: Mailbox;
  /** Without INBOX. */
  folders: ReadonlyMap<string, Mailbox>;
  subscriptions: readonly string[];
  keeper: FolderKeeper;
  /** Notes what is done to the files, where there are any. */
  files?: FileTally;
}

export type AccountChange =
  | { kind: 'created'; mailbox: Mailbox }
  | { kind: 'renamed'; mailbox: Mailbox; from: string }
  | { kind: 'removed'; name: string };

/** Response codes of RFC 5530. */
export type FolderProblem = 'ALREADYEXISTS' | 'NONEXISTENT' | 'CANNOT' | 'LIMIT' | 'HASCHILDREN';

export class FolderError extends Error {
  override name = 'FolderError';
  readonly problem: FolderProblem;

  constructor(problem: FolderProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

export class Account {
  readonly inbox: Mailbox;
  readonly files: FileTally | undefined;
  readonly #folders: Map<string, Mailbox>;
  readonly #subscriptions: Set<string>;
  readonly #keeper: FolderKeeper;
  readonly #listeners = new Set<(change: AccountChange) => void>();
  #locked = false;
  #sessions = 0;

  constructor({ inbox, folders, subscriptions, keeper, files }: AccountParts) {
    this.inbox = inbox;
    this.files = files;
    this.#folders = new Map(folders);
    this.#subscriptions = new Set(subscriptions);
    this.#keeper = keeper;
  }

  /** INBOX first, then by name. */
  mailboxes(): [name: string, mailbox: Mailbox][] {
    return [[INBOX, this.inbox], ...[...this.#folders].toSorted(([a], [b]) => (a < b ? -1 : 1))];
  }

  /** The mailbox of a name as a client typed it; undefined when there is none that can be opened. */
  find(typed: string): Mailbox | undefined {
    const name = canonicalName(typed);
    return name === INBOX ? this.inbox : this.#folders.get(name);
  }

  /** RFC 3501 section 6.3.3. Superior names needn't be made: a name that has inferiors is one. */
  create(typed: string): Mailbox {
    const name = this.#freeName(typed);
    const mailbox = this.#keeper.create(name);
    this.#folders.set(name, mailbox);
    this.#tell({ kind: 'created', mailbox });
    return mailbox;
  }

  /** RFC 3501 section 6.3.4. Inferiors stay, and then the name can't be selected any more. */
  remove(typed: string): void {
    const name = canonicalName(typed);
    if (name === INBOX) throw new FolderError('CANNOT', "INBOX can't be deleted.");
    const mailbox = this.#folders.get(name);
    if (!mailbox && this.#inferiors(name).length > 0) {
      throw new FolderError('HASCHILDREN', `${name} is only a name above others; delete those.`);
    }
    if (!mailbox) throw new FolderError('NONEXISTENT', `Mailbox doesn't exist: ${name}.`);
    this.#keeper.remove(mailbox, name);
    this.#folders.delete(name);
    this.#tell({ kind: 'removed', name: mailbox.name });
  }

  /** RFC 3501 section 6.3.5. Inferiors go along; INBOX itself stays and its letters move out. */
  rename(typedFrom: string, typedTo: string): void {
    const from = canonicalName(typedFrom);
    if (from === INBOX) {
      this.#emptyInboxInto(this.create(typedTo));
      return;
    }
    const moving = [...this.#inferiors(from), ...(this.#folders.has(from) ? [from] : [])];
    if (moving.length === 0) throw new FolderError('NONEXISTENT', `Mailbox doesn't exist: ${from}.`);
    const to = this.#freeName(typedTo, 0);
    if (isBelow(to, from)) throw new FolderError('CANNOT', "A mailbox can't be moved below itself.");
    const moves = moving.map((name) => [name, to + name.slice(from.length)] as const);
    for (const [, target] of moves) this.#check(target);
    for (const [name, target] of moves) this.#move(name, target);
  }

  /** What all mailboxes together hold, as a quota counts it. */
  use(): { letters: number; octets: number } {
    const use = { letters: 0, octets: 0 };
    for (const mailbox of [this.inbox, ...this.#folders.values()]) {
      use.letters += mailbox.letters().length;
      use.octets += mailbox.octets;
    }
    return use;
  }

  /** A client's command is done. Throws StoreError when what it did can't be kept. */
  sync(): void {
    for (const mailbox of [this.inbox, ...this.#folders.values()]) mailbox.sync();
  }

  lastValidity(): number {
    return this.#keeper.lastValidity();
  }

  /** Its files are kept in another way from now on: who has it open is sent away. */
  close(): void {
    for (const mailbox of [this.inbox, ...this.#folders.values()]) mailbox.close();
  }

  subscriptions(): ReadonlySet<string> {
    return this.#subscriptions;
  }

  /** RFC 3501 section 6.3.6: the name may be of a mailbox that is gone. */
  subscribe(typed: string, on: boolean): void {
    const name = canonicalName(typed);
    if (on === this.#subscriptions.has(name)) return;
    if (on && name !== INBOX) {
      const problem = nameProblem(name);
      if (problem) throw new FolderError('CANNOT', `${problem}.`);
      if (this.#subscriptions.size >= STORE_LIMITS.subscriptions) {
        throw new FolderError('LIMIT', `At most ${STORE_LIMITS.subscriptions} subscriptions.`);
      }
    }
    const names = new Set(this.#subscriptions);
    if (on) names.add(name);
    else names.delete(name);
    this.#keeper.saveSubscriptions([...names]);
    if (on) this.#subscriptions.add(name);
    else this.#subscriptions.delete(name);
  }

  /** A place for one more IMAP session; undefined when there are too many. */
  join(): Disposable | undefined {
    if (this.#sessions >= STORE_LIMITS.sessions) return undefined;
    this.#sessions += 1;
    return { dispose: () => (this.#sessions -= 1) };
  }

  /** RFC 1939 section 4, the exclusive lock of a POP3 session on INBOX; undefined while another one has it. */
  lock(): Disposable | undefined {
    if (this.#locked) return undefined;
    this.#locked = true;
    return { dispose: () => (this.#locked = false) };
  }

  onChange(listener: (change: AccountChange) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #freeName(typed: string, more = 1): string {
    const name = canonicalName(typed);
    this.#check(name);
    if (this.#folders.size + more > STORE_LIMITS.folders) {
      throw new FolderError('LIMIT', `An account has at most ${STORE_LIMITS.folders} folders.`);
    }
    return name;
  }

  /** Names that differ in case only are kept apart by no Windows and no Mac. */
  #check(name: string): void {
    const problem = nameProblem(name);
    if (problem) throw new FolderError('CANNOT', `${problem}.`);
    const lower = name.toLowerCase();
    const known = [INBOX, ...this.#folders.keys()].find((one) => one.toLowerCase() === lower);
    if (known) throw new FolderError('ALREADYEXISTS', `Mailbox already exists: ${known}.`);
  }

  #inferiors(name: string): string[] {
    return [...this.#folders.keys()].filter((one) => isBelow(one, name));
  }

  #move(name: string, to: string): void {
    const mailbox = this.#folders.get(name);
    if (!mailbox) return;
    const from = mailbox.name;
    this.#keeper.rename(mailbox, to);
    this.#folders.delete(name);
    this.#folders.set(to, mailbox);
    this.#tell({ kind: 'renamed', mailbox, from });
  }

  #emptyInboxInto(target: Mailbox): void {
    for (const { uid, flags, received_ms } of [...this.inbox.letters()]) {
      target.append(this.inbox.read(uid), flags, received_ms);
      this.inbox.remove(uid);
    }
  }

  #tell(change: AccountChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Names that exist only because others stand below them (RFC 3501 section 6.3.8, \Noselect). */
export function namesAbove(names: readonly string[]): string[] {
  const known = new Set(names);
  return [...new Set(names.flatMap(superiorNames))].filter((name) => !known.has(name));
}
