// The lesson that a person is in: opened, fed with events, moved by their actions. It lives without React.
// Counterpart: lessons/runner.ts decides, lesson-panel.tsx shows. Rule: whatever a change of state wants of the engine
// goes out with that change; a command that fails costs a hint or a hold, never the lesson.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LabEvent } from '../../contract/events.ts';
import type { Dispatch } from '../../contract/commands.ts';
import type { Lesson, LessonHead } from '../../contract/lesson.ts';
import type { Topology } from '../../contract/topology.ts';
import { emptyBook } from '../../lessons/book/book.ts';
import type { BytesWanted } from '../../lessons/book/sighting.ts';
import { commandsBetween, type LessonCommand } from '../../lessons/commands.ts';
import { courseHeads, type LoadText, openLesson } from '../../lessons/library.ts';
import { beginLesson, type LearnerAction, reduce, type RunnerInput, type RunnerState } from '../../lessons/runner.ts';
import { startCommands } from '../../lessons/start.ts';

export interface LessonDeskState {
  /** What the lessons' place shows. */
  shown: 'list' | 'lesson';
  /** The lesson under way; it goes on while another place is shown. */
  running: { lesson: Lesson; state: RunnerState } | undefined;
  /** The id of a lesson that couldn't be opened. */
  unreadable: string | undefined;
}

export interface LessonDeskParts {
  load: LoadText;
  dispatch: Dispatch;
  /** The lab as it is, and the number of its last event. */
  lab: () => { topology?: Topology; seq: number };
  now_ms: () => number;
}

export class LessonDesk {
  readonly store: StoreApi<LessonDeskState>;
  readonly heads: LessonHead[];
  readonly now_ms: () => number;
  readonly #parts: LessonDeskParts;
  /** The lab's: which names the learner gets. */
  #seed = 0;

  constructor(parts: LessonDeskParts) {
    this.#parts = parts;
    this.now_ms = parts.now_ms;
    this.heads = courseHeads(parts.load);
    this.store = createStore<LessonDeskState>()(() => ({ shown: 'list', running: undefined, unreadable: undefined }));
  }

  show(shown: LessonDeskState['shown']): void {
    const isLost = shown === 'lesson' && !this.store.getState().running;
    this.store.setState({ shown: isLost ? 'list' : shown });
  }

  open(id: string): void {
    const lesson = openLesson(this.#parts.load, id);
    if (!lesson) {
      this.store.setState({ unreadable: id });
      return;
    }
    this.leave();
    // What was said before the lesson began is no part of it.
    const book = { ...emptyBook, seq: this.#parts.lab().seq };
    const state = beginLesson(lesson, this.#seed, this.now_ms(), book);
    this.store.setState({ shown: 'lesson', running: { lesson, state }, unreadable: undefined });
    this.#prepare(state);
    this.#send(commandsBetween(undefined, state));
  }

  /** Closes the lesson; nothing that it held stays held. */
  leave(): void {
    const { running } = this.store.getState();
    if (!running) return;
    this.store.setState({ shown: 'list', running: undefined });
    this.#send(commandsBetween(running.state, undefined));
  }

  act(action: LearnerAction): void {
    this.#take([action]);
  }

  /** Every event of the lab, in order. */
  onEvents(events: readonly LabEvent[]): void {
    for (const event of events) if (event.type === 'lab.opened') this.#seed = event.data.seed;
    this.#take(events.map((event) => ({ kind: 'event', event })));
  }

  /** The engine answers again: it may have forgotten what the lesson asked for. */
  onLive(): void {
    const { running } = this.store.getState();
    if (running) this.#send(commandsBetween(undefined, running.state));
  }

  #take(inputs: readonly RunnerInput[]): void {
    const { running } = this.store.getState();
    if (!running) return;
    const { lesson, state: before } = running;
    let state = before;
    for (const input of inputs) state = reduce(lesson, state, input);
    if (state === before) return;
    this.store.setState({ running: { lesson, state } });
    const isEntered = inputs.some(
      ({ kind }) => kind === 'next' || kind === 'again' || kind === 'restart' || kind === 'go',
    );
    if (isEntered && state.phase === 'working') this.#prepare(state);
    // A new run of the lab has no hold of ours.
    const isNewRun = inputs.some((input) => input.kind === 'event' && input.event.type === 'lab.opened');
    this.#send(commandsBetween(isNewRun ? undefined : before, state));
  }

  #prepare({ step }: RunnerState): void {
    const { topology } = this.#parts.lab();
    if (topology) this.#send(startCommands(step.start, topology));
  }

  #send(commands: readonly LessonCommand[]): void {
    for (const command of commands) void this.#dispatch(command).catch(() => undefined);
  }

  async #dispatch(command: LessonCommand): Promise<void> {
    const { dispatch } = this.#parts;
    switch (command.command) {
      case 'bytes.read': {
        const { bytes, expired } = await dispatch(command.command, command.args);
        if (!expired) this.#tell(command.wanted, bytes);
        return;
      }
      case 'store.read': {
        const { bytes } = await dispatch(command.command, command.args);
        this.#tell(command.wanted, bytes);
        return;
      }
      case 'hold.set':
        await dispatch(command.command, command.args);
        return;
      case 'hold.clear':
        await dispatch(command.command, command.args);
        return;
      case 'hold.release':
        await dispatch(command.command, command.args);
        return;
      case 'config.patch':
        await dispatch(command.command, command.args);
        return;
      case 'mail.send':
        await dispatch(command.command, command.args);
        return;
    }
  }

  #tell(wanted: BytesWanted, bytes: string): void {
    this.#take([{ kind: 'bytes', wanted, bytes }]);
  }
}
