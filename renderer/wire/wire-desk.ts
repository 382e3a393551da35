// What is stopped on the wire, and what for: the engine's rules and held lines, and the breakpoints that are switched off.
// Counterpart: `hold.*` of the contract; held-strip.tsx and breakpoints.tsx show it. Rule: the engine is asked again when
// an event says that something changed, one question at a time; a run that begins anew gets a person's breakpoints back.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Dispatch, HeldUnit, HoldRule } from '../../contract/commands.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { History } from '../store/history.ts';
import { type Choice, filterRule, isOwn, isSame, ruleOf } from './breakpoint.ts';
import { type TypedLine, typedLines } from '../fork/typed-lines.ts';

export interface WireState {
  /** Set in the engine. */
  rules: readonly HoldRule[];
  /** A person's own, kept for later. */
  off: readonly HoldRule[];
  /** In the order in which they were stopped, connection by connection. */
  held: readonly HeldUnit[];
  /** Where the run that is shown was forked from, and by which line it differs. */
  fork: Fork | undefined;
}

export interface Fork {
  run: number;
  from: number;
  was: string;
  is: string;
}

const TELLING: ReadonlySet<LabEvent['type']> = new Set(['fault.set', 'fault.cleared', 'wire.held', 'wire.released']);

export class WireDesk {
  readonly store: StoreApi<WireState> = createStore<WireState>()(() => ({
    rules: [],
    off: [],
    held: [],
    fork: undefined,
  }));
  readonly #dispatch: Dispatch;
  #isAsking = false;
  #isStale = false;

  readonly #history: () => History;

  constructor(dispatch: Dispatch, history: () => History) {
    this.#dispatch = dispatch;
    this.#history = history;
  }

  /** Every event of the lab, in order. */
  onEvents(events: readonly LabEvent[]): void {
    const { held } = this.store.getState();
    let isStale = false;
    for (const event of events) {
      if (event.type === 'lab.opened') this.#onRun(event.run, event.data.from?.how);
      isStale ||= TELLING.has(event.type) || event.type === 'lab.opened';
      // Whoever goes away takes along what was held of them.
      isStale ||= event.type === 'conn.closed' && held.some((unit) => unit.conn === event.conn);
    }
    if (isStale) void this.refresh();
  }

  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        this.store.setState(await this.#dispatch('hold.list', {}));
      }
    } catch {
      // No engine to ask; the next connection asks again.
    } finally {
      this.#isAsking = false;
    }
  }

  /** Sets a breakpoint, or switches on the one that stops the same. */
  async add(choice: Choice): Promise<void> {
    await this.#add((known) => ruleOf(choice, known));
  }

  /** As `add`, for the lines that fit a filter (contract/filter/). */
  async addFilter(filter: string): Promise<void> {
    await this.#add((known) => filterRule(filter, known));
  }

  async #add(make: (known: readonly HoldRule[]) => HoldRule): Promise<void> {
    const { rules, off } = this.store.getState();
    const rule = make([...rules, ...off]);
    if (rules.some((one) => isSame(one, rule))) return;
    const sleeping = off.find((one) => isSame(one, rule));
    await this.switchOn(sleeping ?? rule);
  }

  async switchOn(rule: HoldRule): Promise<void> {
    await this.#dispatch('hold.set', rule);
    this.store.setState(({ off }) => ({ off: off.filter((one) => one.id !== rule.id) }));
    await this.refresh();
  }

  /** What it holds goes on. */
  async switchOff(rule: HoldRule): Promise<void> {
    await this.#dispatch('hold.clear', { id: rule.id });
    this.store.setState(({ off }) => ({ off: [...off, rule] }));
    await this.refresh();
  }

  async remove(rule: HoldRule): Promise<void> {
    const { rules } = this.store.getState();
    if (rules.some((one) => one.id === rule.id)) await this.#dispatch('hold.clear', { id: rule.id });
    this.store.setState(({ off }) => ({ off: off.filter((one) => one.id !== rule.id) }));
    await this.refresh();
  }

  /** Lets the first line of that direction go, as it is or with other octets in its place. */
  async release({ conn, from }: HeldUnit, instead?: string): Promise<void> {
    await this.#dispatch('hold.release', { conn, from, ...(instead === undefined ? {} : { instead }) });
    await this.refresh();
  }

  /** Lets everything go that a person's own breakpoints stopped. What they stop next waits again. */
  async releaseAll(): Promise<void> {
    for (const { conn, from, rule } of this.store.getState().held) {
      if (isOwn({ id: rule })) await this.#dispatch('hold.release', { conn, from });
    }
    await this.refresh();
  }

  /** Plays the run again up to a line, with another in its place. */
  async fork({ seq, typed }: TypedLine, instead: string): Promise<void> {
    const from = this.#history().event(seq)?.run ?? 0;
    const { run } = await this.#dispatch('lab.fork', { seq, instead });
    this.store.setState({ fork: { run, from, was: typed, is: instead } });
  }

  /** Plays it again with the line as it was; what came after that line is not played again. */
  async undoFork(): Promise<void> {
    const { fork } = this.store.getState();
    const history = this.#history();
    const line = typedLines(history, history.last, Infinity).find((one) => one.typed === fork?.is);
    if (fork && line) await this.fork(line, fork.was);
  }

  forgetFork(): void {
    this.store.setState({ fork: undefined });
  }

  /** A run that begins again knows no rule of the one before. A fork repeats them itself. */
  #onRun(run: number, how: string | undefined): void {
    const { rules, fork } = this.store.getState();
    // The answer to `lab.fork` may come before the run that it tells of.
    this.store.setState({ held: [], fork: fork?.run === run ? fork : undefined });
    if (how === 'fork') return;
    for (const rule of rules.filter(isOwn)) void this.switchOn(rule).catch(() => undefined);
  }
}
