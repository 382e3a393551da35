// The learner's progress on a real disk: merged, put away and taken back, set aside when it can't be read; and kept
// whichever lab is open.

import fs from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { noProgress, type Progress } from '../../contract/progress.ts';
import { Lab } from '../../engine/engine.ts';
import { ProgressKeeper } from '../../engine/progress/progress-keeper.ts';
import { realWorld } from '../../engine/world/real-world.ts';
import { testTopology } from '../support/lab.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

let dir: string;
let keeper: ProgressKeeper;
beforeEach(() => {
  dir = temporaryDir();
  keeper = new ProgressKeeper(realWorld(dir, { manual: true }));
});

const begun = (id: string, at_ms: number): Progress => ({
  ...noProgress(),
  lessons: { [id]: { began_ms: at_ms, seen_ms: at_ms, steps: {} } },
});
const file = () => path.join(dir, 'progress.json');

test('what two windows add is all there, also for the next start', async () => {
  expect(await keeper.read()).toEqual({ progress: noProgress() });
  await Promise.all([keeper.add(begun('spf', 5)), keeper.add(begun('dkim', 6)), keeper.add(begun('spf', 3))]);
  const { progress } = await new ProgressKeeper(realWorld(dir, { manual: true })).read();
  expect(Object.keys(progress.lessons).toSorted()).toEqual(['dkim', 'spf']);
  expect(progress.lessons['spf']).toEqual({ began_ms: 3, seen_ms: 5, steps: {} });
});

test('reading alone writes nothing', async () => {
  await keeper.read();
  expect(fs.existsSync(file())).toBe(false);
});

test('what was put away comes back, with what was done since', async () => {
  await keeper.add(begun('spf', 5));
  const away = await keeper.reset();
  expect(away.progress).toEqual(noProgress());
  expect(away.removed_ms).toBeGreaterThan(0);
  await keeper.add(begun('dkim', 9));
  const back = await keeper.takeBack();
  expect(back.removed_ms).toBeUndefined();
  expect(Object.keys(back.progress.lessons).toSorted()).toEqual(['dkim', 'spf']);
});

test('a file that can’t be read is set aside, not written over', async () => {
  fs.writeFileSync(file(), '{"progress":{"format":9}}');
  const { progress, setAside } = await keeper.read();
  expect(progress).toEqual(noProgress());
  expect(fs.readFileSync(path.join(dir, setAside ?? ''), 'utf8')).toBe('{"progress":{"format":9}}');
  await keeper.add(begun('spf', 5));
  expect((await keeper.read()).setAside).toBeUndefined();
});

test('a file left behind by a crash is no obstacle', async () => {
  fs.writeFileSync(`${file()}.new`, '{"progr');
  await keeper.add(begun('spf', 5));
  expect((await keeper.read()).progress.lessons).toHaveProperty('spf');
});

test('a disk that can’t be read is told, and nothing is thought lost', async () => {
  fs.mkdirSync(file());
  await expect(keeper.read()).rejects.toThrow();
  expect(fs.existsSync(file())).toBe(true);
});

let lab: Lab | undefined;
afterEach(() => lab?.close());

test('a lab passes the commands on, and refuses what isn’t a record', async () => {
  const world = realWorld(dir, { manual: true });
  lab = await Lab.open({ dir, world, topology: testTopology(), seed: 1, manual: true, serial: true, progress: keeper });
  await lab.dispatch('progress.add', { progress: begun('spf', 5) });
  expect((await lab.dispatch('progress.read', {})).progress.lessons).toHaveProperty('spf');
  await expect(
    lab.dispatch('progress.add', { progress: { ...begun('spf', 5), format: 2 } as never }),
  ).rejects.toThrow();
  // A reset of the lab is none of the learner.
  await lab.dispatch('lab.reset', {});
  expect((await lab.dispatch('progress.read', {})).progress.lessons).toHaveProperty('spf');
});
