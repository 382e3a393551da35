// A lesson played as its solutions say, told line by line: what is typed, what is answered, which goals turn. Counterpart:
// scripts/lesson.mjs prints it; test/lessons/ asks more of the course. Rule: problems have file and line and what to write
// instead; a lesson that isn't in the course can be played too.

import type { LabEvent } from '../contract/events.ts';
import type { Act, Goal, Lesson, Remark, Step } from '../contract/lesson.ts';
import { goalViews, type GoalView } from '../lessons/checks.ts';
import { emptyBook, observe } from '../lessons/book/book.ts';
import type { Exchange } from '../lessons/book/sighting.ts';
import { recordOf } from '../lessons/runner.ts';
import type { LessonProblem } from '../lessons/source/problem.ts';
import { type LineOf, stepLines } from '../lessons/source/step-lines.ts';
import { say } from '../lessons/text/say.ts';
import { Player } from './player.ts';
import { toldBy } from './telling.ts';

export interface Rehearsal {
  lesson: Lesson;
  /** The text of its file: problems name its lines. */
  source: string;
  /** Row of the cast. */
  row: number;
  /** Only this step, in a lab of its own. */
  only?: string | undefined;
  /** Near misses and slips are played too, each in a lab of its own. */
  mistakes: boolean;
  /** What happens, a line at a time. */
  tell: (line: string) => void;
}

/** Plays it; answers what went otherwise than the lesson says. */
export async function rehearse(rehearsal: Rehearsal): Promise<LessonProblem[]> {
  const { lesson, source, row, only, mistakes, tell } = rehearsal;
  const lineOf = stepLines(lesson.file, source);
  const problems: LessonProblem[] = [];
  const steps = [...(lesson.versions[row] ?? []).entries()].filter(([, { id }]) => only === undefined || id === only);
  const [first] = steps;
  if (!first) return [{ file: lesson.file, line: 1, message: `there is no step ${only ?? ''}` }];
  const player = await Player.open(lesson, row, first[0]);
  try {
    for (const [at, step] of steps) {
      if (at > first[0]) await player.prepare();
      tell(`\n${at + 1}. ${step.title} (${step.id})`);
      const found = await playStep(player, step, tell);
      problems.push(...found.map((one) => placed(one, lesson, step, lineOf)));
      // Whoever comes after begins from here, whether it was met or not.
      if (player.state.phase === 'met') await player.act({ kind: 'next', at_ms: 0 });
      else await player.act({ kind: 'go', step: Math.min(at + 1, player.state.records.length - 1), at_ms: 0 });
    }
  } finally {
    await player.close();
  }
  if (mistakes) {
    for (const [at, step] of steps) {
      for (const kind of ['slip', 'nearMiss'] as const) {
        for (const [index, remark] of (kind === 'slip' ? step.slips : step.nearMisses).entries()) {
          tell(`\n${at + 1}. ${step.title} (${step.id}), ${kind === 'slip' ? 'slip' : 'near miss'} ${remark.id}`);
          const found = await playRemark(rehearsal, at, kind, remark, tell);
          const path = [kind === 'slip' ? 'slips' : 'nearMisses', String(index)];
          problems.push(...found.map((message) => placed({ path, message }, lesson, step, lineOf)));
        }
      }
    }
  }
  return problems;
}

/** A problem before it has a line. */
interface Found {
  path: readonly string[];
  message: string;
}

function placed({ path, message }: Found, { file }: Lesson, { id, line }: Step, lineOf: LineOf): LessonProblem {
  return { file, line: lineOf(id, path) ?? line, message: `step ${id}: ${message}` };
}

