// Disturbing the wire. Counterpart: faults/. Rule: opening the sheet does nothing yet.

import { type Action, isLive } from './action.ts';

export const openFaults: Action = {
  id: 'wire.disturb',
  title: 'faults.action',
  help: 'faults.action.help',
  group: 'lab',
  keys: 'Shift+D',
  isPossible: isLive,
  run: ({ frame }) => frame.setState({ sheet: 'faults', disturbing: [] }),
};
