// A learner in a lesson, as a pure reducer: events and actions in, the next state out. Counterpart: panel.ts shows it,
// commands.ts says what it wants of the engine. Rule: plain JSON; the state that comes in is never changed; time comes in
// with the actions. What was done before a step counts only if the step says so.

import type { LearnerAction } from '../contract/learner.ts';
import { DONT_KNOW, type Lesson, type Step } from '../contract/lesson.ts';
import type { HoldRule } from '../contract/commands.ts';
import type { LabEvent } from '../contract/events.ts';
import type { ConnId, Seq } from '../contract/ids.ts';
import { type Book, emptyBook, observe, wantedBytes } from './book/book.ts';
import type { BytesWanted, Observation, Sighting } from './book/sighting.ts';
import { type Checks, foldChecks, goalsMet, readsOf, startChecks } from './checks.ts';
import { DOOR_HOLDS_COUNT, HINT_AFTER_MS, HISTORY_COUNT, REMARKS_COUNT } from './limits.ts';
import { freshRecord, type Notice, type StepRecord } from './record.ts';
import { rowFor } from './source/cast.ts';

export interface RunnerState {
  lesson: string;
  /** The lab's seed: which names the learner gets. */
  seed: number;
  /** Index of the current step, and the step with this round's names. */
  at: number;
  step: Step;
  records: StepRecord[];
  /**
   * `working`; `met`: the goal was reached; `again`: it was, with the solution looked at, so other names come next;
   * `finished`: the summary.
   */
  phase: 'working' | 'met' | 'again' | 'finished';
  /** The lab is being made that of the step: what happens meanwhile is nobody's work and counts for nothing. */
  isPreparing: boolean;
  /** When the step began, on the clock of whoever sends the actions. */
  began_ms: number;
  /** Letters from before this don't count. */
  sinceSeq: Seq;
  lessonSince: Seq;
  book: Book;
  checks: Checks;
  /** What was said earlier in the lesson, for steps that count it. */
  history: Sighting[];
  /** Replies that our hold stopped on a door: an outside program can't wait for a prediction. */
  doorHolds: { conn: ConnId; seq: Seq }[];
  /** Replies that wait for the prediction, in the app. */
  waiting: number;
  /** The reply that the prediction was about has been seen. */
  answered: boolean;
}

export type RunnerInput =
  | { kind: 'event'; event: LabEvent }
  | { kind: 'bytes'; wanted: BytesWanted; bytes: string }
  | LearnerAction;

/** The id of the hold that keeps a reply back until the prediction is made. */
export const LESSON_HOLD = 'lesson';

/** Opens a lesson at its first step. `at_ms`: now, on the same clock as the actions; `records`: what was done already. */
export function beginLesson(
  lesson: Lesson,
  seed: number,
  at_ms: number,
  book: Book = emptyBook,
  records: StepRecord[] = (lesson.versions[0] ?? []).map((step) => freshRecord(step.id)),
): RunnerState {
  const blank = { lesson: lesson.head.id, seed, records, book, history: [], lessonSince: book.seq + 1 };
  return enter(lesson, blank, 0, at_ms);
}

export function reduce(lesson: Lesson, state: RunnerState, input: RunnerInput): RunnerState {
  switch (input.kind) {
    case 'event':
      // A new run has lost every connection, and its numbers start over.
      if (input.event.type === 'lab.opened') return reopened(lesson, see(state, input));
      return see(state, input);
    case 'bytes':
      return see(state, input);
    case 'choose':
      return see(tried(state), { kind: 'chosen', token: input.token });
    case 'predict':
      return predict(state, input.option, input.sure);
    case 'hint':
      return openHint(state, input.at_ms);
    case 'solution':
      return state.step.hints.length > 0 ? withRecord(state, { solutionUsed: true }) : state;
    case 'preparing':
      return state.phase === 'working' ? { ...state, isPreparing: true } : state;
    case 'prepared':
      return state.isPreparing ? enter(lesson, state, state.at, state.began_ms) : state;
    case 'next':
      return next(lesson, state, input.at_ms);
    case 'again':
      return state.phase === 'again' ? again(lesson, state, input.at_ms) : state;
    case 'restart':
      return enter(lesson, state, state.at, input.at_ms);
    case 'go':
      return state.records[input.step] ? enter(lesson, state, input.step, input.at_ms) : state;
  }
}

/** The rule that should be set now; undefined when nothing is to be held. */
export function holdWanted({ step, phase, isPreparing, records, at }: RunnerState): HoldRule | undefined {
  const before = step.prediction?.before;
  if (!before || phase !== 'working' || isPreparing || records[at]?.prediction !== undefined) return undefined;
  const { reply, server, client } = before;
  return { id: LESSON_HOLD, from: 'server', server, reply, ...(client === undefined ? {} : { client }) };
}