async function playStep(player: Player, step: Step, tell: (line: string) => void): Promise<Found[]> {
  await player.predictRightly();
  await player.rest();
  if (isMet(player)) {
    return [
      { path: ['goal'], message: 'its goals are met before anything is done; ask for something that must be done' },
    ];
  }
  const began = player.lab.events.length;
  await playActs(player, step.solution, tell);
  const views = goalViews(step, player.state.checks);
  if (isMet(player)) {
    const [notice] = recordOf(player.state).notices;
    if (!notice) return [];
    const message = `its solution is remarked on ("${notice.says}"); change what it types, or when "${notice.id}" is said`;
    return [{ path: ['solution'], message }];
  }
  const exchanges = exchangesIn(player.lab.events, began);
  return views.flatMap((view, at) => {
    const goal = step.goal[at];
    if (view.met || !goal) return [];
    const path = ['goal', String(at), goal.matcher];
    return [{ path, message: `its solution doesn't meet "${view.says}". ${why(view)}${instead(goal, exchanges)}` }];
  });
}

/** Asked of the state as it is now. */
function isMet({ state }: Player): boolean {
  return state.phase === 'met';
}

async function playActs(player: Player, acts: readonly Act[], tell: (line: string) => void): Promise<void> {
  for (const act of acts) {
    const { length } = player.lab.events;
    const before = metIn(player);
    await player.play([act]);
    // In another lab the events begin anew.
    for (const line of toldBy(act, player.lab.events.slice(Math.min(length, player.lab.events.length))))
      tell(`   ${line}`);
    const { step, checks } = player.state;
    for (const { says, met } of goalViews(step, checks)) if (met && !before.has(says)) tell(`   \u2713 ${says}`);
  }
}

function metIn({ state: { step, checks } }: Player): Set<string> {
  return new Set(goalViews(step, checks).flatMap(({ met, says }) => (met ? [says] : [])));
}

async function playRemark(
  { lesson, row }: Rehearsal,
  at: number,
  kind: 'slip' | 'nearMiss',
  remark: Remark,
  tell: (line: string) => void,
): Promise<string[]> {
  const player = await Player.open(lesson, row, at);
  try {
    await player.predictRightly();
    await playActs(player, remark.typed, tell);
    const { notices } = recordOf(player.state);
    const said = notices.find(({ id }) => id === remark.id);
    if (kind === 'nearMiss' && player.state.phase === 'met')
      return [`near miss "${remark.id}" meets the goals; make them stricter`];
    if (!said) return [`"${remark.id}" is never said when what it types is typed; change \`when\` or \`typed\``];
    tell(`   ! ${said.says}`);
    return [];
  } finally {
    await player.close();
  }
}

function why({ yet, why: reasons }: GoalView): string {
  return yet ?? [...new Set(reasons.map(({ key, params }) => say(key, params)))].join(' ');
}

function exchangesIn(events: readonly LabEvent[], from: number): Exchange[] {
  let book = emptyBook;
  const found: Exchange[] = [];
  for (const [at, event] of events.entries()) {
    const seen = observe(book, { kind: 'event', event });
    ({ book } = seen);
    if (at < from) continue;
    for (const sighting of seen.sightings) if (sighting.kind === 'exchange') found.push(sighting.exchange);
  }
  return found;
}

/** For a goal about an answer: what the solution got, or where it spoke. */
function instead({ matcher, spec }: Goal, exchanges: readonly Exchange[]): string {
  if (matcher !== 'answered') return ' Change the goal, or what the solution types.';
  const { at, verb } = spec as { at?: string; verb?: string };
  const there = exchanges.filter(({ server }) => at === undefined || server === at);
  const same = there.findLast((one) => verb === undefined || one.verb === verb);
  if (same) return ` Write class: ${same.class}, or make the solution earn what the goal asks for.`;
  const verbs = [...new Set(there.map((one) => one.verb))].filter((one) => one !== 'CLOSE');
  if (verbs.length > 0) return ` At ${at ?? 'the servers'} the solution says ${verbs.join(', ')}; write one of these.`;
  const servers = [...new Set(exchanges.map(({ server }) => server))];
  return servers.length === 0
    ? ' The solution speaks to no server.'
    : ` The solution speaks to ${servers.join(', ')}; write one of these.`;
}
