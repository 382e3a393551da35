// What a learner did in each lesson, found once more from the log: the runner of the app, fed with the events and with what
// the learner chose, predicted and asked for. Counterpart: lessons/runner.ts. Rule: pure; nothing that the file claims
// about itself is believed, a step is done when its goals are met by what happened.

import type { LabEvent, LabEventOf } from '../contract/events.ts';
import { ON_PAPER } from '../contract/hand-in.ts';
import type { BytesRef } from '../contract/ids.ts';
import type { Lesson, Step } from '../contract/lesson.ts';
import { emptyBook } from '../lessons/book/book.ts';
import type { BytesWanted } from '../lessons/book/sighting.ts';
import { freshRecord, type StepRecord } from '../lessons/record.ts';
import { beginLesson, bytesWanted, reduce, type RunnerState } from '../lessons/runner.ts';

export interface LessonWork {
  lesson: Lesson;
  /** The learner had another text of it: `version` of theirs. */
  otherVersion?: string;
  /** One for each step, in their order. */
  steps: { step: Step; record: StepRecord; spent_us: number }[];
}

export interface RunBytes {
  /** Captured octets, one character each. */
  wire: (ref: BytesRef) => string;
  /** A letter in a mailbox, the same way. */
  stored: (address: string, uid: number) => string | undefined;
}

/** The lessons that were worked on, in the order of the first look at each. `open`: a lesson of the course by its id. */
export function workOf(
  events: readonly LabEvent[],
  open: (id: string) => Lesson | undefined,
  bytes: RunBytes,
): LessonWork[] {
  let works: LessonWork[] = [];
  let seed = 0;
  let under: Learner | undefined;
  const put = () => {
    if (under) works = joinWorks(works, under.work);
    under = undefined;
  };
  for (const event of events) {
    if (event.type === 'lab.opened') seed = event.data.seed;
    if (event.type === 'input.learner') {
      const { act } = event.data;
      // Answers to questions on paper belong to no lesson.
      if (event.data.lesson === ON_PAPER) continue;
      if (act.kind === 'begin' || act.kind === 'leave') put();
      const lesson = act.kind === 'begin' ? open(event.data.lesson) : undefined;
      if (act.kind === 'begin' && lesson) under = new Learner(lesson, seed, event, bytes);
      else under?.act(event);
    }
    under?.see(event);
  }
  put();
  return works;
}

/** The works with one more: what was done in a lesson at several times, or in several labs, is one work. */
export function joinWorks(works: LessonWork[], work: LessonWork): LessonWork[] {
  const before = works.find(({ lesson }) => lesson.head.id === work.lesson.head.id);
  if (!before) return [...works, work];
  const steps = work.steps.map(({ step, record, spent_us }, at) => {
    const known = before.steps[at];
    return known
      ? { step, record: joined(known.record, record), spent_us: known.spent_us + spent_us }
      : { step, record, spent_us };
  });
  return works.map((one) => (one === before ? { ...work, steps } : one));
}

/** A learner in one lesson, from its opening to when it was left. */
class Learner {
  readonly lesson: Lesson;
  readonly #version: string;
  readonly #bytes: RunBytes;
  readonly #asked = new Set<string>();
  readonly #spent_us: number[];
  #state: RunnerState;
  #now_us: number;

  constructor(lesson: Lesson, seed: number, { data, mono_us }: LabEventOf<'input.learner'>, bytes: RunBytes) {
    const { act, after, version } = data;
    const at_ms = 'at_ms' in act ? act.at_ms : 0;
    this.lesson = lesson;
    this.#version = version;
    this.#bytes = bytes;
    this.#now_us = mono_us;
    this.#state = beginLesson(lesson, seed, at_ms, { ...emptyBook, seq: after });
    if ('step' in act && act.step > 0) this.#state = reduce(lesson, this.#state, { kind: 'go', step: act.step, at_ms });
    this.#spent_us = this.#state.records.map(() => 0);
  }

  act({ data: { act }, mono_us }: LabEventOf<'input.learner'>): void {
    if (act.kind === 'begin' || act.kind === 'leave') return;
    this.#pass(mono_us);
    this.#state = reduce(this.lesson, this.#state, act);
    this.#read();
  }

  see(event: LabEvent): void {
    this.#pass(event.mono_us);
    this.#state = reduce(this.lesson, this.#state, { kind: 'event', event });
    this.#read();
  }

  get work(): LessonWork {
    const { records } = this.#state;
    return {
      lesson: this.lesson,
      ...(this.#version === this.lesson.version ? {} : { otherVersion: this.#version }),
      steps: (this.lesson.versions[0] ?? []).map((step, at) => ({
        step,
        record: records[at] ?? freshRecord(step.id),
        spent_us: this.#spent_us[at] ?? 0,
      })),
    };
  }

  /** Time counts for the step that is worked on, until it is met. */
  #pass(mono_us: number): void {
    const { at, phase } = this.#state;
    if (phase === 'working') this.#spent_us[at] = (this.#spent_us[at] ?? 0) + Math.max(0, mono_us - this.#now_us);
    this.#now_us = mono_us;
  }

  #read(): void {
    for (let wanted = this.#wanted(); wanted.length > 0; wanted = this.#wanted()) {
      for (const one of wanted) {
        this.#asked.add(JSON.stringify(one));
        const bytes = one.kind === 'wire' ? this.#bytes.wire(one.ref) : this.#bytes.stored(one.address, one.uid);
        if (bytes !== undefined) this.#state = reduce(this.lesson, this.#state, { kind: 'bytes', wanted: one, bytes });
      }
    }
  }

  #wanted(): BytesWanted[] {
    return bytesWanted(this.#state).filter((one) => !this.#asked.has(JSON.stringify(one)));
  }
}

/** A step that was worked on twice: done if it ever was, and what was predicted first counts. */
function joined(first: StepRecord, second: StepRecord): StepRecord {
  const better = first.done || !second.done ? first : second;
  const prediction = first.prediction ?? second.prediction;
  return {
    ...better,
    ...(prediction === undefined ? {} : { prediction }),
    hints: Math.max(first.hints, second.hints),
    round: Math.max(first.round, second.round),
    tries: first.tries + second.tries,
  };
}
