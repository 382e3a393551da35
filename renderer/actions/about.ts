// What this program is. Counterpart: about/about-sheet.tsx. Rule: always possible; it asks nobody.

import { type Action, isAlways } from './action.ts';

export const openAbout: Action = {
  id: 'about.open',
  title: 'about.title',
  help: 'about.help',
  group: 'screen',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'about' }),
};
