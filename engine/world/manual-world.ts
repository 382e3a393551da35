// A world for tests: disk in memory, clocks by hand. Counterpart: real-world.ts.

import { randomUUID } from 'node:crypto';

import { PausableActivityClock } from './activity-clock.ts';
import { RatedLabClock } from './lab-clock.ts';
import { MemoryDisk } from './memory-disk.ts';
import type { World } from '../world.ts';

export function manualWorld(disk: MemoryDisk = new MemoryDisk()): World & { disk: MemoryDisk } {
  return {
    disk,
    activity: new PausableActivityClock(undefined),
    startLabClock: (start_ms) => new RatedLabClock(start_ms, 0, () => 0),
    later: (run) => void setImmediate(run),
    mono_us: () => Math.round(performance.now() * 1000),
    nonce: () => randomUUID(),
    real_ms: () => Date.now(),
  };
}
