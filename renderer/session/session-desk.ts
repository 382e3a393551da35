// Saving the run as a file and opening one: one task at a time, with its progress. It lives without React.
// Counterpart: session-notice.tsx shows it, source/switch.ts shows what was opened. Rule: what fails leaves everything
// as it was, with a sentence.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Student } from '../../contract/hand-in.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { readSession } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { LinkState } from '../source/source.ts';
import type { Source } from '../source/source.ts';
import type { SwitchSource } from '../source/switch.ts';
import { PAGE_LIMITS } from '../store/limits.ts';
import { PagedRun } from '../store/paged-run.ts';
import { t } from '../text/t.ts';
import { blobSource } from './blob-source.ts';
import { deflation } from './deflation.ts';
import { SESSION_VIEW_LIMITS } from './limits.ts';
import { fetchSession } from './save-session.ts';
import { SessionSource } from './session-source.ts';
import { turnedIntoPages } from './turn-into-pages.ts';

export interface SessionTask {
  kind: 'saving' | 'opening';
  file: string;
  /** Between 0 and 1. */
  done: number;
  /** It has taken long enough to say so. */
  isSlow: boolean;
}

export interface SessionDeskState {
  task: SessionTask | undefined;
  /** What went wrong, as a sentence. */
  failure: string;
  /** Whether there is a lab to go back to. */
  hasLab: boolean;
}

export interface SessionDeskParts {
  source: SwitchSource;
  /** The name that a file saved now would have. */
  fileName: () => string;
  download: (file: Blob, name: string) => void;
  nextFrame: (then: () => void) => void;
  now_ms: () => number;
  wait: (ms: number, then: () => void) => void;
  /** The session that Posthorn was started to show. */
  served: () => Promise<Blob>;
  /** Called before another lab's events come. */
  onSwitch: () => void;
  /** Where one is in the lab; what it returns leads back there. */
  rememberPlace: () => () => void;
  /** Shows a run in pages; the source that answers for it. */
  showPages: (run: PagedRun, name: string) => Promise<Source>;
}

export class SessionDesk {
  readonly store: StoreApi<SessionDeskState>;
  readonly #parts: SessionDeskParts;
  #cancelled = false;
  /** The session that is shown. */
  opened: { file: Blob; name: string } | undefined;
  #goBack: (() => void) | undefined;

  constructor(parts: SessionDeskParts) {
    this.#parts = parts;
    this.store = createStore<SessionDeskState>()(() => ({ task: undefined, failure: '', hasLab: true }));
  }

