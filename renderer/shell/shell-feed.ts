// What happens in shells, for those who show one. Counterpart: main.tsx passes every batch on, session.ts listens. Rule:
// a shell's first events may come before the answer that names it, so the latest are kept for whoever asks next.

import type { LabEvent } from '../../contract/events.ts';

export type ShellEvent = Extract<LabEvent, { type: `shell.${string}` }>;

export interface ShellListener {
  /** Events of the shell, in order, never an empty list. */
  onEvents: (events: readonly ShellEvent[]) => void;
  /** The run is played again up to some line: the shell's events come from its beginning. */
  onForked: () => void;
  /** The run ended, and with it every shell. */
  onRunEnded: () => void;
}

/** More than can come between a shell's beginning and the answer to `shell.open`. */
const KEPT = 200;

export class ShellFeed {
  #run: number | undefined;
  #recent: ShellEvent[] = [];
  readonly #listeners = new Map<ShellListener, string>();

  hear(events: readonly LabEvent[]): void {
    const heard: ShellEvent[] = [];
    for (const event of events) {
      // Another lab may be in a run of the same number.
      if (event.run !== this.#run || event.type === 'lab.opened') this.#begin(event, heard);
      if (isShellEvent(event)) heard.push(event);
    }
    this.#tell(heard);
    this.#recent = [...this.#recent, ...heard].slice(-KEPT);
  }

  /** Hears of one shell, from its beginning where that was just now. The answer stops it. */
  listen(shell: string, listener: ShellListener): () => void {
    this.#listeners.set(listener, shell);
    const early = this.#recent.filter((event) => event.data.shell === shell);
    if (early.length > 0) listener.onEvents(early);
    return () => this.#listeners.delete(listener);
  }

  #begin(event: LabEvent, before: ShellEvent[]): void {
    this.#tell(before.splice(0));
    this.#recent = [];
    const isFirst = this.#run === undefined;
    this.#run = event.run;
    if (isFirst) return;
    // A fork types everything again: its shells have the names that they had.
    const isFork = event.type === 'lab.opened' && event.data.from?.how === 'fork';
    for (const listener of [...this.#listeners.keys()]) {
      if (isFork) listener.onForked();
      else listener.onRunEnded();
    }
  }

  #tell(events: readonly ShellEvent[]): void {
    for (const [listener, shell] of [...this.#listeners]) {
      const mine = events.filter((event) => event.data.shell === shell);
      if (mine.length > 0) listener.onEvents(mine);
    }
  }
}

function isShellEvent(event: LabEvent): event is ShellEvent {
  return event.type.startsWith('shell.');
}
