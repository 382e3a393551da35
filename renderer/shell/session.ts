// A shell as its terminal shows it: what came from the engine, and below it the line being typed. Counterpart: shell.* of
// the contract; screen-terminal.ts is the terminal. Rule: the text above is the engine's alone, so a line that was sent
// moves up when the engine has taken it, in the order in which things happened.

import type { Dispatch } from '../../contract/commands.ts';
import { describeFailure } from '../inbox/failure.ts';
import { CommandFailed } from '../source/source.ts';
import { t } from '../text/t.ts';
import { aside, said, typed, type Voice, voiceOf } from './colours.ts';
import { DrawnLine, type Screen } from './drawn-line.ts';
import { keysOf, octetsOf, pastedKeys } from './keys.ts';
import { leaveShell } from './leave-shell.ts';
import { complete, emptyLine, type LineEffect, type LineKey, type LineState, pressKey } from './line-editor.ts';
import { SessionRecord } from './record.ts';
import type { SessionView } from './session-view.ts';
import type { SeatIn } from './seats.ts';
import type { ShellEvent, ShellFeed } from './shell-feed.ts';
import { harmless, inLines } from './terminal-text.ts';

const COLUMNS = { least: 20, most: 500 };

let sessions = 0;

export class ShellSession {
  /** Tells it from the others on the page. */
  readonly id = (sessions += 1);
  /** What was asked last has been answered, or can't be any more. */
  answered: Promise<unknown> = Promise.resolve();
  readonly #dispatch: Dispatch;
  readonly #feed: ShellFeed;
  readonly #seatIn: SeatIn;
  readonly #record = new SessionRecord();
  readonly #watchers = new Set<() => void>();
  readonly #drawn = new DrawnLine();
  #shell: string | undefined;
  #stopListening: () => void = () => undefined;
  /** Counts openings: an answer to an earlier one is nobody's. */
  #opening = 0;
  #view: SessionView = { host: undefined, isBusy: false, isOpen: false, lines: [] };
  #line: LineState = emptyLine();
  #pending: readonly string[] = [];
  #isDialog = false;
  #mode: 'line' | 'character' = 'line';
  /** Lines for a command and lines for the other end of a dialog are recalled apart. */
  #otherHistory: readonly string[] = [];
  #voice: Voice = 'plain';

  constructor(dispatch: Dispatch, feed: ShellFeed, seatIn: SeatIn = () => undefined) {
    this.#dispatch = dispatch;
    this.#feed = feed;
    this.#seatIn = seatIn;
  }

  // For a view (useSyncExternalStore).

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  view = (): SessionView => this.#view;

  /** Shows the session on this terminal from now on. */
  showOn(screen: Screen | undefined): void {
    this.#drawn.showOn(screen, this.#record.text);
  }