  /** Saves the open lab's run as a file. */
  save(): Promise<void> {
    const file = this.#parts.fileName();
    return this.#run('saving', file, async () => {
      this.#parts.download(await this.fetch(), file);
    });
  }

  /** The same for whoever hands it in. */
  handIn(student: Student, lab: string): Promise<void> {
    const file = `${student.exercise}-${student.student}-${lab}.posthorn`;
    return this.#run('saving', file, async () => {
      this.#parts.download(await this.fetch(student), file);
    });
  }

  /** Shows the open lab's run as a session: the log has all of it, a page only the latest. */
  async openWhole(): Promise<void> {
    const name = this.#parts.fileName();
    let file: Blob | undefined;
    await this.#run('saving', name, async () => {
      file = await this.fetch();
    });
    if (file) await this.open(file, name);
  }

  /** The open lab's run as a file; for the report too. */
  fetch(student?: Student): Promise<Blob> {
    const watch = {
      onProgress: (done: number) => this.#progress(done),
      isCancelled: () => this.#cancelled,
    };
    return fetchSession(this.#parts.source.dispatch, watch, student);
  }

  /** Opens a file in place of what is shown. */
  open(file: Blob, name: string): Promise<void> {
    return this.#run('opening', name, async () => {
      const opened = await SessionFile.open(blobSource(file), deflation);
      const { source, nextFrame, onSwitch, showPages } = this.#parts;
      if (opened.manifest.seq > PAGE_LIMITS.events) {
        const run = await PagedRun.open(await this.#inPages(opened));
        this.#goBack ??= this.#parts.rememberPlace();
        onSwitch();
        this.opened = { file, name };
        source.show(await showPages(run, name));
        return;
      }
      const session = await readSession(opened, { pause: this.#slices() });
      this.#goBack ??= this.#parts.rememberPlace();
      onSwitch();
      this.opened = { file, name };
      source.show(new SessionSource(session, name, nextFrame));
    });
  }

  /** A long session of the first format is put into pages, once. */
  async #inPages(opened: SessionFile): Promise<SessionFile> {
    if (opened.manifest.format !== 1) return opened;
    const file = await turnedIntoPages(opened, { pause: this.#slices() });
    return SessionFile.open(blobSource(file), deflation);
  }

  /** Whether there is a lab, and the session to show where there is none. */
  onLink(link: LinkState): void {
    if (link.name === 'session') return;
    this.store.setState({ hasLab: link.name !== 'none' });
    if (link.name === 'none') void this.#openServed(link.session);
  }

  async #openServed(name: string): Promise<void> {
    try {
      await this.open(await this.#parts.served(), name);
    } catch (error) {
      this.store.setState({ failure: describeSessionFailure(error, name) });
    }
  }

  /** Back to the running lab. */
  close(): void {
    this.#parts.onSwitch();
    this.opened = undefined;
    this.store.setState({ failure: '' });
    this.#parts.source.showLive();
    this.#goBack?.();
    this.#goBack = undefined;
  }

  /** What went wrong with the session that is shown. */
  fail(error: unknown, name: string): void {
    this.store.setState({ failure: describeSessionFailure(error, name) });
  }

  cancel(): void {
    this.#cancelled = true;
  }

  dismiss(): void {
    this.store.setState({ failure: '' });
  }

  async #run(kind: SessionTask['kind'], file: string, work: () => Promise<void>): Promise<void> {
    if (this.store.getState().task) return;
    this.#cancelled = false;
    const task: SessionTask = { kind, file, done: 0, isSlow: false };
    this.store.setState({ task, failure: '' });
    this.#parts.wait(SESSION_VIEW_LIMITS.quiet_ms, () => {
      const { task: now } = this.store.getState();
      if (now?.file === file && now.kind === kind) this.store.setState({ task: { ...now, isSlow: true } });
    });
    try {
      await work();
    } catch (error) {
      this.store.setState({ failure: describeSessionFailure(error, file) });
    } finally {
      this.store.setState({ task: undefined });
    }
  }

  #progress(done: number): void {
    const { task } = this.store.getState();
    if (task) this.store.setState({ task: { ...task, done } });
  }

  /** Lets the page draw whenever a slice of time is used up. */
  #slices(): (share: number) => Promise<void> {
    const { now_ms, nextFrame } = this.#parts;
    let begun = now_ms();
    return async (share) => {
      if (this.#cancelled) throw new SessionProblem('cancelled');
      if (now_ms() - begun < SESSION_VIEW_LIMITS.slice_ms) return;
      this.#progress(share);
      await new Promise<void>((resolve) => nextFrame(resolve));
      begun = now_ms();
    };
  }
}

/** '' when the person cancelled it. */
function describeSessionFailure(error: unknown, file: string): string {
  if (!(error instanceof SessionProblem)) return describeFailure(error);
  const { problem, detail, event } = error;
  switch (problem) {
    case 'cancelled':
      return '';
    case 'newer':
      return t('session.newer', { file, version: detail });
    case 'too large':
      return t('session.tooLarge', { file });
    case 'damaged':
      return event === undefined ? t('session.damaged', { file }) : t('session.damagedAt', { file, event });
    case 'not a session':
      return t('session.notOne', { file });
  }
}
