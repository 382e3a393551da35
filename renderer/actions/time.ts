// Lab time by hand. Counterpart: `clock.*` of the contract. Rule: time only goes forward.

import type { Bench } from '../app/use-bench.ts';
import { type Action, isLive } from './action.ts';

const STEP_MS = 10 * 60 * 1000;

/** What a jump has come to, stays. */
const halt = ({ source }: Bench) => source.dispatch('clock.halt', {});

export const advanceClock: Action = {
  id: 'clock.advance',
  title: 'controls.advance',
  help: 'controls.advance.help',
  group: 'time',
  keys: '+',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('clock.advance', { ms: STEP_MS }),
  isLong: true,
  cancel: halt,
};

export const nextEvent: Action = {
  id: 'clock.next',
  title: 'controls.next',
  help: 'controls.next.help',
  group: 'time',
  keys: 'N',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('clock.next', {}),
  isLong: true,
  cancel: halt,
};