/** Bytes that the step's checks need and don't have. */
export function bytesWanted({ book, step, phase, sinceSeq }: RunnerState): BytesWanted[] {
  return phase === 'working' ? wantedBytes(book, readsOf(step), sinceSeq) : [];
}

export function recordOf({ records, at }: RunnerState): StepRecord {
  return records[at] ?? freshRecord('');
}

/** Hints open after a try, or after a minute. */
export function mayHint(state: RunnerState, now_ms: number): boolean {
  const { hints, tries } = recordOf(state);
  if (hints >= state.step.hints.length || state.phase !== 'working') return false;
  return tries > 0 || hints > 0 || now_ms - state.began_ms >= HINT_AFTER_MS;
}

type Carried = Pick<RunnerState, 'lesson' | 'seed' | 'records' | 'book' | 'history' | 'lessonSince'>;

function enter(lesson: Lesson, from: Carried, at: number, at_ms: number): RunnerState {
  const { seed, records, book, history, lessonSince } = from;
  const round = records[at]?.round ?? 0;
  const step = lesson.versions[rowFor(seed, round, lesson.versions.length)]?.[at];
  if (!step) throw new Error(`lesson ${lesson.head.id} has no step ${at}`);
  const sinceSeq = step.counts === 'lesson' ? lessonSince : book.seq + 1;
  const earlier = history.filter((sighting) => counts(step, sighting, book));
  return {
    ...{ lesson: from.lesson, seed, at, step, records, phase: 'working', began_ms: at_ms, sinceSeq, lessonSince },
    ...{ isPreparing: false, book, history, doorHolds: [], waiting: 0, answered: false },
    checks: foldChecks(step, startChecks(step), earlier).checks,
  };
}

/**
 * The lesson was written anew while somebody is in it. They stay in their step, found by its id, with what they did in it;
 * a prediction that is asked otherwise now is asked again.
 */
export function rewrite(lesson: Lesson, state: RunnerState, at_ms: number): RunnerState {
  const steps = lesson.versions[0] ?? [];
  const records = steps.map(({ id }) => state.records.find((record) => record.id === id) ?? freshRecord(id));
  const same = steps.findIndex(({ id }) => id === state.step.id);
  if (same < 0) return enter(lesson, { ...state, records }, Math.min(state.at, steps.length - 1), at_ms);
  const entered = enter(lesson, { ...state, records }, same, state.began_ms);
  const { step } = entered;
  const ours = state.history.filter((one) => one.seq >= state.sinceSeq || counts(step, one, state.book));
  const { checks } = foldChecks(step, startChecks(step), ours);
  const again = { ...entered, isPreparing: state.isPreparing, sinceSeq: state.sinceSeq, checks };
  const isAskedAnew = JSON.stringify(step.prediction) !== JSON.stringify(state.step.prediction);
  const asked = isAskedAnew ? unpredicted(again) : again;
  return asked.isPreparing ? asked : judge(asked, []);
}

function unpredicted(state: RunnerState): RunnerState {
  const records = state.records.map((record, at) => {
    if (at !== state.at) return record;
    const { prediction: _said, ...rest } = record;
    return rest;
  });
  return { ...state, records };
}

/** Whether something from before the step counts in it. */
function counts(step: Step, sighting: Sighting, book: Book): boolean {
  if (step.counts === 'step') return false;
  if (step.counts === 'lesson') return true;
  return sighting.kind === 'exchange' && book.talks.open[sighting.exchange.conn] !== undefined;
}

function reopened(lesson: Lesson, state: RunnerState): RunnerState {
  const fresh = { ...state, history: [], lessonSince: 1 };
  return state.phase === 'finished' ? fresh : enter(lesson, fresh, state.at, state.began_ms);
}

function see(state: RunnerState, observation: Observation): RunnerState {
  const { book, sightings } = observe(state.book, observation);
  const noted = hold({ ...state, book, history: remember(state.history, sightings) }, observation);
  if (state.phase !== 'working' || state.isPreparing) return noted;
  const heard = attend(noted, sightings);
  const relevant = sightings.filter((one) => one.kind !== 'letter' || one.letter.firstSeq >= state.sinceSeq);
  const { checks, notices } = foldChecks(state.step, state.checks, relevant);
  const isSame = checks === state.checks && notices.length === 0;
  return isSame && recordOf(heard).prediction === recordOf(state).prediction
    ? heard
    : judge({ ...heard, checks }, notices);
}

