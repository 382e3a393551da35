// One user's mail, as their server tells it, while it is looked at. Counterpart: `inbox.*` of the contract; inbox-state.ts
// is what it changes. Rule: the connection is opened by the first question and closed when the place is left; one question
// at a time, however fast letters come; what comes never changes what is being read.

import { createStore } from 'zustand/vanilla';

import type { CommandInput, Dispatch } from '../../contract/commands.ts';
import type { Draft } from './draft.ts';
import { describeFailure } from './failure.ts';
import { type InboxChoices, type KeptChoices, type ReaderChoice, readerOf, USUAL_CHOICES } from './inbox-choices.ts';
import { CLOSED, type InboxState, openFolder, type Search, type Sent, shownRows, targetsOf } from './inbox-state.ts';

type Destination = CommandInput<'inbox.move'>['to'];
type FlagName = CommandInput<'inbox.flag'>['flag'];

export class InboxDesk {
  readonly store;
  readonly #dispatch: Dispatch;
  readonly #kept: KeptChoices;
  /** Grows with every mailbox and folder that is opened: an answer about an earlier one is dropped. */
  #turn = 0;
  #isAsking = false;
  #wanted: { list: boolean; folders: boolean; anew: boolean } = { list: false, folders: false, anew: false };
  /** The row that was read last, for where to go on when its letter is gone. */
  #row = 0;
  /** Letters begun: each has a form of its own. */
  #drafts = 0;
  /** The run in which the open mailbox was opened. */
  #run = 0;

  constructor(dispatch: Dispatch, kept: KeptChoices) {
    this.#dispatch = dispatch;
    this.#kept = kept;
    this.store = createStore<InboxState>()(() => ({
      ...CLOSED,
      reader: undefined,
      address: '',
      choices: kept.recall() ?? USUAL_CHOICES,
      sent: undefined,
      draft: undefined,
      isWriting: false,
      moving: 'move',
    }));
  }

  /** Somebody looks at this mail from now on. */
  enter(address: string, run: number): void {
    this.#turn += 1;
    // Who comes back finds what they left.
    const isSame = this.store.getState().address === address && this.#run === run;
    this.#run = run;
    this.store.setState(isSame ? { failure: '', undo: undefined } : { ...CLOSED, address });
    const { reader, leave } = readerOf(this.store.getState().choices, address);
    void this.#dispatch('inbox.use', { address, reader, leave })
      .catch(() => undefined)
      .then(() => this.refresh({ folders: true }));
  }

  /** Nobody looks any more: the mail program logs out. */
  leave(): void {
    this.#turn += 1;
    this.#wanted = { list: false, folders: false, anew: false };
    const { address } = this.store.getState();
    void this.#dispatch('inbox.close', { address }).catch(() => undefined);
  }

  /** Somebody else's mail. */
  chooseReader(reader: string): void {
    this.store.setState({ reader });
  }

  openFolder(folder: string): void {
    this.#turn += 1;
    const { address, folders, conn } = this.store.getState();
    this.store.setState({ ...CLOSED, address, folders, conn, folder, isWriting: false });
    this.refresh();
  }

