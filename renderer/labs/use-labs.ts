// The list of labs, asked for when the sheet opens and after each change. Counterpart: `labs.*` of the contract. Rule:
// one change at a time; what fails is said, and the list asked for again.

import { useCallback, useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { CommandReply, LabEntry } from '../../contract/commands.ts';
import { describeFailure } from '../inbox/failure.ts';
import { openLabName } from './open-lab-name.ts';

export interface Labs {
  entries: readonly LabEntry[];
  topologies: readonly { name: string; title: string }[];
  failure: string;
  isBusy: boolean;
  /** The lab removed last, which can be taken back. */
  removed: LabEntry | undefined;
  change: (work: () => Promise<unknown>) => void;
  remove: (lab: LabEntry) => void;
  takeBack: () => void;
}

export function useLabs(): Labs {
  const { source, store } = useBenchParts();
  const [list, setList] = useState<CommandReply['labs.list']>({ labs: [], topologies: [] });
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [removed, setRemoved] = useState<LabEntry>();

  const change = useCallback(
    (work: () => Promise<unknown>) => {
      const ask = async () => {
        setBusy(true);
        try {
          await work();
          setFailure('');
        } catch (error) {
          setFailure(describeFailure(error));
        }
        try {
          const fresh = await source.dispatch('labs.list', {});
          setList(fresh);
          store.setState({ labName: openLabName(fresh.labs) });
        } catch (error) {
          setFailure(describeFailure(error));
        }
        setBusy(false);
      };
      void ask();
    },
    [source, store],
  );
  useEffect(() => change(() => Promise.resolve()), [change]);

  const remove = (lab: LabEntry) =>
    change(async () => {
      await source.dispatch('labs.remove', { id: lab.id });
      setRemoved(lab);
    });
  const takeBack = () =>
    change(async () => {
      if (removed) await source.dispatch('labs.restore', { id: removed.id });
      setRemoved(undefined);
    });
  return { entries: list.labs, topologies: list.topologies, failure, isBusy, removed, change, remove, takeBack };
}
