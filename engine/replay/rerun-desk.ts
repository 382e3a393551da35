// The reruns of a lab: one is played at a time, the last few are kept so that they can be looked at. Counterpart:
// commands/rerun.ts. Rule: they outlive the runs of the lab that they are of; what closes it closes them.

import type { OpenLab } from '../engine.ts';
import { REPLAY_LIMITS } from './limits.ts';
import type { Rerun } from './rerun.ts';

export class RerunDesk {
  readonly #openLab: OpenLab;
  readonly #kept = new Map<string, Rerun>();
  #count = 0;
  /** Those that were begun, in a row. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(openLab: OpenLab) {
    this.#openLab = openLab;
  }

  /** Returns its name. */
  begin(rerun: Rerun): string {
    const name = `rerun-${(this.#count += 1)}`;
    this.#kept.set(name, rerun);
    this.#last = this.#last.then(() => rerun.run(this.#openLab));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > REPLAY_LIMITS.kept && oldest !== undefined) this.drop(oldest);
    return name;
  }

  get(name: string): Rerun | undefined {
    return this.#kept.get(name);
  }

  drop(name: string): void {
    const rerun = this.#kept.get(name);
    this.#kept.delete(name);
    void rerun?.close();
  }

  /** The lab that is open closes: nobody will ask any more. */
  async close(): Promise<void> {
    const open = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(open.map((one) => one.close()));
    await this.#last;
  }
}
