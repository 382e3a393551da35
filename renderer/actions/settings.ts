// How the screen looks. Counterpart: settings/. Rule: one action for each theme, so that the palette knows each by name.

import { THEMES, type Theme } from '../settings/settings.ts';
import { type Action, isAlways } from './action.ts';

export const openSettings: Action = {
  id: 'settings.open',
  title: 'settings.title',
  help: 'settings.help',
  group: 'screen',
  keys: 'Mod+,',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'settings' }),
};

const chooseTheme = (theme: Theme): Action => ({
  id: `settings.theme.${theme}`,
  title: `settings.theme.${theme}.action`,
  group: 'screen',
  isPossible: isAlways,
  run: ({ settings }) => settings.choose({ theme }),
});

const changeType = (steps: 1 | -1): Action => ({
  id: steps === 1 ? 'settings.larger' : 'settings.smaller',
  title: steps === 1 ? 'settings.larger' : 'settings.smaller',
  group: 'screen',
  isPossible: isAlways,
  run: ({ settings }) => settings.growType(steps),
});

export const SETTINGS_ACTIONS: readonly Action[] = [
  openSettings,
  changeType(1),
  changeType(-1),
  ...THEMES.map(chooseTheme),
];
