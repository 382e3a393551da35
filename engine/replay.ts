// Playing a run again from its inputs: from how it began, everything that was done to it, in order,
// each when the lab has come to rest after the one before. Counterpart: the `input.*` events.
// Rule: doors are plaintext clients in memory; the lab clock is moved to where each input stood.

import { duplexPair, type Duplex } from 'node:stream';

import type { CommandInput, CommandName } from '../contract/commands.ts';
import type { LabEvent, LabEventOf } from '../contract/events.ts';
import type { ConnId } from '../contract/ids.ts';
import { fromByteString } from '../mail/bytes.ts';
import { CommandProblem } from './commands/problem.ts';
import type { Lab } from './engine.ts';
import { advanceTo } from './advance.ts';
import { LOG_LIMITS } from './limits.ts';

type Input = LabEventOf<'input.command' | 'input.opened' | 'input.bytes' | 'input.closed'>;

/** An input with its octets at hand. */
interface Stimulus {
  event: Input;
  octets?: Uint8Array;
}

/** Begins the run anew and repeats its inputs up to `seq`. Returns how many; throws CommandProblem. */
export async function fork(lab: Lab, seq: number, instead: string | undefined): Promise<number> {
  if (lab.run.context.topology.outwardDoors.length > 0) {
    throw new CommandProblem('outward door', 'a run that a program outside the lab took part in can’t be played again');
  }
  const { start } = lab;
  const { identity } = lab.run.options;
  const stimuli = await inputsOf(lab, seq);
  const last = stimuli.at(-1);
  if (instead !== undefined && !(last && retype(last, instead))) {
    throw new CommandProblem(
      'nothing to change',
      `nothing was typed at event ${seq}; choose a line that somebody typed`,
    );
  }
  await lab.restore(start, 'fork', identity);
  await replay(lab, stimuli);
  return stimuli.length;
}

/** Puts other words into the mouth of whoever typed: octets at a door, a line in a shell. False: nobody typed. */
function retype(stimulus: Stimulus, instead: string): boolean {
  const { event } = stimulus;
  if (stimulus.octets !== undefined) {
    if (/[^\0-\xff]/.test(instead)) {
      throw new CommandProblem('bad bytes', 'what goes out instead must be octets, one character each');
    }
    stimulus.octets = fromByteString(instead);
    return true;
  }
  if (event.type !== 'input.command' || event.data.command !== 'shell.submit') return false;
  const args = { ...(event.data.args as CommandInput<'shell.submit'>), line: instead.replace(/\r?\n$/, '') };
  stimulus.event = { ...event, data: { ...event.data, args } };
  return true;
}

async function inputsOf(lab: Lab, until: number): Promise<Stimulus[]> {
  const { log, capture } = lab.run.context;
  const stimuli: Stimulus[] = [];
  for (let seq = 0; seq < until;) {
    const events = await log.since(seq, LOG_LIMITS.inMemory);
    const last = events.at(-1);
    if (!last) break;
    seq = last.seq;
    for (const event of events.filter((one) => one.seq <= until)) {
      if (!isInput(event)) continue;
      const octets = event.type === 'input.bytes' ? await octetsOf(event, capture) : undefined;
      stimuli.push(octets === undefined ? { event } : { event, octets });
    }
  }
  return stimuli;
}

function isInput(event: LabEvent): event is Input {
  return event.type.startsWith('input.');
}

async function octetsOf(
  event: LabEventOf<'input.bytes'>,
  capture: Lab['run']['context']['capture'],
): Promise<Uint8Array> {
  if (event.data.bytes !== undefined) return Buffer.from(event.data.bytes, 'latin1');
  const octets = event.data.ref && (await capture.read(event.data.ref));
  if (!octets)
    throw new CommandProblem('expired', 'what was typed is no longer on record, so the run can’t be played again');
  return octets;
}

async function replay(lab: Lab, stimuli: readonly Stimulus[]): Promise<void> {
  const doors = new Map<ConnId, Duplex>();
  for (const { event, octets } of stimuli) {
    await lab.settled();
    // Time passes as it did; what was due in between happens.
    if (event.at_ms > lab.run.context.clock.now_ms()) await advanceTo(lab, event.at_ms);
    await repeat(lab, event, octets, doors);
  }
  await lab.settled();
}

async function repeat(
  lab: Lab,
  event: Input,
  octets: Uint8Array | undefined,
  doors: Map<ConnId, Duplex>,
): Promise<void> {
  const conn = event.conn ?? '';
  switch (event.type) {
    case 'input.command':
      // A command that was refused then is refused again, and is as much a part of the run; one whose
      // letter is held goes on only with a later input.
      await Promise.race([
        lab.dispatch(event.data.command as CommandName, event.data.args).catch(() => undefined),
        restWhileHeld(lab),
      ]);
      break;
    case 'input.opened': {
      const client = enter(lab, event);
      if (client) doors.set(conn, client);
      break;
    }
    case 'input.bytes':
      if (octets) doors.get(conn)?.write(octets);
      break;
    case 'input.closed':
      doors.get(conn)?.end();
      doors.delete(conn);
      break;
  }
}

/** Resolves at rest, if something is held then; otherwise never. */
async function restWhileHeld(lab: Lab): Promise<void> {
  await lab.settled();
  if (lab.run.context.internet.holds.list().length === 0) await new Promise(() => undefined);
}

function enter(lab: Lab, { data: { door } }: LabEventOf<'input.opened'>): Duplex | undefined {
  const { internet, topology } = lab.run.context;
  const as = topology.hosts.find((host) => host.name === door.as);
  const to = topology.hosts.find((host) => host.name === door.host);
  const listening = to && internet.listening(to.address, door.port);
  if (!as || !listening) return undefined;
  const [client, server] = duplexPair({ allowHalfOpen: true });
  // Nobody reads the replies a second time, but they must flow.
  client.resume();
  // Where the server closed first, the client followed, and that was no input of its own.
  client.on('end', () => client.end());
  client.on('error', () => undefined);
  server.on('error', () => undefined);
  internet.admit(server, { host: as.name, address: as.address, port: 0 }, listening, true);
  return client;
}