  /** Asks what there is. `anew`: over POP3 in a new session, which is the only way to hear of new mail. */
  refresh({ folders = false, anew = false }: { folders?: boolean; anew?: boolean } = {}): void {
    const wanted = this.#wanted;
    this.#wanted = { list: true, folders: folders || wanted.folders, anew: anew || wanted.anew };
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.store.setState({ isAsking: true });
    void this.#ask()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#isAsking = false;
        this.store.setState({ isAsking: false });
        if (this.#wanted.list) this.refresh();
      });
  }

  async #ask(): Promise<void> {
    while (this.#wanted.list) {
      const { folders, anew } = this.#wanted;
      this.#wanted = { list: false, folders: false, anew: false };
      const turn = this.#turn;
      const { address, folder } = this.store.getState();
      const { letters, total, conn } = await this.#dispatch('inbox.list', { address, folder, anew });
      if (turn !== this.#turn) continue;
      const there = new Set(letters.map(({ uid }) => uid));
      const { marked } = this.store.getState();
      this.store.setState({
        letters,
        total,
        conn,
        failure: '',
        marked: new Set([...marked].filter((uid) => there.has(uid))),
      });
      if (!folders) continue;
      const answer = await this.#dispatch('inbox.folders', { address });
      if (turn === this.#turn) this.store.setState({ folders: answer.folders });
    }
  }

  /** The octets of a letter; it is marked as read, because that is what mail programs do. */
  async read(uid: number): Promise<string> {
    const { address, folder } = this.store.getState();
    const { bytes } = await this.#dispatch('inbox.read', { address, folder, uid });
    this.#flagHere([uid], '\\Seen', true);
    return bytes;
  }

  show(uid: number | undefined): void {
    const rows = shownRows(this.store.getState());
    this.#row = Math.max(
      0,
      rows.findIndex(({ letter }) => letter.uid === uid),
    );
    this.store.setState({ shown: uid, isWriting: false, sent: undefined });
  }

  /** The next letter of the list, or the one before; its uid. */
  step(by: 1 | -1): number | undefined {
    const state = this.store.getState();
    const rows = shownRows(state);
    const at = rows.findIndex(({ letter }) => letter.uid === state.shown);
    // Where the letter is gone, the next one stands in its place.
    const wanted = at === -1 ? this.#row - (by === -1 ? 1 : 0) : at + by;
    const next = rows[Math.min(Math.max(wanted, 0), rows.length - 1)]?.letter.uid;
    if (next !== undefined) this.show(next);
    return next;
  }

  mark(uid: number, through?: number): void {
    const { marked } = this.store.getState();
    const next = new Set(marked);
    if (through !== undefined) {
      const uids = shownRows(this.store.getState()).map(({ letter }) => letter.uid);
      const [from, to] = [uids.indexOf(through), uids.indexOf(uid)].toSorted((one, other) => one - other);
      for (const one of uids.slice(from, (to ?? 0) + 1)) next.add(one);
    } else if (!next.delete(uid)) next.add(uid);
    this.store.setState({ marked: next });
  }

  markNone(): void {
    this.store.setState({ marked: new Set() });
  }

  flag(flag: FlagName, on: boolean, uids = targetsOf(this.store.getState())): Promise<void> {
    return this.#act(uids, async ({ address, folder }) => {
      await this.#dispatch('inbox.flag', { address, folder, uids, flag, on });
      this.#flagHere(uids, flag, on);
    });
  }

  /** Whether all that an act is done to has a flag. */
  have(flag: FlagName): boolean {
    const state = this.store.getState();
    const targets = new Set(targetsOf(state));
    return (state.letters ?? []).filter(({ uid }) => targets.has(uid)).every(({ flags }) => flags.includes(flag));
  }

  move(to: Destination, copy = false, uids = targetsOf(this.store.getState())): Promise<void> {
    return this.#act(uids, async ({ address, folder }) => {
      const moved = await this.#dispatch('inbox.move', { address, folder, uids, to, copy });
      if (!copy) {
        this.#drop(uids);
        const isTold = moved.uids.length === uids.length;
        const undo = isTold ? { count: uids.length, folder: moved.folder, uids: moved.uids, back: folder } : undefined;
        this.store.setState({ undo });
      }
      this.refresh({ folders: true });
    });
  }

  /** Puts back what was moved last. */
  async undo(): Promise<void> {
    const { undo, address } = this.store.getState();
    if (!undo) return;
    this.store.setState({ undo: undefined });
    await this.#try(() =>
      this.#dispatch('inbox.move', { address, folder: undo.folder, uids: undo.uids, to: { path: undo.back } }),
    );
    this.refresh({ folders: true });
  }

  /** As the person wants it: into the folder for it, or marked; from that folder, and from where there are none, for good. */
  delete(uids = targetsOf(this.store.getState())): Promise<void> {
    const state = this.store.getState();
    const { reader } = readerOf(state.choices, state.address);
    if (reader === 'pop3' || state.choices.deleting === 'mark') return this.flag('\\Deleted', true, uids);
    return openFolder(state)?.use === 'trash' ? this.remove(uids) : this.move({ use: 'trash' }, false, uids);
  }

  /** For good. */
  remove(uids: number[]): Promise<void> {
    return this.#act(uids, async ({ address, folder }) => {
      await this.#dispatch('inbox.remove', { address, folder, uids });
      this.#drop(uids);
      this.refresh({ folders: true });
    });
  }

  async search(search: Search): Promise<void> {
    const { address, folder } = this.store.getState();
    const turn = this.#turn;
    await this.#try(async () => {
      const { uids, sent } = await this.#dispatch('inbox.search', { address, folder, ...search });
      if (turn === this.#turn) this.store.setState({ found: { search, uids: new Set(uids), sent } });
    });
  }

  endSearch(): void {
    this.store.setState({ found: undefined });
  }

  async makeFolder(folder: string): Promise<void> {
    const { address } = this.store.getState();
    await this.#try(() => this.#dispatch('inbox.makeFolder', { address, folder }));
    this.refresh({ folders: true });
  }

  async renameFolder(folder: string, to: string): Promise<void> {
    const { address } = this.store.getState();
    const isDone = await this.#try(() => this.#dispatch('inbox.renameFolder', { address, folder, to }));
    if (isDone) this.store.setState({ folder: to });
    this.refresh({ folders: true });
  }

  async removeFolder(folder: string): Promise<void> {
    const { address } = this.store.getState();
    const isDone = await this.#try(() => this.#dispatch('inbox.removeFolder', { address, folder }));
    if (isDone) this.openFolder('INBOX');
    this.refresh({ folders: true });
  }

  choose(choices: Partial<InboxChoices>): void {
    this.store.setState((state) => ({ choices: { ...state.choices, ...choices } }));
    this.#kept.remember(this.store.getState().choices);
  }

  /** Another protocol is another session: POP3 knows INBOX alone. */
  async readBy(choice: ReaderChoice): Promise<void> {
    const { address, choices } = this.store.getState();
    this.choose({ readers: { ...choices.readers, [address]: choice } });
    this.#turn += 1;
    this.store.setState({ ...CLOSED, address });
    await this.#try(() => this.#dispatch('inbox.use', { address, ...choice }));
    this.refresh({ folders: true });
  }

  write(draft: Draft): void {
    this.#drafts += 1;
    this.store.setState({ draft: { ...draft, id: this.#drafts }, isWriting: true, sent: undefined });
  }

  /** Back to the letter that was begun, or away from it for a while. */
  showWriting(isWriting: boolean): void {
    this.store.setState({ isWriting });
  }

  endWriting(sent?: Sent): void {
    this.store.setState({ draft: undefined, isWriting: false, sent });
    this.refresh({ folders: true });
  }

  #flagHere(uids: readonly number[], flag: string, on: boolean): void {
    const { letters, folders, folder } = this.store.getState();
    const targets = new Set(uids);
    let more = 0;
    const next = letters?.map((letter) => {
      if (!targets.has(letter.uid) || letter.flags.includes(flag) === on) return letter;
      if (flag === '\\Seen') more += on ? -1 : 1;
      const others = letter.flags.filter((one) => one !== flag);
      return { ...letter, flags: on ? [...others, flag] : others };
    });
    const counted = folders?.map((one) =>
      one.path === folder ? { ...one, unread: Math.max(0, one.unread + more) } : one,
    );
    this.store.setState({ letters: next, folders: counted });
  }

  /** They are gone from the list, whatever it is asked next. */
  #drop(uids: readonly number[]): void {
    const gone = new Set(uids);
    const { letters, marked, shown } = this.store.getState();
    this.store.setState({
      letters: letters?.filter(({ uid }) => !gone.has(uid)),
      marked: new Set([...marked].filter((uid) => !gone.has(uid))),
      shown: shown !== undefined && gone.has(shown) ? undefined : shown,
    });
  }

  async #act(
    uids: readonly number[],
    work: (where: { address: string; folder: string }) => Promise<void>,
  ): Promise<void> {
    if (uids.length === 0) return;
    const { address, folder } = this.store.getState();
    this.store.setState({ undo: undefined });
    await this.#try(() => work({ address, folder }));
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #fail(error: unknown): void {
    this.store.setState({ failure: describeFailure(error) });
  }
}
