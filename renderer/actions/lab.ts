// The lab as a whole. Counterpart: `lab.*` of the contract. Rule: what can't be undone is asked twice.

import { type Action, isAlways, isLive } from './action.ts';

export const resetLab: Action = {
  id: 'lab.reset',
  title: 'controls.reset',
  help: 'controls.reset.help',
  group: 'lab',
  isPossible: isLive,
  run: ({ source }) => source.dispatch('lab.reset', {}),
  confirm: { question: 'controls.reset.sure', yes: 'controls.reset.yes' },
};

export const openLabs: Action = {
  id: 'labs.open',
  title: 'labs.action',
  help: 'labs.action.help',
  group: 'lab',
  keys: 'M',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'labs' }),
};
