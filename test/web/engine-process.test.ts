// The engine's process as the shell keeps it: ready, frames, a crash that is told, an orderly end. The program is a
// small stand-in that speaks the messages of engine/host.ts.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { EngineProcess, type EngineState } from '../../web/engine-process.ts';

const PROGRAM = `
if (process.env.SAY) {
  process.send({ kind: 'failed', detail: process.env.SAY });
  process.exitCode = 1;
} else {
  process.send({ kind: 'ready', dir: process.env.POSTHORN_DIR });
  process.on('message', (message) => {
    if (message.kind === 'close') process.exit(0);
    else if (message.frame === 'crash') process.exit(7);
    else process.send({ kind: 'frame', screen: message.screen, frame: message.frame.toUpperCase() });
  });
}`;

let dir: string;
let file: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'posthorn-engine-'));
  file = join(dir, 'host.mjs');
  writeFileSync(file, PROGRAM);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function start(env: NodeJS.ProcessEnv = {}) {
  const engine = new EngineProcess(file, { POSTHORN_DIR: '/lab', ...env });
  let wake: () => void = () => undefined;
  engine.onState = () => wake();
  const become = async (name: EngineState['engine']) => {
    while (engine.state.engine !== name) await new Promise<void>((resolve) => (wake = resolve));
    return engine.state;
  };
  engine.restart();
  return { engine, become };
}

it('runs, carries frames and ends in order', async () => {
  const { engine, become } = start();
  expect(await become('running')).toEqual({ engine: 'running', dir: '/lab' });
  const answer = new Promise((resolve) => (engine.onFrame = (screen, frame) => resolve([screen, frame])));
  engine.post({ kind: 'frame', screen: 3, frame: 'hello' });
  expect(await answer).toEqual([3, 'HELLO']);
  await engine.close();
  expect(engine.state).toEqual({ engine: 'stopped', detail: '' });
});

it('tells of a crash and starts again', async () => {
  const { engine, become } = start();
  await become('running');
  engine.post({ kind: 'frame', screen: 1, frame: 'crash' });
  expect(await become('stopped')).toEqual({ engine: 'stopped', detail: '' });
  engine.post({ kind: 'gone', screen: 1 });
  engine.restart();
  await become('running');
  await engine.close();
});

it('passes on what the engine said when it could not start', async () => {
  const { become } = start({ SAY: 'the lab in /lab is open in another Posthorn.' });
  expect(await become('stopped')).toEqual({
    engine: 'stopped',
    detail: 'the lab in /lab is open in another Posthorn.',
  });
});
