// `npm start`: starts the engine, serves the screen on 127.0.0.1, prints the address and opens it; Ctrl-C ends all
// of it. Counterpart: electron/ is the other shell. Rule: a shell and nothing else; the lab is the engine's, the
// screen is renderer/'s.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { readStaticFiles, type StaticFiles } from '../site/static-files.ts';
import { readArguments, UsageError } from './command-line.ts';
import { type EngineLink, EngineProcess } from './engine-process.ts';
import { defaultLabDirectory } from './lab-directory.ts';
import { NoEngine } from './no-engine.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { SENTENCES, USAGE } from './sentences.ts';
import { findSessionFile } from './session-file.ts';
import { startServer, type WebServer } from './server.ts';
import { Screens } from './socket.ts';
import { newToken } from './token.ts';

/** As built, this file is dist/web/server.js. */
const built = (place: string) => fileURLToPath(new URL(`../${place}`, import.meta.url));

class StartError extends Error {
  override name = 'StartError';
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2));
  if (args.help) {
    process.stdout.write(USAGE);
    return;
  }
  const files = readScreen(built('renderer'));
  const dir = path.resolve(args.dir ?? process.env['POSTHORN_DIR'] ?? defaultLabDirectory());
  const lesson = args.lesson === undefined ? process.env['POSTHORN_LESSON'] : path.resolve(args.lesson);
  if (lesson !== undefined && !fs.existsSync(lesson)) throw new StartError(SENTENCES.noLesson(lesson));
  const session = args.session === undefined ? undefined : findSessionFile(path.resolve(args.session));
  const engine = session
    ? new NoEngine(session.name)
    : new EngineProcess(built('engine/host.js'), { ...process.env, POSTHORN_DIR: dir, POSTHORN_LESSON: lesson });
  const token = newToken();
  const screens = new Screens(engine);
  let server: WebServer | undefined;
  const end = endOnSignal(async () => {
    await Promise.all([server?.close(), engine.close()]);
  });
  engine.restart();
  try {
    server = await startServer({
      files,
      screens,
      token,
      port: args.port,
      ...(session && { session }),
    });
    await whenDecided(engine);
  } catch (error) {
    if (end.asked) return;
    await Promise.all([server?.close(), engine.close()]);
    throw readable(error, args.port);
  }
  if (end.asked) return;
  const url = `${server.origin}/#token=${token}`;
  process.stdout.write(`${SENTENCES.address(url)}\n`);
  if (args.open && hasDisplay()) openBrowser(url);
}

function readScreen(dir: string): StaticFiles {
  try {
    return readStaticFiles(dir);
  } catch {
    throw new StartError(SENTENCES.notBuilt(dir));
  }
}

/** Resolves when the engine runs; rejects when it ended instead, with what it said. */
function whenDecided(engine: EngineLink): Promise<void> {
  return new Promise((resolve, reject) => {
    const pass = engine.onState;
    const decide = () => {
      const { state } = engine;
      if (state.engine === 'starting') return;
      engine.onState = pass;
      if (state.engine === 'stopped') reject(new StartError(state.detail || SENTENCES.engineEnded));
      else resolve();
    };
    engine.onState = (state) => {
      pass(state);
      decide();
    };
    decide();
  });
}

/** Ctrl-C, a kill and a closed terminal all end in order; a second signal is for the impatient. */
function endOnSignal(close: () => Promise<void>): { readonly asked: boolean } {
  const end = { asked: false };
  const onSignal = () => {
    if (end.asked) process.exit(1); // the engine notices that its channel is gone, and ends by itself
    end.asked = true;
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return end;
}

function readable(error: unknown, port: number): unknown {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  return isTaken ? new StartError(SENTENCES.portTaken(port)) : error;
}

// A reader that closes early (`| head -1`) is no failure of ours.
process.stdout.on('error', () => undefined);

try {
  await main();
} catch (error) {
  const text = (error as Error).message;
  process.stderr.write(`${error instanceof UsageError ? text : SENTENCES.cannotStart(text)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
