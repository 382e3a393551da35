// What the presenter types into shells, as followers read it. Counterpart: shell/session.ts is the presenter's own. Rule: text
// made harmless, one shell at a time: the one that something was said in last.

import { createStore } from 'zustand/vanilla';

import type { LabEvent } from '../../contract/events.ts';
import { SessionRecord } from '../shell/record.ts';
import { harmless } from '../shell/terminal-text.ts';
import { FOLLOW_LIMITS } from './limits.ts';

export interface ShellLinesState {
  host: string | undefined;
  text: string;
}

export class ShellLines {
  readonly store = createStore<ShellLinesState>()(() => ({ host: undefined, text: '' }));
  readonly #records = new Map<string, SessionRecord>();
  #run = 0;

  hear(events: readonly LabEvent[]): void {
    let shown: { record: SessionRecord; host: string } | undefined;
    let isFresh = false;
    for (const event of events) {
      // A recording may have the number of the run that it stands in for.
      if (event.run !== this.#run || event.type === 'lab.opened') {
        this.#run = event.run;
        this.#records.clear();
        isFresh = true;
      }
      if (event.type === 'shell.closed') this.#records.delete(event.data.shell);
      const said = wordsOf(event);
      if (said === undefined) continue;
      const record = this.#records.get(said.shell) ?? new SessionRecord();
      this.#records.set(said.shell, record);
      record.add(harmless(said.text));
      shown = { record, host: event.host };
    }
    if (shown) this.store.setState({ host: shown.host, text: textOf(shown.record) });
    else if (isFresh) this.store.setState({ host: undefined, text: '' });
  }
}

function wordsOf(event: LabEvent): { shell: string; text: string } | undefined {
  switch (event.type) {
    case 'shell.prompt':
      return { shell: event.data.shell, text: event.data.prompt };
    case 'shell.input':
    case 'shell.output':
      return { shell: event.data.shell, text: event.data.text };
    default:
      return undefined;
  }
}

function textOf({ lines, open }: SessionRecord): string {
  return [...lines.slice(-FOLLOW_LIMITS.shellLines).map(({ text }) => text), open].join('\n');
}
