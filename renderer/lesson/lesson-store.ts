// The lesson that a person is in: opened, fed with events, moved by their actions. It lives without React, and without
// the lessons' code until a lesson is wanted. Counterpart: lessons/runner.ts decides, lesson-panel.tsx shows. Rule:
// whatever a change of state wants of the engine goes out with that change; a command that fails costs a hint or a hold,
// never the lesson.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LabEvent } from '../../contract/events.ts';
import type { LearnerAct, LearnerAction } from '../../contract/learner.ts';
import type { Lesson, PanelName } from '../../contract/lesson.ts';
import type { LessonDraft } from '../../contract/lesson-draft.ts';
import type { Progress } from '../../contract/progress.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import type { Topology } from '../../contract/topology.ts';
import type { LessonCommand } from '../../lessons/commands.ts';
import { freshRecord } from '../../lessons/record.ts';
import type { RunnerInput, RunnerState } from '../../lessons/runner.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { Course } from './course.ts';
import type { LessonDeskState } from './lesson-desk-state.ts';
import type { LessonDeskParts } from './lesson-desk-parts.ts';
import { hasWork, LessonLabs } from './lesson-labs.ts';
import { firstStep, type Opening } from './opening.ts';
import { sendCommand } from './send-command.ts';

export class LessonDesk {
  readonly store: StoreApi<LessonDeskState>;
  readonly now_ms: () => number;
  readonly #parts: LessonDeskParts;
  #course: Course | undefined;
  /** The lesson that is being written, as it could last be read. */
  #draft: LessonDraft | undefined;
  /** The lab's: which names the learner gets. */
  #seed = 0;
  /** The lab as its run began: what a step doesn't name goes back to that. */
  #begun: Topology | undefined;
  readonly #labs: LessonLabs;
  /** The topology of the lab that is being opened. */
  #awaited: TopologyName | undefined;
  /** Counts preparations; only the last one's end matters. */
  #preparation = 0;
  /** The last event of the preparation: when it was heard, the step begins. */
  #preparedAt: number | undefined;

