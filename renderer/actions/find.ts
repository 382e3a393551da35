// Looking for lines. Counterpart: filter/. Rule: asking again takes the keyboard back into the field.

import { FILTER_FIELD } from '../filter/filter-field.tsx';
import type { Action } from './action.ts';

export const findLines: Action = {
  id: 'wire.find',
  title: 'filter.action',
  help: 'filter.action.help',
  group: 'screen',
  keys: '/',
  isPossible: ({ bench }) => bench.live.lab.topology !== undefined,
  run: ({ frame }) => {
    const { filter } = frame.getState();
    if (filter === undefined) frame.setState({ filter: { text: '', isOnly: false } });
    else document.getElementById(FILTER_FIELD)?.focus();
  },
};
