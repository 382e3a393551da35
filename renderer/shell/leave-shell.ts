// A shell that nobody looks at any more is closed. Counterpart: session.ts. Rule: one that is gone already is what was wanted,
// and a connection that is gone will not open it again.

import type { Dispatch } from '../../contract/commands.ts';
import { CommandFailed } from '../source/source.ts';

const ALREADY_GONE = new Set(['unknown shell', 'no connection', 'no answer']);

export async function leaveShell(dispatch: Dispatch, shell: string): Promise<void> {
  try {
    await dispatch('shell.close', { shell });
  } catch (error) {
    if (!(error instanceof CommandFailed && ALREADY_GONE.has(error.problem))) throw error;
  }
}