  /** Sits down at a host; the session before ends. */
  async open(host: string, note = t('shell.try')): Promise<void> {
    this.close();
    const opening = (this.#opening += 1);
    this.#record.clear();
    this.#line = emptyLine(this.#isDialog ? this.#otherHistory : this.#line.history);
    this.#otherHistory = [];
    this.#isDialog = false;
    this.#mode = 'line';
    this.#show({ host, isBusy: false, isOpen: false });
    this.#drawn.clear();
    this.#note(`${note}\n`);
    try {
      const { shell } = await this.#dispatch('shell.open', { host, columns: this.#columns });
      if (opening !== this.#opening) {
        void leaveShell(this.#dispatch, shell);
        return;
      }
      this.#shell = shell;
      this.#stopListening = this.#feed.listen(shell, {
        onEvents: (events) => this.#hear(events),
        onForked: () => this.#beginAgain(shell),
        onRunEnded: () => this.#sitAgain(),
      });
    } catch (error) {
      if (opening === this.#opening) this.#note(`${describeFailure(error)}\n${t('shell.again')}\n`);
    }
  }

  /** Leaves the host. */
  close(): void {
    this.#opening += 1;
    if (this.#shell !== undefined) void leaveShell(this.#dispatch, this.#shell);
    this.#forget();
  }

  // From the terminal.

  type(data: string): void {
    if (this.#mode === 'character' && data !== '\x03') {
      this.#ask((shell) => this.#dispatch('shell.bytes', { shell, bytes: octetsOf(data) }));
    } else this.#press(keysOf(data));
  }

  paste(text: string): void {
    if (this.#mode === 'character') this.type(text.replaceAll(/\r\n|\n/g, '\r'));
    else this.#press(pastedKeys(text));
  }

  /** Before the terminal changes its size, and after it. */
  beforeResize(): void {
    this.#drawn.wipe();
  }

  afterResize(): void {
    this.#update('');
    const columns = this.#columns;
    if (this.#shell !== undefined) this.#ask((shell) => this.#dispatch('shell.resize', { shell, columns }));
  }

  // What was typed.

  #press(keys: readonly LineKey[]): void {
    if (this.#shell === undefined) {
      const { host } = this.#view;
      if (host !== undefined && keys.some((key) => key.name === 'enter')) void this.open(host);
      return;
    }
    const before = this.#line;
    for (const key of keys) {
      const { state, effect } = pressKey(this.#line, key);
      this.#line = state;
      if (effect) this.#carryOut(effect);
    }
    this.#redraw(before, keys);
  }

  #carryOut(effect: LineEffect): void {
    switch (effect.name) {
      case 'submit':
        this.#submit(effect.line);
        break;
      case 'complete':
        if (!this.#isDialog) void this.#complete(effect.head);
        break;
      case 'interrupt':
        this.#write(typed(effect.left), effect.left);
        this.#ask((shell) => this.#dispatch('shell.signal', { shell, signal: 'interrupt' }));
        break;
      case 'endOfInput':
        this.#ask((shell) => this.#dispatch('shell.signal', { shell, signal: 'end' }));
        break;
      case 'clear':
        this.#drawn.clear(aside(this.#record.open));
        break;
      case 'escape':
        if (this.#isDialog) this.#submit('\x1d');
        break;
    }
  }

  #submit(line: string): void {
    this.#pending = [...this.#pending, line];
    this.#ask(async (shell) => {
      try {
        await this.#dispatch('shell.submit', { shell, line });
      } catch (error) {
        // It will not be taken any more: no line stays on its way for ever.
        if (shell === this.#shell) this.#pending = this.#pending.toSpliced(this.#pending.lastIndexOf(line), 1);
        throw error;
      }
    });
  }

  async #complete(head: string): Promise<void> {
    const shell = this.#shell;
    if (shell === undefined) return;
    const options = await this.#dispatch('shell.complete', { shell, line: head }).then(
      (reply) => reply.options,
      () => [],
    );
    if (shell !== this.#shell) return;
    const { state, choice } = complete(this.#line, head, options);
    this.#line = state;
    if (choice.length > 0) {
      const prompt = this.#record.open;
      this.#write(typed(state.text), state.text);
      this.#note(`\n${choice.join('  ')}\n${prompt}`);
    } else this.#update('');
  }

  /** Asks the engine something about this shell, and says when that failed. */
  #ask(what: (shell: string) => Promise<unknown>): void {
    const shell = this.#shell;
    if (shell === undefined) return;
    const asked = what(shell);
    this.answered = asked.catch(() => undefined);
    asked.catch((error: unknown) => {
      if (shell !== this.#shell) return;
      if (error instanceof CommandFailed && error.problem === 'unknown shell') this.#ended();
      else {
        const { open } = this.#record;
        this.#note(`${open === '' ? '' : '\n'}${describeFailure(error)}\n${open}`);
      }
    });
  }

  // What came.

  #hear(events: readonly ShellEvent[]): void {
    let output = '';
    let isOver = false;
    for (const event of events) {
      if (event.host !== undefined && event.host !== this.#view.host) this.#show({ host: event.host });
      isOver ||= event.type === 'shell.closed';
      output += this.#heard(event);
    }
    this.#update(output);
    // A run that is forked closes its shells and types them again: whoever was in one goes on hearing of it.
    if (isOver) this.#stop();
  }

  /** What an event adds to the terminal. */
  #heard(event: ShellEvent): string {
    switch (event.type) {
      case 'shell.prompt': {
        const isDialog = event.data.prompt === '';
        if (isDialog !== this.#isDialog) {
          const { history } = this.#line;
          this.#line = { ...this.#line, history: this.#otherHistory, recalled: undefined };
          this.#otherHistory = history;
        }
        this.#isDialog = isDialog;
        if (this.#view.isBusy !== isDialog || !this.#view.isOpen) this.#show({ isBusy: isDialog, isOpen: true });
        this.#mode = event.data.mode;
        this.#record.add(harmless(event.data.prompt));
        return aside(harmless(event.data.prompt));
      }
      case 'shell.input':
        if (event.data.text.endsWith('\n')) this.#pending = this.#pending.slice(1);
        this.#record.add(harmless(event.data.text));
        return inLines(harmless(event.data.text), typed);
      case 'shell.output':
        return this.#saying(harmless(event.data.text));
      case 'shell.opened':
      case 'shell.closed':
        return '';
    }
  }

  /** A line may come in pieces: its beginning says whose it is. */
  #saying(text: string): string {
    let isBeginning = this.#record.open === '';
    this.#record.add(text);
    return inLines(text, (part) => {
      if (isBeginning) this.#voice = voiceOf(part, this.#isDialog);
      isBeginning = true;
      return said(part, this.#voice);
    });
  }

  /** Everything is typed again, by the engine, and shown as it is. */
  #beginAgain(shell: string): void {
    this.#shell = shell;
    this.#record.clear();
    this.#pending = [];
    this.#isDialog = false;
    this.#mode = 'line';
    this.#drawn.clear();
    this.#update('');
  }

  #sitAgain(): void {
    const seat = this.#seatIn(this.#view.host ?? '');
    this.#ended();
    if (seat !== undefined) void this.open(seat, t('shell.anew'));
  }

  #ended(): void {
    if (this.#shell !== undefined) this.#stop();
    this.#forget();
  }

  /** There is nobody to type to. */
  #stop(): void {
    this.#shell = undefined;
    this.#pending = [];
    this.#mode = 'line';
    this.#show({ isBusy: false, isOpen: false });
    this.#note(`${this.#record.open === '' ? '' : '\n'}${t('shell.ended')} ${t('shell.again')}\n`);
  }

