// Stopping lines on the wire. Counterpart: wire/breakpoints.tsx. Rule: opening the sheet holds nothing yet.

import { type Action, isLive } from './action.ts';

export const openBreakpoints: Action = {
  id: 'wire.hold',
  title: 'hold.action',
  help: 'hold.action.help',
  group: 'lab',
  keys: 'H',
  isPossible: isLive,
  run: ({ frame }) => frame.setState({ sheet: 'breakpoints' }),
};
