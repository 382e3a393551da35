// How far the learner has come, as the screen has it: read from the engine, added to, put away, exported, read in again.
// Counterpart: engine/progress/ keeps it on disk; lesson-store.ts and the course's views add to it. Rule: what was done is
// shown at once and sent after it; what couldn't be sent is sent with the next, and the screen says that it isn't kept yet.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Dispatch } from '../../contract/commands.ts';
import { check } from '../../contract/problems.ts';
import {
  type LessonProgress,
  noProgress,
  type Progress,
  PROGRESS_FILE_OCTETS,
  type ProgressReply,
  progressSchema,
} from '../../contract/progress.ts';
import { mergeProgress } from '../../contract/progress-merge.ts';

export interface ProgressState {
  progress: Progress;
  /** When all of it was put away, as long as it can be taken back. */
  removed_ms: number | undefined;
  /** The name of a file that couldn't be read and lies beside the new one. */
  setAside: string | undefined;
  /** `asking`: the engine hasn't told yet; `window`: it can't be reached, so only this window knows. */
  kept: 'asking' | 'disk' | 'window';
}

export type Imported = { ok: true; lessons: number } | { ok: false; problem: 'large' | 'not progress' };

export class ProgressDesk {
  readonly store: StoreApi<ProgressState>;
  readonly #dispatch: Dispatch;
  /** Added here, and not yet known to be on disk. */
  #unsent: Progress = noProgress();
  #loading: Promise<void> | undefined;

  constructor(dispatch: Dispatch) {
    this.#dispatch = dispatch;
    this.store = createStore<ProgressState>()(() => ({
      ...{ progress: noProgress(), removed_ms: undefined, setAside: undefined, kept: 'asking' },
    }));
  }

  /** Asks the engine, once at a time; what another window has done since comes with it. */
  load(): Promise<void> {
    this.#loading ??= this.#settle('progress.read', {}).finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async of(lesson: string): Promise<LessonProgress | undefined> {
    await this.load();
    const { lessons } = this.store.getState().progress;
    return Object.hasOwn(lessons, lesson) ? lessons[lesson] : undefined;
  }

  add(progress: Progress): void {
    this.#unsent = mergeProgress(this.#unsent, progress);
    this.store.setState((state) => ({ progress: mergeProgress(state.progress, progress) }));
    void this.#settle('progress.add', { progress: this.#unsent });
  }

  reset(): Promise<void> {
    this.#unsent = noProgress();
    return this.#settle('progress.reset', {});
  }

  takeBack(): Promise<void> {
    return this.#settle('progress.takeBack', {});
  }

  /** The file that a person keeps. */
  export(): string {
    return `${JSON.stringify(this.store.getState().progress, undefined, 1)}\n`;
  }

  /** Reads such a file and merges it with what is here. */
  import(text: string): Imported {
    if (text.length > PROGRESS_FILE_OCTETS) return { ok: false, problem: 'large' };
    const progress = readProgress(text);
    if (!progress) return { ok: false, problem: 'not progress' };
    this.add(progress);
    return { ok: true, lessons: Object.keys(progress.lessons).length };
  }

  async #settle(
    command: 'progress.read' | 'progress.add' | 'progress.reset' | 'progress.takeBack',
    args: { progress?: Progress },
  ): Promise<void> {
    const { progress: sent } = args;
    try {
      const reply: ProgressReply = await (command === 'progress.add'
        ? this.#dispatch(command, { progress: sent ?? noProgress() })
        : this.#dispatch(command, {}));
      // More may have been added meanwhile.
      if (sent && sent === this.#unsent) this.#unsent = noProgress();
      this.store.setState((state) => ({
        progress: mergeProgress(reply.progress, this.#unsent),
        removed_ms: reply.removed_ms,
        setAside: reply.setAside ?? state.setAside,
        kept: 'disk',
      }));
    } catch {
      this.store.setState({ kept: 'window' });
    }
  }
}

function readProgress(text: string): Progress | undefined {
  try {
    const checked = check(progressSchema, JSON.parse(text));
    return checked.ok ? checked.value : undefined;
  } catch {
    return undefined;
  }
}
