// Playing a run again with one change, and what came of it beside the run as it was: one task at a time, with its progress.
// It lives without React. Counterpart: `rerun.*` of the engine plays, comparison-view.tsx shows. Rule: the lab that is open
// stays as it is; what fails, or is cancelled, leaves the comparison before it.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Dispatch } from '../../contract/commands.ts';
import type { Change } from '../../contract/rerun.ts';
import type { Seq } from '../../contract/ids.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { readSession, type Session } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { describeFailure } from '../inbox/failure.ts';
import { blobSource } from '../session/blob-source.ts';
import { deflation } from '../session/deflation.ts';
import { fetchPacked } from '../session/save-session.ts';
import { CommandFailed } from '../source/source.ts';
import { t } from '../text/t.ts';
import { type Alignment, align } from './align.ts';
import { fatesOf, type LetterFates, type VerdictChange, verdictChanges } from './fates.ts';
import { COMPARE_LIMITS } from './limits.ts';
import { talksOf } from './talk.ts';

/** What is to be compared: the run up to `until` once more, and once more with the change. */
export interface Wish {
  run: number;
  until: Seq;
  change: Change;
  /** The change in words. */
  said: string;
  goOn: boolean;
}

export interface Comparison {
  /** What is different in the second run, as a sentence. */
  said: string;
  names: { one: string; two: string };
  files: { one: Blob; two: Blob };
  topology: Session['checkpoint']['topology'];
  alignment: Alignment;
  fates: readonly LetterFates[];
  verdicts: readonly VerdictChange[];
}

export const STEPS = ['asItWas', 'changed', 'comparing'] as const;

export interface CompareTask {
  said: string;
  step: (typeof STEPS)[number];
  /** Of all of it, between 0 and 1. */
  share: number;
  isSlow: boolean;
}

export interface CompareState {
  task: CompareTask | undefined;
  shown: Comparison | undefined;
  /** What went wrong, as a sentence. */
  failure: string;
}

export interface CompareDeskParts {
  dispatch: Dispatch;
  nextFrame: (then: () => void) => void;
  now_ms: () => number;
  wait: (ms: number, then: () => void) => void;
}

/** A run that was played again or read, ready to be compared. */
interface Played {
  file: Blob;
  session: Session;
  capture: Uint8Array;
}

/** Where each step begins in the whole, and where the last ends; half of a step's share is playing, half is reading. */
const BEGINS: Record<CompareTask['step'], number> = { asItWas: 0, changed: 0.48, comparing: 0.96 };
const STEP_SHARE = 0.48;

export class CompareDesk {
  readonly store: StoreApi<CompareState> = createStore<CompareState>()(() => ({
    task: undefined,
    shown: undefined,
    failure: '',
  }));
  readonly #parts: CompareDeskParts;
  /** The run as it was, as long as nobody goes on with it: the next change is compared with the same. */
  #asItWas: { key: string; played: Played } | undefined;
  #cancel: (() => void) | undefined;

  constructor(parts: CompareDeskParts) {
    this.#parts = parts;
  }

