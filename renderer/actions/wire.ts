// Stopping lines on the wire, and saying one differently. Counterpart: wire/. Rule: opening a sheet does nothing yet.

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

export const openFork: Action = {
  id: 'wire.fork',
  title: 'fork.action',
  help: 'fork.action.help',
  group: 'lab',
  keys: 'F',
  isPossible: isLive,
  run: ({ frame }) => frame.setState({ sheet: 'fork', forkAt: undefined }),
};
