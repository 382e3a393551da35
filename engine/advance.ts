// Moving the lab clock from timer to timer: each timer's work comes to rest before the next fires,
// so five days in the queue are all the retries of five days. Counterpart: clock commands, replay/.

import { CommandProblem } from './commands/problem.ts';
import type { Lab } from './engine.ts';
import { LAB_LIMITS } from './limits.ts';

/** Lets lab time pass until `target_ms`, or to where it is called off. Throws CommandProblem when too much would happen on the way. */
export async function advanceTo(lab: Lab, target_ms: number, isOff = () => false): Promise<void> {
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
    if (isOff()) {
      scope.emit('clock.advanced', { from_ms, to_ms: clock.now_ms() });
      return;
    }
    clock.jumpTo(next_ms);
    await lab.settled();
  }
  clock.jumpTo(target_ms);
  scope.emit('clock.advanced', { from_ms, to_ms: clock.now_ms() });
}
