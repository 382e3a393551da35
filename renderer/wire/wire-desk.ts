// What is stopped on the wire, and what for: the engine's rules and held lines, and the breakpoints that are switched off.
// Counterpart: `hold.*` of the contract; held-strip.tsx and breakpoints.tsx show it. Rule: the engine is asked again when
// an event says that something changed, one question at a time; a run that begins anew gets a person's breakpoints back.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Dispatch, HeldUnit, HoldRule } from '../../contract/commands.ts';
import type { LabEvent } from '../../contract/events.ts';
import { type Choice, isOwn, isSame, ruleOf } from './breakpoint.ts';

export interface WireState {
  /** Set in the engine. */
  rules: readonly HoldRule[];
  /** A person's own, kept for later. */
  off: readonly HoldRule[];
  /** In the order in which they were stopped, connection by connection. */
  held: readonly HeldUnit[];
}

const TELLING: ReadonlySet<LabEvent['type']> = new Set(['fault.set', 'fault.cleared', 'wire.held', 'wire.released']);

export class WireDesk {
  readonly store: StoreApi<WireState> = createStore<WireState>()(() => ({ rules: [], off: [], held: [] }));
  readonly #dispatch: Dispatch;
  #isAsking = false;
  #isStale = false;

  constructor(dispatch: Dispatch) {
    this.#dispatch = dispatch;
  }

  /** Every event of the lab, in order. */
  onEvents(events: readonly LabEvent[]): void {
    const { held } = this.store.getState();
    let isStale = false;
    for (const event of events) {
      if (event.type === 'lab.opened') this.#onRun(event.data.from?.how);
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
    const { rules, off } = this.store.getState();
    const rule = ruleOf(choice, [...rules, ...off]);
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

  /** A run that begins again knows no rule of the one before. A fork repeats them itself. */
  #onRun(how: string | undefined): void {
    const { rules } = this.store.getState();
    this.store.setState({ held: [] });
    if (how === 'fork') return;
    for (const rule of rules.filter(isOwn)) void this.switchOn(rule).catch(() => undefined);
  }
}
