// Every challenge, for several numbers: its solution passes, it isn't met at its start nor with nothing done, and what looks
// right doesn't pass. And for any number: the task is sound, and the same each time.

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { CHALLENGES, challengeCalled, challengeId, MOST_SEED } from '../../lessons/challenges/index.ts';
import { made } from '../../lessons/challenges/as-lesson.ts';
import { goalViews } from '../../lessons/checks.ts';
import { neverMet } from '../../lessons/never-met.ts';
import { panelView } from '../../lessons/panel.ts';
import { factsOf } from '../../engine/labs/lab-facts.ts';
import { openPlayer } from './player.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEEDS = [1, 2, 5];

function lessonFor(kind: string, seed: number, isExam = false) {
  const lesson = challengeCalled(challengeId(kind, seed, isExam));
  if (!lesson) throw new Error(`no challenge ${kind}`);
  return lesson;
}

/** Where the words of a task stand. */
const WORDS = new Set(['title', 'act', 'asks', 'text', 'says']);

type Played = Awaited<ReturnType<typeof openPlayer>>;

/** What a task asserts and no goal of it looks at: that the lab is as the right answers say. */
const TRUE_OF: Readonly<Record<string, (player: Played, names: Readonly<Record<string, string>>) => void>> = {
  bounced({ lab }, { refuser, status }) {
    const [bounce] = lab.of('queue.bounced');
    expect(bounce?.data.reply.enhanced).toBe(status);
    expect(bounce?.host).toBe('relay.campus.example');
    // A refusal of mx1's crossed the wire; relay's own mind didn't.
    const said = lab.of('wire.line').some(({ data }) => data.bytes.includes(bounce?.data.reply.text ?? '-'));
    expect(said).toBe(refuser === 'mx1.harbor.example');
    expect(lab.of('store.delivered').map(({ data }) => data.mailbox)).toEqual(['alice@campus.example']);
  },
  waiting({ lab }, { at, pause, reason }) {
    const [wait] = lab.of('queue.deferred').filter(({ host }) => host === at);
    if (!wait) throw new Error('nothing waits');
    expect((wait.data.next_ms - wait.at_ms) / 1000).toBe(Number(pause));
    expect(wait.data.reply.text).toMatch(reason === 'greylisted' ? /[Gg]reylist/ : /refused/);
    expect(lab.of('queue.deferred').every(({ host }) => host === at)).toBe(true);
  },
  forged({ lab }, { to, account = '' }) {
    expect(lab.of('store.delivered').filter(({ data }) => data.mailbox === to).length).toBe(5);
    expect(lab.of('auth.succeeded').map(({ data }) => data.login)).toContain(`${account}@campus.example`);
  },
  ring({ lab }, { first = '' }) {
    const round = lab.of('queue.entered').filter(({ data }) => data.recipients.includes(first));
    expect(round.length).toBeGreaterThan(0);
  },
};

describe.each(CHALLENGES)('$id', (challenge) => {
  test.each(SEEDS)('number %i', async (seed) => {
    const lesson = lessonFor(challenge.id, seed);
    const [step] = lesson.versions[0] ?? [];
    if (!step) throw new Error('no step');
    const right = await openPlayer(lesson, 0, 0);
    await right.rest();
    expect(right.state.phase).toBe('working');
    await right.play(step.solution);
    expect(goalViews(step, right.state.checks).filter(({ met }) => !met)).toEqual([]);
    expect(right.state.phase).toBe('met');
    const { exercise, nearMiss } = made(challenge, seed);
    TRUE_OF[challenge.id]?.(right, exercise.names);
    await right.close();
    const wrong = await openPlayer(lesson, 0, 0, { also: nearMiss });
    await wrong.play(nearMiss);
    expect(wrong.state.phase).toBe('working');
    await wrong.close();
  });

  test('any number makes a task that can be told, the same each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_SEED }), (seed) => {
        const lesson = lessonFor(challenge.id, seed);
        expect(lessonFor(challenge.id, seed)).toEqual(lesson);
        expect(JSON.stringify(lesson.versions)).not.toMatch(/\$[a-z]/);
        expect(lesson.head.id.length).toBeLessThanOrEqual(40);
        expect(neverMet(lesson, '', factsOf)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('in German it is the same task in other words', () => {
    const [english, german] = [lessonFor(challenge.id, 1), challengeCalled(challengeId(challenge.id, 1, false), 'de')];
    const wordless = (lesson: typeof german) =>
      JSON.stringify(lesson, (key, value) => (WORDS.has(key) && typeof value === 'string' ? '' : value));
    expect(german?.language).toBe('de');
    expect(wordless(german)).toBe(wordless({ ...english, language: 'de' }));
    for (const [at, goal] of (english.versions[0]?.[0]?.goal ?? []).entries())
      expect(german?.versions[0]?.[0]?.goal[at]?.says).not.toBe(goal.says);
  });

  test('other numbers make other tasks', () => {
    const acts = Array.from({ length: 12 }, (_, seed) => JSON.stringify(lessonFor(challenge.id, seed).versions));
    expect(new Set(acts).size).toBeGreaterThan(2);
  });
});

test('a challenge has no hints and no solution to look at', async () => {
  const lesson = lessonFor('open-relay', 4);
  const player = await openPlayer(lesson, 0, 0, { by: 'shell' });
  await player.act({ kind: 'hint', at_ms: 1_000_000 });
  await player.act({ kind: 'solution' });
  const view = panelView(lesson, player.state, 1_000_000);
  expect(view).toMatchObject({ hints: { open: [], left: 0, mayOpen: false }, buttons: ['restart'] });
  expect(view.solution).toBeUndefined();
  await player.close();
});

test.each(['challenge-open-relay', 'challenge-nothing-1', 'challenge-open-relay-99999999999', 'open-relay-1', ''])(
  '%j names no challenge',
  (id) => expect(challengeCalled(id)).toBeUndefined(),
);
