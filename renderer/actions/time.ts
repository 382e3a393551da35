// Lab time by hand. Counterpart: `clock.*` of the contract. Rule: time only goes forward.

import { type Action, isLive } from './action.ts';

const STEP_MS = 10 * 60 * 1000;

export const advanceClock: Action = {
  id: 'clock.advance',
  title: 'controls.advance',
  help: 'controls.advance.help',
  group: 'time',
  keys: '+',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('clock.advance', { ms: STEP_MS }),
};

export const nextEvent: Action = {
  id: 'clock.next',
  title: 'controls.next',
  help: 'controls.next.help',
  group: 'time',
  keys: 'N',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('clock.next', {}),
};