/** Watches for tries, and for the reply that the prediction is about. */
function attend(state: RunnerState, sightings: readonly Sighting[]): RunnerState {
  let next = state;
  for (const sighting of sightings) {
    if (sighting.kind !== 'exchange') continue;
    const { exchange } = sighting;
    const isOurs = state.step.start.actors.includes(exchange.client);
    if (isOurs && exchange.verb !== 'CONNECT' && exchange.verb !== 'CLOSE') next = tried(next);
    const before = state.step.prediction?.before;
    if (!before || exchange.verb !== before.reply || exchange.server !== before.server) continue;
    if (before.client !== undefined && exchange.client !== before.client) continue;
    if (state.step.prediction?.told === 'reply') next = { ...next, answered: true };
    if (recordOf(next).prediction === undefined) next = withRecord(next, { prediction: 'not predicted' });
  }
  return next;
}

/** Counts what our hold keeps back. An outside program isn't asked to wait. */
function hold(state: RunnerState, observation: Observation): RunnerState {
  if (observation.kind !== 'event') return state;
  const { event } = observation;
  if (event.type === 'wire.released' && event.data.rule === LESSON_HOLD) {
    return { ...state, waiting: Math.max(0, state.waiting - 1) };
  }
  if (event.type !== 'wire.held' || event.data.rule !== LESSON_HOLD || event.conn === undefined) return state;
  const held = { ...state, waiting: state.waiting + 1 };
  if (state.book.talks.open[event.conn]?.door !== true) return held;
  return { ...held, doorHolds: [...state.doorHolds, { conn: event.conn, seq: event.seq }].slice(-DOOR_HOLDS_COUNT) };
}

function judge(state: RunnerState, found: readonly Notice[]): RunnerState {
  const record = recordOf(state);
  const quotes = goalsMet(state.step, state.checks);
  if (state.step.staysOpen) return withRecord(state, { done: quotes !== undefined, quotes: quotes ?? [] });
  // Who has arrived isn't told of a wrong turn in the same breath; a slip is worth a word all the same.
  const told = quotes ? found.filter((one) => one.kind === 'slip') : found;
  const notices = [...record.notices, ...told].slice(-REMARKS_COUNT);
  if (told.length > 0) return judge(withRecord(tried(state), { notices }), []);
  // The letter may arrive while the reply about it is held: the step isn't over before the learner has said what they think.
  const isAsked = state.step.prediction !== undefined && record.prediction === undefined && state.waiting > 0;
  if (!quotes || isAsked) return state;
  if (record.solutionUsed) return { ...state, phase: 'again' };
  const prediction = record.prediction ?? (state.step.prediction ? ('not predicted' as const) : undefined);
  const done = { done: true, quotes, ...(prediction === undefined ? {} : { prediction }) };
  return { ...withRecord(state, done), phase: 'met', answered: true };
}

function predict(state: RunnerState, option: string, sure: boolean): RunnerState {
  const { prediction } = state.step;
  const known = prediction?.options.some((one) => one.id === option) === true || option === DONT_KNOW;
  if (state.phase !== 'working') return state;
  // Once said it stands: changing it after the answer would teach nothing.
  if (!prediction || !known || recordOf(state).prediction !== undefined) return state;
  return judge(withRecord(state, { prediction: { option, sure: sure && option !== DONT_KNOW } }), []);
}

function openHint(state: RunnerState, at_ms: number): RunnerState {
  return mayHint(state, at_ms) ? withRecord(state, { hints: recordOf(state).hints + 1 }) : state;
}

function next(lesson: Lesson, state: RunnerState, at_ms: number): RunnerState {
  if (state.phase !== 'met' && !recordOf(state).done) return state;
  const isLast = state.at + 1 >= state.records.length;
  return isLast ? { ...state, phase: 'finished' } : enter(lesson, state, state.at + 1, at_ms);
}

/** The step once more with other names, as if it were new. */
function again(lesson: Lesson, state: RunnerState, at_ms: number): RunnerState {
  const { round } = recordOf(state);
  const records = withRecord(state, { round: round + 1, solutionUsed: false, tries: 0, notices: [] }).records;
  return enter(lesson, { ...state, records }, state.at, at_ms);
}

function tried(state: RunnerState): RunnerState {
  return withRecord(state, { tries: recordOf(state).tries + 1 });
}

function withRecord(state: RunnerState, change: Partial<StepRecord>): RunnerState {
  const records = state.records.map((record, at) => (at === state.at ? { ...record, ...change } : record));
  return { ...state, records };
}

/** Commands with their replies, and each letter as it is now. */
function remember(history: Sighting[], sightings: readonly Sighting[]): Sighting[] {
  const kept = sightings.filter((one) => one.kind === 'exchange' || one.kind === 'letter');
  if (kept.length === 0) return history;
  const messages = kept.flatMap((one) => (one.kind === 'letter' ? [one.letter.message] : []));
  const before = history.filter((one) => one.kind !== 'letter' || !messages.includes(one.letter.message));
  return [...before, ...kept].slice(-HISTORY_COUNT);
}
