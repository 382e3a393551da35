// The runner: predictions and what is held for them, hints, the solution, restarts. Against a real engine where a reply
// is held, and as a plain reducer elsewhere.

import { describe, expect, test } from 'vitest';

import type { Lesson } from '../../contract/lesson.ts';
import { commandsBetween } from '../../lessons/commands.ts';
import { HINT_AFTER_MS } from '../../lessons/limits.ts';
import { panelView } from '../../lessons/panel.ts';
import { summarise } from '../../lessons/record.ts';
import { beginLesson, reduce, recordOf, type RunnerInput, type RunnerState } from '../../lessons/runner.ts';
import { course } from './course.ts';
import { openPlayer } from './player.ts';

function lessonCalled(id: string): Lesson {
  const lesson = course.lessons.find((one) => one.head.id === id);
  if (!lesson) throw new Error(`no lesson ${id}`);
  return lesson;
}
const speak = lessonCalled('speak-smtp');
const envelope = lessonCalled('envelope');
const stepAt = (lesson: Lesson, id: string) => lesson.versions[0]?.findIndex((step) => step.id === id) ?? -1;

function run(lesson: Lesson, state: RunnerState, ...inputs: RunnerInput[]): RunnerState {
  return inputs.reduce((before, input) => reduce(lesson, before, input), state);
}

test('what happens while the lab is made that of the step counts for nothing', () => {
  const goal = [{ matcher: 'sees', spec: { event: 'zone.changed', where: {} }, says: 'A zone was changed.' }];
  const zones: Lesson = { ...speak, versions: speak.versions.map((steps) => steps.map((step) => ({ ...step, goal }))) };
  const changed = (seq: number): RunnerInput => {
    const data = { zone: 'campus.example', serial: seq };
    return {
      kind: 'event',
      event: { run: 1, seq, at_ms: 0, mono_us: 0, host: 'ns.example', type: 'zone.changed', data },
    };
  };
  const prepared = run(zones, beginLesson(zones, 0, 0), { kind: 'preparing' }, changed(1), { kind: 'prepared' });
  expect(prepared.phase).toBe('working');
  expect(reduce(zones, prepared, changed(2)).phase).toBe('met');
  // Nothing is held for the person while nobody has begun.
  const held = run(speak, beginLesson(speak, 0, 0), { kind: 'go', step: 1, at_ms: 0 }, { kind: 'preparing' });
  expect(commandsBetween(undefined, held)).toEqual([]);
  expect(commandsBetween(held, reduce(speak, held, { kind: 'prepared' }))).toMatchObject([{ command: 'hold.set' }]);
});

describe('a prediction', () => {
  test('in the app the reply is held until it is made', async () => {
    const player = await openPlayer(envelope, 0, stepAt(envelope, 'two-roads'));
    await player.play(player.state.step.solution);
    expect(player.lab.of('wire.held')).toHaveLength(1);
    expect(panelView(envelope, player.state, 0).prediction).toMatchObject({ state: 'asked', isHolding: true });
    expect(player.state.phase).toBe('working');
    await player.act({ kind: 'predict', option: 'one', sure: true });
    await player.rest();
    expect(player.state.phase).toBe('met');
    const told = panelView(envelope, player.state, 0).prediction;
    expect(told).toMatchObject({ state: 'told', chosen: 'one', right: false, isHolding: false });
    expect(told?.reply).toMatch(/^Two\./);
    expect(summarise(envelope, player.state.records).review).toEqual([
      { step: 'two-roads', belief: 'one-way-for-all' },
    ]);
    await player.close();
  });

  test('what is right may wait for the end of the step', async () => {
    const queues = lessonCalled('queues');
    const player = await openPlayer(queues, 0, stepAt(queues, 'take-apart'));
    const [send, ...answers] = player.state.step.solution;
    await player.act({ kind: 'predict', option: 'mx1', sure: true });
    await player.play(send ? [send] : []);
    expect(panelView(queues, player.state, 0).prediction).toMatchObject({ state: 'waiting' });
    await player.play(answers);
    expect(panelView(queues, player.state, 0).prediction).toMatchObject({ state: 'told', right: false });
    // A choice is quoted by its words.
    expect(recordOf(player.state).quotes.map((quote) => quote.text)).toContain('The address is wrong');
    await player.close();
  });

  test('through a door nothing waits, and the step records "not predicted"', async () => {
    const player = await openPlayer(speak, 0, stepAt(speak, 'listen'));
    const [hold] = commandsBetween(undefined, player.state);
    expect(hold).toMatchObject({ command: 'hold.set', args: { id: 'lesson', reply: 'CONNECT', from: 'server' } });
    await player.play(player.state.step.solution);
    expect(player.lab.of('wire.held')).toHaveLength(1);
    expect(recordOf(player.state)).toMatchObject({ done: true, prediction: 'not predicted' });
    expect(panelView(speak, player.state, 0).prediction?.state).toBe('not predicted');
    await player.close();
  });

  test('stands once it is made, and takes only its own answers', () => {
    const start = run(speak, beginLesson(speak, 0, 0), { kind: 'go', step: 1, at_ms: 0 });
    expect(reduce(speak, start, { kind: 'predict', option: 'nonsense', sure: true })).toBe(start);
    const said = run(
      speak,
      start,
      { kind: 'predict', option: 'dont-know', sure: true },
      { kind: 'predict', option: 'server', sure: true },
    );
    expect(recordOf(said).prediction).toEqual({ option: 'dont-know', sure: false });
    expect(commandsBetween(start, said)).toEqual([{ command: 'hold.clear', args: { id: 'lesson' } }]);
  });

  test('leaving the lesson takes the hold along', () => {
    const start = run(speak, beginLesson(speak, 0, 0), { kind: 'go', step: 1, at_ms: 0 });
    expect(commandsBetween(start, undefined)).toEqual([{ command: 'hold.clear', args: { id: 'lesson' } }]);
  });
});

