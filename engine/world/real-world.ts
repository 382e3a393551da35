// The world as it is: the machine's disk and time. Counterpart: manual-world.ts.

import { randomUUID } from 'node:crypto';

import { DISK_LIMITS } from '../limits.ts';
import { PausableActivityClock } from './activity-clock.ts';
import { RatedLabClock } from './lab-clock.ts';
import { RealDisk } from './real-disk.ts';
import type { World } from '../world.ts';

const steady_ms = () => performance.now();

/** `manual`: the lab's clocks move only when they are told to; disk and microseconds stay real. */
export function realWorld(dir: string, options: { manual: boolean }): World & { disk: RealDisk } {
  return {
    disk: new RealDisk(dir),
    activity: new PausableActivityClock(options.manual ? undefined : steady_ms),
    startLabClock: (start_ms, rate) => new RatedLabClock(start_ms, rate, steady_ms),
    later: (run) => void setTimeout(run, DISK_LIMITS.appendDelay_ms).unref(),
    mono_us: () => Math.round(performance.now() * 1000),
    nonce: () => randomUUID(),
    real_ms: () => Date.now(),
  };
}
