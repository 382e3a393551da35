// The experiments of a lab: one at a time, the last few kept so that their numbers can be opened. Counterpart:
// commands/experiment.ts. Rule: an experiment has a lab of its own and changes nothing in the one that is open, but for
// one event that says what came out.

import type { Defences, ExperimentStatus } from '../../contract/experiment.ts';
import type { EventData } from '../../contract/events.ts';
import type { OpenLab } from '../engine.ts';
import { Experiment } from './experiment.ts';
import { EXPERIMENT_LIMITS } from './limits.ts';

export class ExperimentDesk {
  readonly #openLab: OpenLab;
  readonly #tell: (finished: EventData['experiment.finished']) => void;
  readonly #kept = new Map<string, Experiment>();
  #count = 0;
  /** Those that were begun, in a row: the next begins when the one before is over. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(openLab: OpenLab, tell: (finished: EventData['experiment.finished']) => void) {
    this.#openLab = openLab;
    this.#tell = tell;
  }

  /** Begins one; what was begun and isn't over is cancelled. Returns its name. */
  begin(defences: Defences, seed: number): string {
    for (const one of this.#kept.values()) one.cancel();
    return this.#begin(new Experiment(defences, seed), defences, seed);
  }

  /** The same, for whoever waits for it. */
  async play(defences: Defences, seed: number): Promise<ExperimentStatus> {
    for (const one of this.#kept.values()) one.cancel();
    const experiment = new Experiment(defences, seed);
    this.#begin(experiment, defences, seed);
    await this.#last;
    return experiment.status;
  }

  #begin(experiment: Experiment, defences: Defences, seed: number): string {
    const name = `experiment-${(this.#count += 1)}`;
    this.#kept.set(name, experiment);
    this.#last = this.#last.then(async () => {
      const result = await experiment.run(this.#openLab);
      if (result) this.#tell({ defences, seed, ...result });
    });
    this.#forgetOldest();
    return name;
  }

  get(name: string): Experiment | undefined {
    return this.#kept.get(name);
  }

  /** The lab that is open closes: nobody will ask any more. */
  async close(): Promise<void> {
    for (const one of this.#kept.values()) one.cancel();
    await this.#last;
    await Promise.all([...this.#kept.values()].map((one) => one.close()));
    this.#kept.clear();
  }

  #forgetOldest(): void {
    for (const [name, experiment] of this.#kept) {
      if (this.#kept.size <= EXPERIMENT_LIMITS.kept) return;
      this.#kept.delete(name);
      void this.#last.then(() => experiment.close());
    }
  }
}
