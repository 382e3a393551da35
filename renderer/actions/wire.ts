// Stopping lines on the wire, and saying one differently. Counterpart: wire/. Rule: opening a sheet does nothing yet.

import { usualFork } from '../fork/usual-fork.ts';
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
  isPossible: ({ bench: { link } }) => link.name === 'live' || link.name === 'session',
  run: ({ frame, store }) => frame.setState({ sheet: 'fork', fork: usualFork(store.getState()) }),
};
