// Giving a run, or a part of it, away. Counterpart: export/. Rule: opening the sheet does nothing yet.

import type { Action } from './action.ts';

export const openExport: Action = {
  id: 'session.export',
  title: 'export.action',
  help: 'export.action.help',
  group: 'lab',
  keys: 'E',
  isPossible: ({ bench }) => bench.live.lab.topology !== undefined,
  run: ({ frame }) => frame.setState({ sheet: 'export' }),
};
