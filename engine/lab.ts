// `npm run lab`: an engine without a screen. One line of JSON when it is ready; with --json every
// event as a line, and commands as lines on stdin. Counterpart: docs/lab.md has examples.
// Rule: stdout carries JSON and nothing else; words for people go to stderr.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { CommandName } from '../contract/commands.ts';
import { type LabArguments, readArguments, readDoor, USAGE, UsageError } from './command-line.ts';
import { CommandProblem } from './commands/problem.ts';
import type { Lab } from './engine.ts';
import { LAB_LIMITS } from './limits.ts';
import { openRealLab, readTopology, soundTopology, TopologyError } from './open-lab.ts';

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if (args.help) {
    process.stderr.write(USAGE);
    return 0;
  }
  const topology = readTopology(args.topology);
  topology.doors.push(...args.doors.map((text) => readDoor(text, topology)));
  const dir = path.resolve(args.dir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-')));
  const lab = await openRealLab({
    dir,
    topology: soundTopology(topology, args.topology),
    seed: args.seed,
    manual: args.clock === 'manual',
    serial: args.serial,
  });
  process.once('SIGTERM', () => void lab.close('SIGTERM'));
  process.once('SIGINT', () => void lab.close('SIGINT'));
  put({ ready: true, ...lab.ready });
  if (args.json) await streamEvents(lab);
  listenToCommands(lab, args);
  await lab.closed;
  return 0;
}

/** Everything so far, then everything as it comes. */
async function streamEvents(lab: Lab): Promise<void> {
  const { log } = lab.run.context;
  for (const event of await log.since(0, log.seq)) put(event);
  lab.subscribe(put);
}

function listenToCommands(lab: Lab, args: LabArguments): void {
  const input = createInterface({ input: process.stdin, crlfDelay: Infinity });
  input.on('line', (line) => void obey(lab, line));
  // Whoever started us is gone, and nobody else can stop us.
  input.on('close', () => void lab.close('end of input'));
  if (!args.json) process.stderr.write('The lab is up. Commands are lines of JSON on stdin; Ctrl-C ends it.\n');
}

async function obey(lab: Lab, line: string): Promise<void> {
  if (line.trim() === '') return;
  const request = readRequest(line);
  if ('error' in request) {
    put(request);
    return;
  }
  const { id, command, args } = request;
  try {
    put({ id, reply: await lab.dispatch(command as CommandName, args) });
  } catch (error) {
    const problem = error instanceof CommandProblem ? error : new CommandProblem('failed', (error as Error).message);
    put({ id, error: problem.toJSON() });
  }
}

type Request = { id: unknown; command: string; args: unknown } | { id: unknown; error: unknown };

function readRequest(line: string): Request {
  const refuse = (detail: string): Request => ({ id: null, error: { problem: 'bad request', detail } });
  if (line.length > LAB_LIMITS.commandOctets) return refuse('the line is too long');
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch (error) {
    return refuse(`not a line of JSON: ${(error as Error).message}`);
  }
  if (
    typeof request !== 'object' ||
    request === null ||
    !('command' in request) ||
    typeof request.command !== 'string'
  ) {
    return refuse('write {"id":1,"command":"clock.get","args":{}}');
  }
  const id = 'id' in request ? request.id : null;
  return { id, command: request.command, args: 'args' in request ? request.args : undefined };
}

function put(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

// A reader that closes early (`| head -1`) is no failure of ours.
process.stdout.on('error', () => process.exit(0));

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = error instanceof UsageError || error instanceof TopologyError ? 2 : 1;
  // What came up before it failed would keep the process.
  process.stderr.write(`${(error as Error).message}\n`, () => process.exit());
}
process.stdin.destroy();
