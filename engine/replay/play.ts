// Repeating inputs: each when the lab has come to rest after the one before. Counterpart: stimuli.ts reads them. Rule: doors
// are plaintext clients in memory; both clocks pass as much as they did, the lab's and that of waiting.

import { duplexPair, type Duplex } from 'node:stream';

import type { CommandName } from '../../contract/commands.ts';
import type { EventHead, LabEventOf } from '../../contract/events.ts';
import type { ConnId } from '../../contract/ids.ts';
import { advanceTo } from '../advance.ts';
import type { Lab } from '../engine.ts';
import type { Stimulus } from './stimuli.ts';

/** Whoever plays a run again may look on, and call it off. */
export interface PlayWatch {
  /** At rest, before this one is repeated; `done` of them have been. */
  before: (stimulus: Stimulus, done: number) => Promise<void> | void;
  isOff: () => boolean;
  /** Resolves when it is an input's turn; where it isn't asked, that is when the lab has come to rest. */
  turn?: (stimulus: Stimulus) => Promise<void>;
}

const UNWATCHED: PlayWatch = { before: () => undefined, isOff: () => false };

/** When something was, by both clocks. */
export type Instant = Pick<EventHead, 'at_ms' | 'mono_us'>;

/** Repeats the inputs, and then lets time pass until `end`, if it is given. */
export async function play(
  lab: Lab,
  stimuli: readonly Stimulus[],
  end?: Instant,
  watch: PlayWatch = UNWATCHED,
): Promise<void> {
  const doors = new Map<ConnId, Duplex>();
  let mono_us = 0;
  const until = async (instant: Instant) => {
    pass(lab, (instant.mono_us - mono_us) / 1000);
    if (!watch.turn) await lab.settled();
    mono_us = instant.mono_us;
    // Time passes as it did; what was due in between happens.
    if (instant.at_ms > lab.run.context.clock.now_ms()) await advanceTo(lab, instant.at_ms, watch.isOff);
  };
  for (const [done, stimulus] of stimuli.entries()) {
    await (watch.turn ? watch.turn(stimulus) : lab.settled());
    await until(stimulus.event);
    if (watch.isOff()) return;
    await watch.before(stimulus, done);
    await repeat(lab, stimulus, doors);
  }
  await lab.settled();
  if (end) await until(end);
  await lab.settled();
}

/** Idle connections grow old as they did then; while something was held, nobody waited. */
function pass(lab: Lab, ms: number): void {
  if (ms <= 0 || lab.run.context.internet.holds.list().length > 0) return;
  lab.options.world.activity.advance(ms);
}

async function repeat(lab: Lab, { event, octets }: Stimulus, doors: Map<ConnId, Duplex>): Promise<void> {
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
    case 'input.learner':
      lab.run.context.scope.emit('input.learner', { ...event.data, after: lab.run.context.log.seq });
      break;
  }
}

/** Resolves at rest, if something is held then; otherwise never. */
async function restWhileHeld(lab: Lab): Promise<void> {
  await lab.settled();
  if (!lab.run.context.internet.holds.isAnyHeld) await new Promise(() => undefined);
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
