// The screen itself: from panel to panel, palette, keys. Counterpart: app/. Rule: none of these touches the lab.

import { focusRegion } from '../app/focus.ts';
import { type Action, isAlways } from './action.ts';

export const nextRegion: Action = {
  id: 'screen.next',
  title: 'screen.nextRegion',
  group: 'screen',
  keys: 'F6',
  isPossible: isAlways,
  run: () => focusRegion(document, 1),
};

export const previousRegion: Action = {
  id: 'screen.previous',
  title: 'screen.previousRegion',
  group: 'screen',
  keys: 'Shift+F6',
  isPossible: isAlways,
  run: () => focusRegion(document, -1),
};

export const resetPanels: Action = {
  id: 'screen.panels',
  title: 'screen.resetPanels',
  group: 'screen',
  isPossible: isAlways,
  run: ({ sizes }) => sizes.resetAll(),
};

export const openPalette: Action = {
  id: 'screen.palette',
  title: 'palette.title',
  group: 'screen',
  keys: 'Mod+K',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'palette' }),
};

export const openKeys: Action = {
  id: 'screen.keys',
  title: 'keys.title',
  group: 'screen',
  keys: '?',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'keys' }),
};
