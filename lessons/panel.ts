// The lesson panel as data: what stands in it, and which buttons work. Counterpart: runner.ts (the state); the screen
// draws it and sends the actions. Rule: prose is the author's Markdown; everything else is a key of the catalogue.

import { DONT_KNOW, type Lesson, type PanelName, type Prediction, type Step } from '../contract/lesson.ts';
import { goalViews, type GoalView } from './checks.ts';
import { type Notice, type StepRecord, summarise, type Summary } from './record.ts';
import type { LearnerAction } from '../contract/learner.ts';
import { mayHint, recordOf, type RunnerState } from './runner.ts';
import { rowFor } from './source/cast.ts';
import { typedLines } from './typed-lines.ts';

export interface PredictionView {
  asks: string;
  options: { id: string; text: string }[];
  /** `asked`: nothing said yet; `waiting`: said, and the server hasn't answered; `told`: both. */
  state: 'asked' | 'waiting' | 'told' | 'not predicted';
  /** The server's reply is held back for it. */
  isHolding: boolean;
  /** The option's id, or `dont-know`. */
  chosen?: string;
  right?: boolean;
  /** What is said to this answer, once the server has answered. */
  reply?: string;
}

export type PanelButton = Exclude<LearnerAction['kind'], 'choose' | 'predict' | 'go'>;

export interface PanelView {
  lesson: { number: number; isExtra: boolean; title: string; minutes: number };
  steps: { id: string; title: string; core: boolean; state: 'current' | 'done' | 'open' }[];
  /** 1-based. */
  step: { number: number; of: number; title: string; core: boolean };
  /** Markdown. */
  prose: string;
  act: string;
  /** Which earlier acts count: `panel.counts.*` says it. */
  counts: Step['counts'];
  prediction?: PredictionView;
  /** What the step asks to be answered. */
  questions: Step['questions'];
  goals: GoalView[];
  /** Near misses and slips, newest first. */
  notices: Notice[];
  hints: { open: string[]; left: number; mayOpen: boolean };
  /** What the solution types, line by line; only once it was asked for. */
  solution?: string[];
  ref: { rfc: string[]; terms: string[]; leadsTo?: string };
  /** Parts of the window that this step shows. */
  panels: PanelName[];
  buttons: PanelButton[];
  phase: RunnerState['phase'];
  /** When the lesson is over. */
  summary?: Summary & { ending: string };
}

/** `now_ms`: on the clock of the actions. */
export function panelView(lesson: Lesson, state: RunnerState, now_ms: number): PanelView {
  const { step, records, at, phase } = state;
  const record = recordOf(state);
  const prediction = step.prediction && predictionView(step.prediction, record, state);
  const { rfc, terms, leadsTo } = step.ref;
  return {
    lesson: {
      number: lesson.head.number,
      isExtra: lesson.head.extra === true,
      title: lesson.head.title,
      minutes: lesson.head.minutes,
    },
    steps: (lesson.versions[0] ?? []).map(({ id, title, core }, index) => ({
      ...{ id, title, core },
      state: index === at ? 'current' : records[index]?.done === true ? 'done' : 'open',
    })),
    step: { number: at + 1, of: records.length, title: step.title, core: step.core },
    prose: step.text,
    act: step.act,
    counts: step.counts,
    ...(prediction ? { prediction } : {}),
    questions: step.questions,
    goals: goalViews(step, state.checks),
    notices: record.notices.toReversed(),
    hints: {
      open: step.hints.slice(0, record.hints),
      left: step.hints.length - record.hints,
      mayOpen: mayHint(state, now_ms),
    },
    ...(record.solutionUsed ? { solution: typedLines(step.solution) } : {}),
    ref: { rfc, terms, ...(leadsTo === undefined ? {} : { leadsTo }) },
    panels: step.start.panels,
    buttons: buttonsOf(state, now_ms),
    phase,
    ...(phase === 'finished' ? { summary: { ...summarise(lesson, records), ending: endingOf(lesson, state) } } : {}),
  };
}

function predictionView(prediction: Prediction, record: StepRecord, state: RunnerState): PredictionView {
  const said = record.prediction;
  const isHolding = state.waiting > 0;
  const view = { asks: prediction.asks, options: prediction.options.map(({ id, text }) => ({ id, text })), isHolding };
  if (said === undefined) return { ...view, state: 'asked' };
  if (said === 'not predicted') return { ...view, state: 'not predicted' };
  const chosen = { chosen: said.option };
  if (!state.answered) return { ...view, ...chosen, state: 'waiting' };
  const option = prediction.options.find((one) => one.id === said.option);
  const reply = said.option === DONT_KNOW || !option ? prediction.dontKnow : option.reply;
  return { ...view, ...chosen, state: 'told', right: option?.right === true, reply };
}

function buttonsOf(state: RunnerState, now_ms: number): PanelButton[] {
  const { phase } = state;
  const record = recordOf(state);
  if (phase === 'finished') return [];
  const buttons: PanelButton[] = [];
  if (mayHint(state, now_ms)) buttons.push('hint');
  // The solution comes after the last hint: who is stuck has had help first. Where there are no hints, there is none.
  const { length } = state.step.hints;
  if (phase === 'working' && !record.solutionUsed && length > 0 && record.hints >= length) buttons.push('solution');
  if (phase === 'again') buttons.push('again');
  if (phase === 'met' || record.done) buttons.push('next');
  buttons.push('restart');
  return buttons;
}

function endingOf(lesson: Lesson, { seed }: RunnerState): string {
  return lesson.ending[rowFor(seed, 0, lesson.ending.length)] ?? '';
}