  /** Resolves when it is shown, has failed, or was cancelled. */
  play({ run, until, change, said, goOn }: Wish): Promise<void> {
    return this.#run(said, async (isOff) => {
      const key = `${run} ${until} ${goOn}`;
      if (this.#asItWas?.key !== key) {
        this.#asItWas = { key, played: await this.#rerun({ until, goOn }, isOff) };
      }
      const one = this.#asItWas.played;
      this.#step('changed');
      const two = await this.#rerun({ until, goOn, change }, isOff);
      return { said, names: { one: t('compare.asItWas'), two: t('compare.changed') }, one, two };
    });
  }

  /** Two saved runs; no engine is needed. */
  read(one: { file: Blob; name: string }, two: { file: Blob; name: string }): Promise<void> {
    const said = t('compare.files', { one: one.name, two: two.name });
    return this.#run(said, async (isOff) => {
      const first = await this.#read(one.file, 0, isOff);
      this.#step('changed');
      const second = await this.#read(two.file, 0, isOff);
      return { said, names: { one: one.name, two: two.name }, one: first, two: second };
    });
  }

  cancel(): void {
    this.#cancel?.();
  }

  dismiss(): void {
    this.store.setState({ failure: '' });
  }

  forget(): void {
    this.#asItWas = undefined;
    this.store.setState({ shown: undefined });
  }

  async #run(
    said: string,
    work: (isOff: () => boolean) => Promise<Pick<Comparison, 'said' | 'names'> & { one: Played; two: Played }>,
  ): Promise<void> {
    if (this.store.getState().task) return;
    let isOff = false;
    const cancelled = new Promise<never>((_resolve, reject) => {
      this.#cancel = () => {
        isOff = true;
        reject(new SessionProblem('cancelled'));
      };
    });
    const task: CompareTask = { said, step: 'asItWas', share: 0, isSlow: false };
    this.store.setState({ task, failure: '' });
    this.#parts.wait(COMPARE_LIMITS.quiet_ms, () => this.#tell({ isSlow: true }));
    try {
      const { names, one, two } = await Promise.race([work(() => isOff), cancelled]);
      this.#step('comparing');
      await this.#frame();
      this.store.setState({ shown: comparisonOf(said, names, one, two) });
    } catch (error) {
      this.store.setState({ failure: describe(error) });
    } finally {
      this.#cancel = undefined;
      this.store.setState({ task: undefined });
    }
  }

  /** Plays the run in the engine, and brings it here. */
  async #rerun(args: { until: Seq; goOn: boolean; change?: Change }, isOff: () => boolean): Promise<Played> {
    const { dispatch } = this.#parts;
    const begun = await dispatch('rerun.begin', args);
    try {
      let status = await dispatch('rerun.status', begun);
      while (status.state === 'running' && !isOff()) {
        this.#progress(status.share / 2);
        status = await dispatch('rerun.status', { ...begun, seen: status.news });
      }
      if (isOff()) throw new SessionProblem('cancelled');
      if (status.state !== 'done') throw new CommandFailed({ problem: 'not played', detail: status.detail ?? '' });
      const { packing } = await dispatch('rerun.pack', begun);
      const onProgress = (done: number) => this.#progress(0.5 + done / 4);
      const file = await fetchPacked(dispatch, packing, { onProgress, isCancelled: isOff });
      return await this.#read(file, 0.75, isOff);
    } finally {
      // Where the lab was closed meanwhile, it is gone anyway.
      void dispatch('rerun.drop', begun).catch(() => undefined);
    }
  }

  async #read(file: Blob, from: number, isOff: () => boolean): Promise<Played> {
    let begun_ms = this.#parts.now_ms();
    const pause = async (share: number) => {
      if (isOff()) throw new SessionProblem('cancelled');
      if (this.#parts.now_ms() - begun_ms < COMPARE_LIMITS.slice_ms) return;
      this.#progress(from + share * (1 - from));
      await this.#frame();
      begun_ms = this.#parts.now_ms();
    };
    const opened = await SessionFile.open(blobSource(file), deflation);
    const session = await readSession(opened, { pause });
    const captured = { at: 0, length: await opened.capture.length() };
    return { file, session, capture: (await opened.capture.read(captured)) ?? new Uint8Array() };
  }

  #frame(): Promise<void> {
    return new Promise((resolve) => this.#parts.nextFrame(resolve));
  }

  #step(step: CompareTask['step']): void {
    this.#tell({ step, share: BEGINS[step] });
  }

  #progress(share: number): void {
    const { task } = this.store.getState();
    if (task) this.#tell({ share: BEGINS[task.step] + share * STEP_SHARE });
  }

  #tell(news: Partial<CompareTask>): void {
    const { task } = this.store.getState();
    if (task) this.store.setState({ task: { ...task, ...news } });
  }
}

const spokenIn = ({ session, capture }: Played) => ({ events: session.events, capture });

function comparisonOf(said: string, names: Comparison['names'], one: Played, two: Played): Comparison {
  const alignment = align(talksOf(spokenIn(one)), talksOf(spokenIn(two)));
  return {
    said,
    names,
    files: { one: one.file, two: two.file },
    topology: two.session.checkpoint.topology,
    alignment,
    fates: fatesOf(one.session, two.session),
    verdicts: verdictChanges(alignment),
  };
}

/** '' when the person cancelled it. */
function describe(error: unknown): string {
  if (error instanceof SessionProblem) {
    return error.problem === 'cancelled' ? '' : t('compare.unreadable', { detail: error.message });
  }
  if (!(error instanceof CommandFailed)) return describeFailure(error);
  switch (error.problem) {
    case 'not played':
      return t('compare.notPlayed', { detail: error.detail });
    case 'outward door':
      return t('compare.outward');
    case 'expired':
      return t('compare.expired');
    case 'nothing to change':
      return t('compare.nothing');
    default:
      return describeFailure(error);
  }
}
