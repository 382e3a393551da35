// Something broke. Counterpart: report/report-sheet.tsx. Rule: always possible, most of all when nothing else is.

import { type Action, isAlways } from './action.ts';

export const saveReport: Action = {
  id: 'report.save',
  title: 'report.action',
  help: 'report.action.help',
  group: 'screen',
  isPossible: isAlways,
  run: ({ frame }) => frame.setState({ sheet: 'report' }),
};
