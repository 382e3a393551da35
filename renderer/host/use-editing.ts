// Changing a host's settings from its sheet, and taking that back. Counterpart: the engine checks and does it; edits.ts
// remembers. Rule: one change at a time, made of the lab as it is now, not as it was drawn; a refusal says why, and nothing
// has changed.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { CommandFailed } from '../source/source.ts';
import { t } from '../text/t.ts';
import { type Edit, edits, type MakeAct, useLastEdit } from './edits.ts';

export interface Editing {
  /** True when it is done. */
  change: (make: MakeAct, back: MakeAct, said: string) => Promise<boolean>;
  undo: () => Promise<void>;
  /** The last change that can be taken back. */
  last: Edit | undefined;
  refusal: string;
  isBusy: boolean;
}

/** `editor`: changes of one editor are taken back in it, the last first. */
export function useEditing(host: string, editor: string): Editing {
  const { source, store } = useBenchParts();
  const run = useBench((state) => state.live.lab.run);
  const last = useLastEdit(host, editor, run);
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);

  const act = async (make: MakeAct): Promise<boolean> => {
    const now = store.getState().live.lab.topology?.hosts.find((one) => one.name === host);
    const made = now && make(now);
    if (!made) {
      setRefusal(t('edit.gone'));
      return false;
    }
    setBusy(true);
    try {
      await source.dispatch(made.command, made.args);
      setRefusal('');
      return true;
    } catch (error) {
      const isBad = error instanceof CommandFailed && error.problem.startsWith('bad ');
      setRefusal(isBad ? t('host.badValue', { detail: error.detail }) : describeFailure(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  const change = async (make: MakeAct, back: MakeAct, said: string) => {
    const isDone = await act(make);
    if (isDone) edits.add({ run, host, editor, said, back });
    return isDone;
  };
  const undo = async () => {
    if (!last) return;
    if (await act(last.back)) edits.remove(last);
  };
  return { change, undo, last, refusal, isBusy };
}
