// The lab clock and the activity clock by hand. Counterpart: advance.ts, which moves from timer to timer.

import { advanceTo } from '../advance.ts';
import type { Lab } from '../engine.ts';
import type { Group } from './command.ts';

export const clockCommands: Group<'clock'> = {
  'clock.get': (lab) => {
    const { clock, log } = lab.run.context;
    const next_ms = clock.next_ms();
    return { now_ms: clock.now_ms(), seq: log.seq, rate: clock.rate(), ...(next_ms === undefined ? {} : { next_ms }) };
  },
  'clock.advance': async (lab, { ms }) => {
    await jumpTo(lab, lab.run.context.clock.now_ms() + ms);
    await lab.persist();
    return { now_ms: lab.run.context.clock.now_ms() };
  },
  'clock.next': async (lab) => {
    await lab.settled();
    const next_ms = lab.run.context.clock.next_ms();
    if (next_ms !== undefined) await jumpTo(lab, next_ms);
    await lab.persist();
    return { now_ms: lab.run.context.clock.now_ms(), advanced: next_ms !== undefined };
  },
  'clock.halt': (lab) => {
    lab.jump?.halt();
    return {};
  },
  'clock.rate': (lab, { rate }) => {
    const { clock, scope } = lab.run.context;
    clock.setRate(rate);
    scope.emit('clock.rated', { rate });
    return { rate };
  },
  'clock.activity': async (lab, { ms }) => {
    const { activity } = lab.options.world;
    activity.advance(ms);
    await lab.settled();
    return { now_ms: activity.now_ms() };
  },
};

/** A jump of days may take a while; `clock.halt` ends it. */
async function jumpTo(lab: Lab, target_ms: number): Promise<void> {
  let isHalted = false;
  lab.jump = { halt: () => (isHalted = true) };
  try {
    await advanceTo(lab, target_ms, () => isHalted);
  } finally {
    lab.jump = undefined;
  }
}
