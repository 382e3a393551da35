// clock [+10m | +1h | +1d | next]: the lab's time, and how to move it on.

import { formatDate } from '../../../mail/date.ts';
import { SHELL_LIMITS } from '../../limits.ts';
import type { ShellCommand } from '../command.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const clock: ShellCommand = {
  name: 'clock',
  synopsis: 'clock [+10m | +1h | +1d | next]',
  summary: "the lab's time, or move it on: queues retry, greylists ripen",
  details: ['"next" goes to the next thing that is due, a retry of a queue for instance. Time never goes back.'],
  movesTime: true,
  async run([word, ...more], job) {
    const { context } = job.lab.run;
    if (word === 'next' && more.length === 0) {
      if (!(await job.lab.next())) job.print('Nothing is due.\n');
    } else if (word !== undefined) {
      const ms = more.length === 0 ? span(word) : undefined;
      if (ms === undefined || ms > SHELL_LIMITS.advance_ms) {
        job.print(`usage: ${clock.synopsis}\n`);
        return;
      }
      await job.lab.advance(ms);
    }
    job.print(`${formatDate(context.clock.now_ms())}\n`);
    const next_ms = context.clock.next_ms();
    if (word === undefined && next_ms !== undefined) job.print(`Next thing due: ${formatDate(next_ms)}\n`);
  },
  complete: (_last, before) => (before.length > 0 ? [] : ['+10m', '+1h', '+1d', 'next']),
};

/** Milliseconds of `+1h30m`. */
function span(word: string): number | undefined {
  if (!/^\+(?:\d{1,9}[smhd])+$/.test(word)) return undefined;
  return [...word.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
}
