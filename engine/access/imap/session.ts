// What an IMAP session knows, and how commands speak. Counterpart: machine.ts runs the commands in it.
// Rule: state moves by the table of states.ts only; everything said goes through `untagged`.

import type { ByteString } from '../../../mail/bytes.ts';
import type { Disposable } from '../../disposable.ts';
import type { Account } from '../../store/account.ts';
import type { FileTally } from '../../store/file-tally.ts';
import { type Mailbox, StoreError } from '../../store/mailbox.ts';
import { mechanismsNow, takesPasswords } from '../login.ts';
import type { AccessContext } from '../machine.ts';
import type { Outputs } from '../outputs.ts';
import { LoadedLetter } from './fetch/loaded-letter.ts';
import { IMAP_STATES, type ImapState, type ImapStep } from '../../../mail/states/imap.ts';
import { SelectedView } from './view.ts';

export class ImapSession {
  readonly context: AccessContext;
  readonly out: Outputs;
  secure: boolean;
  failedLogins = 0;
  #state: ImapState = 'notAuthenticated';
  #account: Account | undefined;
  #seat: Disposable | undefined;
  #view: SelectedView | undefined;
  /** A client that reads a large letter in pieces asks for it hundreds of times. */
  #loaded: LoadedLetter | undefined;

  constructor(context: AccessContext, out: Outputs) {
    this.context = context;
    this.out = out;
    this.secure = context.secure;
  }

  get state(): ImapState {
    return this.#state;
  }

  /** Throws when nobody is logged in, which no command is run for. */
  get account(): Account {
    if (!this.#account) throw new TypeError('no account before login');
    return this.#account;
  }

  /** The selected mailbox, if one is. */
  get selected(): Mailbox | undefined {
    return this.#view?.mailbox;
  }

  get view(): SelectedView {
    if (!this.#view) throw new TypeError('no view before select');
    return this.#view;
  }

  /** False while the account has as many sessions as it may have. */
  enter(account: Account): boolean {
    this.#seat = account.join();
    if (!this.#seat) return false;
    this.#account = account;
    this.#step('login');
    return true;
  }

  select(mailbox: Mailbox, readOnly: boolean): SelectedView {
    this.#loaded = undefined;
    this.#view = new SelectedView(mailbox, readOnly);
    this.#step('select');
    return this.#view;
  }

  unselect(): void {
    this.#loaded = undefined;
    this.#view?.mailbox.rest();
    this.#view = undefined;
    if (this.#state !== 'notAuthenticated') this.#step('unselect');
  }

  logOut(): void {
    this.#view?.mailbox.rest();
    this.#view = undefined;
    this.#loaded = undefined;
    this.#seat?.dispose();
    this.#step('logout');
  }

  untagged(...pieces: (ByteString | Uint8Array)[]): void {
    this.out.reply('* ', ...pieces, '\r\n');
  }

  /** Tells what changed in the selected mailbox. `expunge`: sequence numbers may move. */
  catchUp(expunge: boolean): void {
    for (const response of this.#view?.catchUp(expunge) ?? []) this.out.reply(`${response}\r\n`);
  }

  /** Whether the account may hold so much more (RFC 9208 section 4.3). */
  hasRoom(octets: number): boolean {
    const quota_octets = this.context.quota_octets?.();
    return quota_octets === undefined || this.account.use().octets + octets <= quota_octets;
  }

  get files(): FileTally | undefined {
    return this.#account?.files;
  }

  /** What the command did to the files. */
  tellFiles(command: string): void {
    const work = this.files?.end();
    if (work) this.out.event('store.files', { mailbox: this.account.inbox.name, action: `IMAP ${command}`, ...work });
  }

  /** Throws StoreError when what the command did can't be kept. */
  sync(): void {
    this.#account?.sync();
  }

  /** The letter with its octets; undefined when another session has removed it. */
  load(uid: number): LoadedLetter | undefined {
    const letter = this.view.letter(uid);
    if (!letter) return undefined;
    // Octets never change under a uid (RFC 3501 section 2.3.1.1), so what was read is kept; flags do, so the letter isn't.
    const octets = this.#loaded?.uid === uid ? this.#loaded : undefined;
    this.#loaded = octets ?? new LoadedLetter(uid, () => this.view.mailbox.read(uid));
    return this.#loaded;
  }

  capabilities(): string {
    const { context, secure, state } = this;
    const before = [
      ...(context.startTls && !secure ? ['STARTTLS'] : []),
      ...mechanismsNow(context, secure).map((name) => `AUTH=${name}`),
      ...(takesPasswords(context, secure) ? [] : ['LOGINDISABLED']),
    ];
    const after = ['NAMESPACE', 'UNSELECT', 'UIDPLUS', 'CHILDREN', 'SPECIAL-USE', 'MOVE'];
    const always = ['IMAP4rev1', 'LITERAL+', 'SASL-IR', 'ID', 'ENABLE', 'IDLE'];
    return ['CAPABILITY', ...always, ...(state === 'notAuthenticated' ? before : after)].join(' ');
  }

  #step(step: ImapStep): void {
    const next = IMAP_STATES[this.#state][step];
    if (!next) throw new TypeError(`no ${step} in ${this.#state}`);
    this.#state = next;
  }
}

/** What `action` returns, or undefined when the letter went away; other problems of the store stay problems. */
export function unlessGone<T>(view: SelectedView, uid: number, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof StoreError && !view.letter(uid)) return undefined;
    throw error;
  }
}