  #forget(): void {
    this.#stopListening();
    this.#stopListening = () => undefined;
    this.#shell = undefined;
    this.#pending = [];
    this.#mode = 'line';
  }

  // Onto the terminal.

  /** Words of the screen's own. */
  #note(text: string): void {
    this.#write(inLines(text, aside), text);
  }

  #write(output: string, text: string): void {
    this.#record.add(text);
    this.#update(output);
  }

  /** Adds to the session's text, and draws the line again below. */
  #update(added: string): void {
    if (this.#record.lines !== this.#view.lines) this.#show({ lines: this.#record.lines });
    const { text, cursor } = this.#line;
    this.#drawn.update(added, this.#record.open, { pending: this.#pending, text, cursor });
  }

  #redraw(before: LineState, keys: readonly LineKey[]): void {
    const { text, cursor } = this.#line;
    const added = text.slice(before.text.length);
    const isAppended =
      keys.length === 1 &&
      keys[0]?.name === 'insert' &&
      cursor === text.length &&
      text === before.text + added &&
      this.#pending.length === 0;
    if (!isAppended || !this.#drawn.append(added, text)) this.#update('');
  }

  #show(change: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...change };
    for (const watcher of this.#watchers) watcher();
  }

  get #columns(): number {
    return Math.min(COLUMNS.most, Math.max(COLUMNS.least, this.#drawn.columns ?? 80));
  }
}
