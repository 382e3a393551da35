// The shell: in by a key, out by the same. Counterpart: shell/shell-drawer.tsx. Rule: the key closes it only for who is
// in it; for anybody else it is the way in.

import type { Action } from './action.ts';

export const SHELL_ID = 'shell';

export const toggleShell: Action = {
  id: 'shell.toggle',
  title: 'shell.action',
  help: 'shell.about',
  group: 'lab',
  keys: 'Ctrl+`',
  isPossible: ({ bench }) => bench.live.lab.topology !== undefined,
  run: ({ frame }) => {
    const { isShellOpen, shellCalls } = frame.getState();
    const isInside = document.getElementById(SHELL_ID)?.contains(document.activeElement) === true;
    if (isShellOpen && isInside) frame.setState({ isShellOpen: false });
    else frame.setState({ isShellOpen: true, shellCalls: shellCalls + 1 });
  },
};
