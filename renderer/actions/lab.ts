// The lab as a whole. Counterpart: `lab.*` of the contract. Rule: what can't be undone is asked twice.

import { type Action, isLive } from './action.ts';

export const resetLab: Action = {
  id: 'lab.reset',
  title: 'controls.reset',
  help: 'controls.reset.help',
  group: 'lab',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('lab.reset', {}),
  confirm: { question: 'controls.reset.sure', yes: 'controls.reset.yes' },
};
