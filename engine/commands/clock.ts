// The lab clock and the activity clock by hand. Rule: time moves from timer to timer, and each
// timer's work comes to rest before the next fires: five days in the queue are all their retries.

import { LAB } from '../../contract/events.ts';
import type { Lab } from '../engine.ts';
import { LAB_LIMITS } from '../limits.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const clockCommands: Group<'clock'> = {
  'clock.get': (lab) => {
    const { clock } = lab.run.context;
    const next_ms = clock.next_ms();
    return { now_ms: clock.now_ms(), rate: clock.rate(), ...(next_ms === undefined ? {} : { next_ms }) };
  },
  'clock.advance': async (lab, { ms }) => {
    await advanceTo(lab, lab.run.context.clock.now_ms() + ms);
    return { now_ms: lab.run.context.clock.now_ms() };
  },
  'clock.next': async (lab) => {
    await lab.settled();
    const next_ms = lab.run.context.clock.next_ms();
    if (next_ms !== undefined) await advanceTo(lab, next_ms);
    return { now_ms: lab.run.context.clock.now_ms(), advanced: next_ms !== undefined };
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

async function advanceTo(lab: Lab, target_ms: number): Promise<void> {
  const { clock, scope } = lab.run.context;
  await lab.settled();
  const from_ms = clock.now_ms();
  for (let fired = 0; ; fired += 1) {
    if (fired >= LAB_LIMITS.advanceTimers) {
      throw new CommandProblem(
        'too far',
        `more than ${LAB_LIMITS.advanceTimers} timers fired; advance in smaller steps`,
      );
    }
    const next_ms = clock.next_ms();
    if (next_ms === undefined || next_ms > target_ms) break;
    clock.jumpTo(next_ms);
    await lab.settled();
  }
  clock.jumpTo(target_ms);
  scope.about({ host: LAB }).emit('clock.advanced', { from_ms, to_ms: clock.now_ms() });
  await lab.persist();
}
