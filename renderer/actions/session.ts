// Sessions: saved, opened, closed. Counterpart: session/session-desk.ts. Rule: opening works whatever the engine does;
// saving needs a lab that answers.

import { pickSessionFile } from '../session/pick-file.ts';
import { type Action, isAlways, isLive } from './action.ts';

export const saveSession: Action = {
  id: 'session.save',
  title: 'session.save',
  help: 'session.save.help',
  group: 'lab',
  keys: 'Mod+S',
  isPossible: isLive,
  run: ({ frame, sessions }) => {
    frame.setState({ sheet: undefined });
    return sessions.save();
  },
};

export const openSession: Action = {
  id: 'session.open',
  title: 'session.open',
  help: 'session.open.help',
  group: 'lab',
  keys: 'O',
  isPossible: isAlways,
  run: ({ frame, sessions }) =>
    pickSessionFile((file) => {
      frame.setState({ sheet: undefined });
      void sessions.open(file, file.name);
    }),
};

export const closeSession: Action = {
  id: 'session.close',
  title: 'session.close',
  group: 'lab',
  isPossible: ({ bench }) => bench.link.name === 'session',
  run: ({ sessions }) => sessions.close(),
};
