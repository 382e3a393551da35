// One experiment: a lab of its own with the chosen defences, all actors at work in it, and time that passes until every
// letter has its fate. Counterpart: desk.ts starts it; tally.ts counts. Rule: real servers over real connections; only
// the waiting is left out, because nobody watches the clock.

import type {
  Defences,
  ExperimentDialog,
  ExperimentLetter,
  ExperimentResult,
  ExperimentStatus,
} from '../../contract/experiment.ts';
import type { MessageId } from '../../contract/ids.ts';
import { topologySchema } from '../../contract/topology.ts';
import { ACTORS } from '../actors/index.ts';
import { News } from '../news.ts';
import { advanceTo } from '../advance.ts';
import type { Lab, OpenLab } from '../engine.ts';
import { crowd } from '../topologies/crowd.ts';
import { DialogBook } from './dialog-book.ts';
import { EXPERIMENT_LIMITS } from './limits.ts';
import { DEFENDED, PLAN, PLANNED } from './plan.ts';
import { resultOf, Tally } from './tally.ts';
import { UnattendedWorld } from '../unattended-world.ts';

export class Experiment {
  readonly #defences: Defences;
  readonly #seed: number;
  readonly #tally = new Tally(DEFENDED, (actor) => ACTORS.find(({ name }) => name === actor)?.isHonest === true);
  readonly #dialogs = new DialogBook(DEFENDED);
  #lab: Lab | undefined;
  #state: ExperimentStatus['state'] = 'running';
  #detail: string | undefined;
  #result: ExperimentResult | undefined;
  readonly #news = new News();

  constructor(defences: Defences, seed: number) {
    this.#defences = defences;
    this.#seed = seed;
  }

  /** Resolves when it is over, however it ended; the table if it came so far. */
  async run(openLab: OpenLab): Promise<ExperimentResult | undefined> {
    try {
      await this.#play(openLab);
      if (this.#state === 'running') {
        this.#result = resultOf(
          this.letters(),
          PLAN.map(({ actor }) => actor),
        );
        this.#state = 'done';
      }
    } catch (error) {
      this.#state = 'failed';
      this.#detail = (error as Error).message;
    }
    this.#news.tell();
    if (this.#state !== 'done') await this.close();
    return this.#result;
  }

  get status(): ExperimentStatus {
    return {
      state: this.#state,
      known: this.#result ? PLANNED : this.#tally.known,
      letters: PLANNED,
      news: this.#news.count,
      ...(this.#result ? { result: this.#result } : {}),
      ...(this.#detail === undefined ? {} : { detail: this.#detail }),
    };
  }

  /** The status, as soon as there is other news than `seen`. */
  async newsAfter(seen: number): Promise<ExperimentStatus> {
    await this.#news.after(seen);
    return this.status;
  }

  /** Its lab, while there is something to be seen in it. */
  get lab(): Lab | undefined {
    return this.#lab;
  }

  cancel(): void {
    if (this.#state !== 'running') return;
    this.#state = 'cancelled';
    this.#news.tell();
  }

  letters(): ExperimentLetter[] {
    return this.#tally.letters();
  }

  dialogs(message: MessageId): ExperimentDialog[] {
    return this.#dialogs.read(this.#tally.conns(message));
  }

  async close(): Promise<void> {
    this.cancel();
    const lab = this.#lab;
    this.#lab = undefined;
    await lab?.close('experiment');
  }

  async #play(openLab: OpenLab): Promise<void> {
    const unattended = new UnattendedWorld(EXPERIMENT_LIMITS.stuck_us);
    const topology = topologySchema.parse(crowd);
    topology.doors = [];
    topology.dnsDoor = 0;
    const options = { dir: 'experiment', world: unattended.world, topology, seed: this.#seed };
    const lab = await openLab({ ...options, manual: true, serial: true }, (event) => {
      const { known } = this.#tally;
      this.#tally.take(event);
      if (this.#tally.known > known) this.#news.tell();
      this.#dialogs.take(event);
    });
    this.#lab = lab;
    for (const [name, settings] of Object.entries(this.#defences)) {
      const value = { ...settings, enabled: true };
      await lab.dispatch('config.patch', { host: DEFENDED, path: `/policies/${name}`, value });
    }
    for (const { actor, ...settings } of PLAN) {
      await lab.dispatch('actor.start', { actor, settings: { ...settings, seed: this.#seed } });
    }
    let isOver = false;
    const attending = unattended.attend(lab, () => isOver);
    try {
      await this.#untilAllIsKnown(lab);
    } finally {
      isOver = true;
      await attending;
    }
  }

  async #untilAllIsKnown(lab: Lab): Promise<void> {
    const { clock } = lab.run.context;
    const end_ms = clock.now_ms() + EXPERIMENT_LIMITS.longest_ms;
    while (this.#state === 'running' && this.#tally.known < PLANNED && clock.now_ms() < end_ms) {
      await advanceTo(lab, clock.now_ms() + EXPERIMENT_LIMITS.step_ms);
    }
  }
}
