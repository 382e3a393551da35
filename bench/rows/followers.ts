// A lecture with a full hall: a hundred followers while twenty letters a second travel, and what the presenter notices of it.
// Counterpart: engine/followers/. Rule: the engine's process is the one that the app has, spoken to as a shell does; echo is from
// a line sent to its first output heard, with the acknowledged stream of events in between.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { ENGINE_FLAGS } from '../../contract/engine-flags.ts';
import { startCrowd } from '../crowd-process.ts';
import type { Figure } from '../figure.ts';
import { FOLLOWED } from '../limits.ts';
import { presentMemory } from '../memory-of.ts';
import { percentile } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { program } from '../where.ts';
import type { Row } from './row.ts';

export const followers: Row = {
  name: 'followers',
  measure: async ({ followed_s }): Promise<Figure[]> => {
    const dir = temporaryDirectory();
    const presenter = await Presenter.start(dir.path);
    try {
      const alone = await echoes(presenter, followed_s / 4);
      const { origin, code } = await presenter.ask<{ origin: string; code: string }>('lecture.openHall', {
        address: '127.0.0.1',
        port: 0,
      });
      await presenter.ask('lecture.show', { stage: STAGE });
      const crowd = await startCrowd(origin, code, FOLLOWED.followers);
      try {
        // The first seconds fill what is kept in memory.
        await echoes(presenter, followed_s / 4);
        const before = presentMemory(presenter.pid);
        const together = await echoes(presenter, followed_s);
        const after = presentMemory(presenter.pid);
        const { seq } = await presenter.ask<{ seq: number }>('clock.get', {});
        const heard_ms = Date.now();
        const last_ms = await crowd.ask('heardBy', seq);
        return [
          {
            name: `echo with ${FOLLOWED.followers} followers, 95th of a hundred`,
            unit: 'ms',
            value: percentile(together, 95),
            floor: { what: 'nobody follows', value: percentile(alone, 95) },
            target: { of: 'value', is: 'at most', limit: 50 },
          },
          {
            name: 'the last follower behind, at the end',
            unit: 'ms',
            value: Math.max(0, last_ms - heard_ms),
            target: { of: 'value', is: 'at most', limit: 1000 },
          },
          {
            name: `memory after ${followed_s} s of it`,
            unit: 'MB',
            value: after,
            floor: { what: 'before', value: before },
            target: { of: 'ratio', is: 'at most', limit: 1.25 },
          },
        ];
      } finally {
        await crowd.stop();
      }
    } finally {
      await presenter.stop();
      dir.remove();
    }
  },
};

const STAGE = {
  playlist: 'The bench',
  scene: { at: 1, of: 1, title: 'A full hall' },
  panels: ['map', 'dialogs'],
  isBlack: false,
};

/** Letters at their pace, and how long each of the lines typed between them took to be answered. */
async function echoes(presenter: Presenter, seconds: number): Promise<number[]> {
  const { shell } = await presenter.ask<{ shell: string }>('shell.open', { host: 'visitor.example' });
  const samples: number[] = [];
  const until_ms = performance.now() + seconds * 1000;
  const every_ms = 1000 / FOLLOWED.lettersPerSecond;
  let due_ms = performance.now();
  for (let letter = 0; performance.now() < until_ms; letter += 1) {
    void presenter.ask('mail.send', LETTER);
    if (letter % FOLLOWED.lettersPerEcho === 0) {
      void presenter.echo(shell, `echo ${letter}`).then((took_ms) => samples.push(took_ms));
    }
    due_ms += every_ms;
    await pause(Math.max(0, due_ms - performance.now()));
  }
  await presenter.ask('lab.settled', {});
  await presenter.ask('shell.close', { shell });
  return samples;
}

const LETTER = { from: 'alice@campus.example', to: ['bob@harbor.example'], subject: 'Hello', text: 'To the hall.' };

interface Said {
  kind: 'ready' | 'frame' | 'failed';
  frame?: string;
  detail?: string;
}

interface Frame {
  kind: 'events' | 'reply' | 'error';
  id: number;
  batch: number;
  reply: unknown;
  error: { detail: string };
  events: { type: string; data: { shell?: string; text?: string } }[];
}

/** The presenter's screen, without a screen. */
class Presenter {
  readonly #child: ChildProcess;
  #id = 0;
  readonly #asked = new Map<number, (frame: Frame) => void>();
  readonly #echoes = new Map<string, () => void>();

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(dir: string): Promise<Presenter> {
    const env = { ...process.env, POSTHORN_DIR: dir };
    const child = fork(program.host, [], {
      env,
      execArgv: [...ENGINE_FLAGS],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const presenter = new Presenter(child);
    const ready = Promise.withResolvers<void>();
    child.on('message', (said: Said) => {
      if (said.kind === 'ready') ready.resolve();
      else if (said.kind === 'failed') ready.reject(new Error(said.detail));
      else presenter.#hear(JSON.parse(said.frame ?? '') as Frame);
    });
    await ready.promise;
    child.send({ kind: 'open', screen: 1 });
    presenter.#say({ kind: 'since', run: 0, seq: 0 });
    return presenter;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async ask<T>(command: string, args: object): Promise<T> {
    const id = (this.#id += 1);
    const frame = new Promise<Frame>((resolve) => this.#asked.set(id, resolve));
    this.#say({ kind: 'command', id, command, args });
    const { kind, reply, error } = await frame;
    if (kind === 'error') throw new Error(`${command}: ${error.detail}`);
    return reply as T;
  }

  /** From sending the line to hearing what it prints. */
  async echo(shell: string, line: string): Promise<number> {
    const begun_ms = performance.now();
    const heard = new Promise<void>((resolve) => this.#echoes.set(`${line.replace('echo ', '')}\n`, resolve));
    await Promise.all([this.ask('shell.submit', { shell, line }), heard]);
    return performance.now() - begun_ms;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.send({ kind: 'close' });
    await gone;
  }

  #say(frame: object): void {
    this.#child.send({ kind: 'frame', screen: 1, frame: JSON.stringify({ lab: 'main', ...frame }) });
  }

  #hear(frame: Frame): void {
    if (frame.kind !== 'events') {
      this.#asked.get(frame.id)?.(frame);
      this.#asked.delete(frame.id);
      return;
    }
    this.#say({ kind: 'ack', batch: frame.batch });
    for (const { type, data } of frame.events) {
      if (type !== 'shell.output' || data.text === undefined) continue;
      this.#echoes.get(data.text)?.();
      this.#echoes.delete(data.text);
    }
  }
}