describe('hints', () => {
  test('open after a minute, one by one, three in all, and then the solution', () => {
    let state = beginLesson(speak, 0, 1000);
    expect(reduce(speak, state, { kind: 'hint', at_ms: 1000 + HINT_AFTER_MS - 1 })).toBe(state);
    const later = 1000 + HINT_AFTER_MS;
    expect(panelView(speak, state, later).buttons).toContain('hint');
    for (const opened of [1, 2, 3, 3]) {
      state = reduce(speak, state, { kind: 'hint', at_ms: later });
      expect(recordOf(state).hints).toBe(opened);
    }
    const panel = panelView(speak, state, later);
    expect(panel.hints).toMatchObject({ left: 0, mayOpen: false });
    expect(panel.buttons).toEqual(['solution', 'restart']);
  });

  test('open after a try', () => {
    const state = beginLesson(speak, 0, 0);
    const tried = reduce(speak, state, { kind: 'choose', token: { kind: 'host', host: 'ns.example' } });
    expect(recordOf(reduce(speak, tried, { kind: 'hint', at_ms: 1 })).hints).toBe(1);
  });
});

test('after the solution was looked at, the step is asked again with other names before it counts', async () => {
  const player = await openPlayer(speak, 0, stepAt(speak, 'alone'));
  const first = player.state.step;
  await player.act({ kind: 'solution' });
  expect(panelView(speak, player.state, 0).solution).toContain('RCPT TO:<carol@harbor.example>');
  await player.play(first.solution);
  expect(player.state.phase).toBe('again');
  expect(recordOf(player.state).done).toBe(false);
  expect(panelView(speak, player.state, 0).buttons).toEqual(['again', 'restart']);
  await player.act({ kind: 'again', at_ms: 0 });
  expect(player.state.step.act).toContain('bob@harbor.example');
  await player.play(first.solution);
  expect(player.state.phase).toBe('working');
  await player.play(player.state.step.solution);
  expect(recordOf(player.state)).toMatchObject({ done: true, round: 1 });
  await player.close();
});

test('a notice quotes what was typed and what came back', async () => {
  const player = await openPlayer(speak, 0, stepAt(speak, 'recipient'));
  await player.predictRightly();
  const remark = player.state.step.nearMisses[0];
  await player.play(remark?.typed ?? []);
  const [notice] = recordOf(player.state).notices;
  expect(notice?.quotes.map((quote) => quote.text)).toEqual([
    'RCPT TO:bob@harbor.example',
    '501 5.1.3 Bad recipient address syntax',
  ]);
  await player.close();
});

test('the state is plain JSON, and no input changes an earlier one', async () => {
  const player = await openPlayer(speak, 0, stepAt(speak, 'letter'));
  const before = player.state;
  const frozen = JSON.stringify(before);
  await player.predictRightly();
  await player.play(player.state.step.solution);
  expect(JSON.stringify(before)).toBe(frozen);
  expect(JSON.parse(JSON.stringify(player.state))).toEqual(player.state);
  await player.close();
});

test('a lab that starts again begins the step again', async () => {
  const player = await openPlayer(speak, 0, stepAt(speak, 'order'));
  await player.predictRightly();
  await player.play(player.state.step.solution);
  await player.act({ kind: 'next', at_ms: 0 });
  expect(Object.keys(player.state.book.talks.open)).toHaveLength(1);
  const [opened] = player.lab.of('lab.opened');
  if (!opened) throw new Error('never opened');
  const again = reduce(speak, player.state, { kind: 'event', event: { ...opened, run: 2 } });
  expect(again.book.talks.open).toEqual({});
  expect(again).toMatchObject({ at: player.state.at, phase: 'working', history: [] });
  await player.close();
});
