// The way of a letter as one drawing. Counterpart: ladder/. Rule: it draws what is shown.

import type { Action } from './action.ts';

export const openLadder: Action = {
  id: 'screen.ladder',
  title: 'ladder.action',
  help: 'ladder.action.help',
  group: 'screen',
  keys: 'D',
  isPossible: ({ bench }) => bench.live.lab.topology !== undefined,
  run: ({ frame }) => frame.setState({ sheet: 'ladder' }),
};
