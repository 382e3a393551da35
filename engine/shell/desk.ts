// The shells of a run: opened, found by name, closed. Counterpart: commands/shell.ts asks; shell.ts
// is one of them. Rule: names count up, so that a replay of the same inputs finds the same shells.

import type { Seq } from '../../contract/ids.ts';
import type { HostServices } from '../host-services.ts';
import { SHELL_LIMITS } from '../limits.ts';
import type { ShellLab } from './command.ts';
import { Shell } from './shell.ts';

export class ShellDesk {
  readonly #shells = new Map<string, Shell>();
  #count = 0;

  /** Undefined when there are too many. */
  open(lab: ShellLab, host: HostServices, columns: number, cause: Seq): Shell | undefined {
    if (this.#shells.size >= SHELL_LIMITS.sessions) return undefined;
    const id = `sh${(this.#count += 1)}`;
    const shell = new Shell({ id, lab, host, columns, cause, onClosed: () => this.#shells.delete(id) });
    this.#shells.set(id, shell);
    return shell;
  }

  get(id: string): Shell | undefined {
    return this.#shells.get(id);
  }

  get names(): string[] {
    return [...this.#shells.keys()];
  }

  close(): void {
    for (const shell of this.#shells.values()) shell.close();
  }
}
