// The two settings, their trials, and what is open of their letters. It lives without React, and goes on while one looks
// at another place. Counterpart: `experiment.*` of the engine. Rule: one trial at a time; a setting that was changed after
// its trial says so, and the numbers stay what they were.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

import type { Dispatch } from '../../contract/commands.ts';
import type { Defences, ExperimentLetter, ExperimentStatus, LetterFate } from '../../contract/experiment.ts';
import { describeFailure } from '../inbox/failure.ts';
import { defencesOf } from './presets.ts';

export const SIDES = ['a', 'b'] as const;
export type SideId = (typeof SIDES)[number];

/** One setting, tried. */
export interface Trial {
  experiment: string;
  defences: Defences;
  status: ExperimentStatus;
}

/** The letters behind one number. */
export interface OpenLetters {
  side: SideId;
  /** Of one kind; without it, of all wanted or unwanted ones. */
  actor?: string;
  isHonest?: boolean;
  fates: readonly LetterFate[];
}

interface State {
  settings: Record<SideId, Defences>;
  /** The host whose settings were brought along. */
  host: string | undefined;
  seed: number;
  trials: Partial<Record<SideId, Trial>>;
  /** Which is being tried. */
  running: SideId | undefined;
  failure: string;
  open: OpenLetters | undefined;
}

const store = createStore<State>()(() => ({
  settings: { a: defencesOf('nothing'), b: defencesOf('greylisting') },
  host: undefined,
  seed: 1,
  trials: {},
  running: undefined,
  failure: '',
  open: undefined,
}));

let isCancelled = false;

export const experiments = {
  set(side: SideId, defences: Defences): void {
    store.setState(({ settings }) => ({ settings: { ...settings, [side]: defences } }));
  },
  setSeed(seed: number): void {
    store.setState({ seed });
  },
  /** A host's settings are tried against nothing. */
  bring(host: string, defences: Defences): void {
    store.setState({ host, settings: { a: defencesOf('nothing'), b: defences }, open: undefined });
  },
  show(open: OpenLetters | undefined): void {
    store.setState({ open });
  },
  /** Both settings, one after the other; resolves when they are over. */
  async run(dispatch: Dispatch): Promise<void> {
    if (store.getState().running) return;
    isCancelled = false;
    store.setState({ trials: {}, failure: '', open: undefined });
    try {
      for (const side of SIDES) if (!isCancelled) await tryOne(side, dispatch);
    } catch (error) {
      store.setState({ failure: describeFailure(error) });
    } finally {
      store.setState({ running: undefined });
    }
  },
  async cancel(dispatch: Dispatch): Promise<void> {
    isCancelled = true;
    const { running, trials } = store.getState();
    const experiment = running && trials[running]?.experiment;
    if (experiment !== undefined) await dispatch('experiment.cancel', { experiment }).catch(() => undefined);
  },
};

async function tryOne(side: SideId, dispatch: Dispatch): Promise<void> {
  const { settings, seed } = store.getState();
  const defences = settings[side];
  const { experiment } = await dispatch('experiment.run', { defences, seed });
  store.setState({ running: side });
  for (let seen: number | undefined; ;) {
    const status = await dispatch('experiment.status', { experiment, ...(seen === undefined ? {} : { seen }) });
    store.setState(({ trials }) => ({ trials: { ...trials, [side]: { experiment, defences, status } } }));
    if (status.state !== 'running') return;
    seen = status.news;
  }
}

export function useExperiments<T>(select: (state: State) => T): T {
  return useStore(store, select);
}

/** Those of the open number. */
export function lettersOf(open: OpenLetters, letters: readonly ExperimentLetter[]): ExperimentLetter[] {
  return letters.filter(
    ({ actor, isHonest, fate }) =>
      (open.actor === undefined || actor === open.actor) &&
      (open.isHonest === undefined || isHonest === open.isHonest) &&
      open.fates.includes(fate),
  );
}
