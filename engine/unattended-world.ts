// A world for a lab that nobody looks at: disk in memory, a lab clock that is moved by hand, and an activity clock that
// goes on by itself when a greet pause is all that the lab waits for. Counterpart: experiment/, replay/. Rule: time passes only
// when everything that was said has been heard, so a pause is as long as ever and costs a moment; and no time-out runs
// out because the machine was busy, or the same letters would come to another table.

import type { Lab } from './engine.ts';
import type { World } from './world.ts';
import { PausableActivityClock } from './world/activity-clock.ts';
import { manualWorld } from './world/manual-world.ts';
import { MemoryDisk } from './world/memory-disk.ts';
import { UNATTENDED_LIMITS } from './limits.ts';

export class UnattendedWorld {
  readonly world: World;
  readonly #disk = new MemoryDisk();
  readonly #activity = new PausableActivityClock(undefined);

  readonly #stuck_us: number;

  /** `stuck_us`: for how long nothing is said before time-outs pass too. */
  constructor(stuck_us: number) {
    this.#stuck_us = stuck_us;
    this.world = { ...manualWorld(this.#disk), activity: this.#activity };
  }

  /** Lets activity time pass until `isOver`. */
  async attend(lab: Lab, isOver: () => boolean): Promise<void> {
    const { quietTurns, quiet_us } = UNATTENDED_LIMITS;
    let seq = -1;
    let turns = 0;
    let since_us = 0;
    while (!isOver()) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      this.forget();
      if (!lab.isOpen) return;
      const { log, work } = lab.run.context;
      if (log.seq !== seq || work.resting) {
        seq = log.seq;
        turns = 0;
        since_us = this.world.mono_us();
        continue;
      }
      turns += 1;
      const quiet = this.world.mono_us() - since_us;
      if (turns < quietTurns || quiet < quiet_us) continue;
      if (!this.pass(quiet)) continue;
      turns = 0;
      since_us = this.world.mono_us();
    }
  }

  /** Nothing was said for `quiet_us`: lets time pass to the end of the first wait, or time-out. False: there is none. */
  pass(quiet_us: number): boolean {
    const next_ms = quiet_us < this.#stuck_us ? this.#activity.passing_ms : this.#activity.next_ms;
    if (next_ms === undefined) return false;
    this.#activity.advance(next_ms - this.#activity.now_ms());
    return true;
  }

  /** What a crash would leave is of no interest here, and would be kept for every letter. */
  forget(): void {
    this.#disk.operations.length = 0;
  }
}
