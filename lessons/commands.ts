// What a lesson wants of the engine, as commands: hold the reply until the prediction is made, let a door's reply go, read
// bytes for a check. Counterpart: runner.ts, which is pure; whoever runs it sends these. Rule: derived from two states, so
// that a reload or a lost command never leaves a hold behind: the difference to nothing is the whole.

import type { CommandInput, HoldRule } from '../contract/commands.ts';
import type { BytesWanted } from './book/sighting.ts';
import type { RunnerState } from './runner.ts';
import { bytesWanted, holdWanted } from './runner.ts';

export type LessonCommand =
  | { command: 'hold.set'; args: HoldRule }
  | { command: 'hold.clear'; args: { id: string } }
  | { command: 'hold.release'; args: CommandInput<'hold.release'> }
  | { command: 'fault.set'; args: CommandInput<'fault.set'> }
  | { command: 'fault.clear'; args: CommandInput<'fault.clear'> }
  | { command: 'config.patch'; args: CommandInput<'config.patch'> }
  | { command: 'dns.forget'; args: CommandInput<'dns.forget'> }
  | { command: 'clock.advance'; args: CommandInput<'clock.advance'> }
  | { command: 'actor.start'; args: CommandInput<'actor.start'> }
  | { command: 'actor.stop'; args: CommandInput<'actor.stop'> }
  | { command: 'store.fill'; args: CommandInput<'store.fill'> }
  /** A line typed into a fresh shell of a host, which is closed again. */
  | { command: 'shell.type'; args: { host: string; line: string } }
  /** The reply goes back into the runner as `{ kind: 'bytes', wanted, bytes }`. */
  | { command: 'bytes.read'; args: CommandInput<'bytes.read'>; wanted: BytesWanted }
  | { command: 'store.read'; args: CommandInput<'store.read'>; wanted: BytesWanted };

/** What to send because `before` became `after`. With undefined: what a fresh screen has to send, or a closing one. */
export function commandsBetween(before: RunnerState | undefined, after: RunnerState | undefined): LessonCommand[] {
  const commands: LessonCommand[] = [];
  const was = before && holdWanted(before);
  const is = after && holdWanted(after);
  if (JSON.stringify(was) !== JSON.stringify(is)) {
    if (was) commands.push({ command: 'hold.clear', args: { id: was.id } });
    if (is) commands.push({ command: 'hold.set', args: is });
  }
  for (const { conn, seq } of after?.doorHolds ?? []) {
    if (before?.doorHolds.some((one) => one.seq === seq)) continue;
    commands.push({ command: 'hold.release', args: { conn, from: 'server', count: 1 } });
  }
  const known = new Set((before ? bytesWanted(before) : []).map(keyOf));
  for (const wanted of after ? bytesWanted(after) : []) if (!known.has(keyOf(wanted))) commands.push(reading(wanted));
  return commands;
}

function reading(wanted: BytesWanted): LessonCommand {
  return wanted.kind === 'wire'
    ? { command: 'bytes.read', args: { ref: wanted.ref }, wanted }
    : { command: 'store.read', args: { address: wanted.address, uid: wanted.uid }, wanted };
}

function keyOf(wanted: BytesWanted): string {
  return JSON.stringify(wanted);
}