  constructor(parts: LessonDeskParts) {
    this.#parts = parts;
    this.#labs = new LessonLabs(parts.dispatch, parts.keptLab);
    this.now_ms = parts.now_ms;
    this.store = createStore<LessonDeskState>()(() => ({
      ...{
        shown: 'list',
        listed: 'overview',
        heads: undefined,
        running: undefined,
        unfolded: [],
        unreadable: undefined,
      },
      ...{ elsewhere: undefined, draft: undefined, former: this.#labs.former },
    }));
  }

  /** The lessons there are, and the code for them. */
  async load(): Promise<Course> {
    this.#course ??= await this.#parts.loadCourse(this.#draft);
    if (!this.store.getState().heads) this.store.setState({ heads: this.#course.heads });
    return this.#course;
  }

  /** The course is read anew, in another language; a lesson under way stays as it is until it is opened again. */
  async reload(): Promise<void> {
    if (!this.#course) return;
    this.#course = await this.#parts.loadCourse(this.#draft);
    this.store.setState({ heads: this.#course.heads });
  }

  /** A lesson that is being written was saved: whoever is in it reads on in the new text; answers whether it was opened. */
  async takeDraft(draft: LessonDraft): Promise<boolean> {
    const { id, problems } = (await this.load()).judge(draft);
    const isNew = this.store.getState().draft?.id === undefined;
    this.store.setState((state) => ({ draft: { name: draft.name, id: id ?? state.draft?.id, problems } }));
    // What can't be read leaves the last that could.
    if (id === undefined) return false;
    this.#draft = draft;
    await this.reload();
    const { running } = this.store.getState();
    if (running?.lesson.head.id === id) this.#rewrite(id, running.state);
    else if (isNew && !running) await this.open(id, 'afresh');
    return isNew;
  }

  show(shown: LessonDeskState['shown']): void {
    const isLost = shown === 'lesson' && !this.store.getState().running;
    this.store.setState({ shown: isLost ? 'list' : shown });
  }

  /** Folds a panel of the bench away that the step doesn't name, or brings it back. */
  fold(panel: PanelName, isFolded: boolean): void {
    const { unfolded } = this.store.getState();
    const others = unfolded.filter((one) => one !== panel);
    this.store.setState({ unfolded: isFolded ? others : [...others, panel] });
  }

  async open(id: string, opening: Opening = 'go on'): Promise<void> {
    const state = await this.#begin(id, opening);
    if (state) this.#prepare(state);
  }

  /** The lesson that was open when the page went; whether there was one. Its lab is as the learner left it. */
  async resume(): Promise<boolean> {
    const kept = this.#parts.kept.recall();
    if (!kept || this.store.getState().running) return false;
    const isThere = (await this.#begin(kept.id, kept.step)) !== undefined;
    this.#strand();
    return isThere;
  }

  /** Closes the lesson; nothing that it held stays held. */
  leave(): void {
    this.pause();
    this.#parts.kept.forget();
  }

  /** The page goes, or its lab does: the lesson may be resumed. */
  pause(): void {
    const { running } = this.store.getState();
    if (!running) return;
    this.#awaited = undefined;
    this.store.setState({ shown: 'list', running: undefined, elsewhere: undefined });
    this.#write(running.lesson, { kind: 'leave' });
    this.#send(this.#course?.commandsBetween(running.state, undefined));
  }

  /** What a learner does stands in the run before what comes of it. */
  act(action: LearnerAction): void {
    const { running } = this.store.getState();
    if (running) this.#write(running.lesson, action);
    this.#take([action]);
  }

  /** Every event of the lab, in order. */
  onEvents(events: readonly LabEvent[]): void {
    const isOpened = events.some(({ type }) => type === 'lab.opened');
    for (const event of events) {
      if (event.type !== 'lab.opened') continue;
      this.#seed = event.data.seed;
      this.#begun = event.data.topology;
    }
    const { running } = this.store.getState();
    // The new run's log begins in the middle of the lesson.
    if (running && isOpened)
      this.#write(running.lesson, { kind: 'begin', step: running.state.at, at_ms: this.now_ms() });
    if (running) this.#take(events.map((event) => ({ kind: 'event', event })));
    this.#arrive();
    if (isOpened) this.#strand();
  }

  /** Opens the lab that the step happens in. */
  async openLab(): Promise<void> {
    const { elsewhere } = this.store.getState();
    if (!elsewhere) return;
    const { kind, way } = elsewhere;
    this.#awaited = kind;
    this.store.setState({ elsewhere: { ...elsewhere, isAsking: false, failure: '' } });
    try {
      await this.#labs.open(kind, way);
    } catch (error) {
      this.#fail(error);
    }
    this.store.setState({ former: this.#labs.former });
  }

  /** Back to the person's own lab. */
  async goBack(): Promise<void> {
    await this.#labs.goBack().catch(() => undefined);
    this.store.setState({ former: this.#labs.former });
  }

  /** The engine answers again: it may have forgotten what the lesson asked for. */
  onLive(): void {
    const { running } = this.store.getState();
    if (running) this.#send(this.#course?.commandsBetween(undefined, running.state));
  }

  async #begin(id: string, opening: Opening | number): Promise<RunnerState | undefined> {
    const course = await this.load();
    const lesson = course.open(id);
    const done = await this.#parts.progress.of(id);
    if (!lesson) {
      this.store.setState({ unreadable: id });
      this.#parts.kept.forget();
      return undefined;
    }
    this.pause();
    // What was said before the lesson began is no part of it.
    const book = { ...course.emptyBook, seq: this.#parts.lab().seq };
    const records = course.recordsFrom(lesson, opening === 'afresh' ? undefined : done);
    const last = records.at(-1);
    // Who wants to do the last step alone does it as if it were new, with names that they haven't seen in it.
    const shift = opening === 'alone' && done?.steps[last?.id ?? ''] ? 1 : 0;
    if (opening === 'alone' && last) records[records.length - 1] = freshRecord(last.id);
    const at = typeof opening === 'number' ? opening : firstStep(course, lesson, opening, records);
    let state = course.begin(lesson, this.#seed + shift, this.now_ms(), book, records);
    if (at > 0) state = course.reduce(lesson, state, { kind: 'go', step: at, at_ms: this.now_ms() });
    const listed = lesson.challenge ? 'challenges' : 'overview';
    this.store.setState({ shown: 'lesson', listed, running: { lesson, state }, unfolded: [], unreadable: undefined });
    this.#parts.kept.remember({ id, step: state.at });
    this.#note(course.progressBetween(lesson, undefined, state, this.#parts.today_ms()));
    this.#write(lesson, { kind: 'begin', step: at, at_ms: this.now_ms() });
    this.#send(course.commandsBetween(undefined, state));
    return state;
  }

  #rewrite(id: string, before: RunnerState): void {
    const lesson = this.#course?.open(id);
    if (!lesson || !this.#course) return;
    const state = this.#course.rewrite(lesson, before, this.now_ms());
    this.store.setState({ running: { lesson, state } });
    this.#send(this.#course.commandsBetween(before, state));
    const isSameStart = JSON.stringify(state.step.start) === JSON.stringify(before.step.start);
    if (!isSameStart && state.phase === 'working') this.#prepare(state);
  }

  #take(inputs: readonly RunnerInput[]): void {
    const { running } = this.store.getState();
    const course = this.#course;
    if (!running || !course) return;
    const { lesson, state: before } = running;
    let state = before;
    for (const input of inputs) state = course.reduce(lesson, state, input);
    if (state === before) return;
    this.store.setState({ running: { lesson, state } });
    this.#note(course.progressBetween(lesson, before, state, this.#parts.today_ms()));
    if (state.at !== before.at) this.#parts.kept.remember({ id: lesson.head.id, step: state.at });
    const isEntered = inputs.some(
      ({ kind }) => kind === 'next' || kind === 'again' || kind === 'restart' || kind === 'go',
    );
    if (isEntered && state.phase === 'working') this.#prepare(state);
    // A new run of the lab has no hold of ours.
    const isNewRun = inputs.some((input) => input.kind === 'event' && input.event.type === 'lab.opened');
    this.#send(course.commandsBetween(isNewRun ? undefined : before, state));
  }

  #write({ head, version }: Lesson, act: LearnerAct): void {
    void this.#parts.dispatch('lesson.note', { lesson: head.id, version, act }).catch(() => undefined);
  }

  /** Makes the open lab that of the step, or goes to another one that can be made so; asks first, unless it may go. */
  #prepare({ step }: RunnerState, mayGo = true): void {
    this.#parts.followLatest();
    const { topology, now_ms, faults } = this.#parts.lab();
    if (!topology) return;
    this.#preparation += 1;
    this.#preparedAt = undefined;
    const { topology: kind } = step.start;
    if (topology.name !== kind) {
      void this.#goElsewhere(kind, mayGo);
      return;
    }
    this.store.setState({ elsewhere: undefined });
    const commands =
      this.#course?.startCommands(
        step.start,
        topology,
        now_ms,
        this.#begun,
        faults?.map(({ rule }) => rule),
      ) ?? [];
    if (commands.length === 0) return;
    this.act({ kind: 'preparing' });
    void this.#inOrder(commands, this.#preparation);
  }

  /** A letter meets the settings that were made before it, and the step begins after all of them. */
  async #inOrder(commands: readonly LessonCommand[], preparation: number): Promise<void> {
    for (const command of commands) await this.#dispatch(command).catch(() => undefined);
    const clock = await this.#parts.dispatch('clock.get', {}).catch(() => undefined);
    if (preparation !== this.#preparation) return;
    this.#preparedAt = clock?.seq ?? 0;
    this.#arrive();
  }

  async #goElsewhere(kind: TopologyName, mayGo: boolean): Promise<void> {
    this.act({ kind: 'preparing' });
    const preparation = this.#preparation;
    const isWork = hasWork(this.#parts.lab());
    try {
      const way = await this.#labs.wayTo(kind);
      if (preparation !== this.#preparation || !this.store.getState().running) return;
      const isAsking = !mayGo || (way.from !== undefined && isWork);
      this.store.setState({ elsewhere: { kind, way, isAsking, failure: '' } });
      if (!isAsking) await this.openLab();
    } catch (error) {
      this.store.setState({ elsewhere: { kind, way: { title: kind, from: undefined }, isAsking: false, failure: '' } });
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { elsewhere } = this.store.getState();
    if (elsewhere) this.store.setState({ elsewhere: { ...elsewhere, failure: describeFailure(error) } });
  }

  /** Somebody else opened another lab than the step's: whether to go back is theirs to say. */
  #strand(): void {
    const { running } = this.store.getState();
    const { topology } = this.#parts.lab();
    if (!running || !topology || this.#awaited !== undefined) return;
    if (topology.name !== running.state.step.start.topology) this.#prepare(running.state, false);
    else this.store.setState({ elsewhere: undefined });
  }

  /** Looks whether what was waited for is there: another lab, or the last event of the preparation. */
  #arrive(): void {
    const { running } = this.store.getState();
    if (!running) return;
    if (this.#awaited !== undefined && this.#parts.lab().topology?.name === this.#awaited) {
      this.#awaited = undefined;
      this.#prepare(running.state);
      return;
    }
    if (this.#preparedAt === undefined || running.state.book.seq < this.#preparedAt) return;
    this.#preparedAt = undefined;
    this.act({ kind: 'prepared' });
  }

  #send(commands: readonly LessonCommand[] = []): void {
    for (const command of commands) void this.#dispatch(command).catch(() => undefined);
  }

  #dispatch(command: LessonCommand): Promise<void> {
    return sendCommand(this.#parts.dispatch, command, (wanted, bytes) => {
      this.#take([{ kind: 'bytes', wanted, bytes }]);
    });
  }

  #note(progress: Progress | undefined): void {
    if (progress) this.#parts.progress.add(progress);
  }
}
