// Plays a saved session again, in memory, at nobody's pace: what happens to the same lab when the same is done to it.
// Counterpart: mark/ compares what came of it with what the file says. Rule: the file decides what is done, never what
// comes of it; a time-out passes only when nothing else can.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { Session } from '../../contract/session/read-session.ts';
import { cloneJson } from '../../contract/clone.ts';
import { Lab } from '../engine.ts';
import { UNATTENDED_LIMITS } from '../limits.ts';
import { UnattendedWorld } from '../unattended-world.ts';
import { REPLAY_LIMITS } from './limits.ts';
import { play } from './play.ts';
import { savedStimuli, type Stimulus } from './stimuli.ts';

export interface Replayed {
  events: LabEvent[];
  /** What crossed its wires; the events refer to it. */
  capture: Uint8Array;
  /** A letter in a mailbox as it was when it had been delivered, one character an octet. */
  storedLetter: (address: string, uid: number) => string | undefined;
}

/** Throws when the session's lab can't be opened; `watch` is called between inputs and may throw to end it. */
export async function replaySession(session: Session, watch: () => void = () => undefined): Promise<Replayed> {
  const { checkpoint, file } = session;
  const files = new Map<string, Uint8Array>();
  for (const path of file.paths) files.set(path, await file.file(path));
  const unattended = new UnattendedWorld(REPLAY_LIMITS.stuck_us);
  const topology = { ...cloneJson(checkpoint.topology), doors: [], dnsDoor: 0 };
  const events: LabEvent[] = [];
  const lab = await Lab.open(
    {
      dir: 'replay',
      ...{ world: unattended.world, topology, seed: checkpoint.seed, manual: true, serial: false },
      from: { start: { ...checkpoint, topology, files }, identity: file.manifest.run },
    },
    (event) => events.push(event),
  );
  let isOver = false;
  let next: Turn | undefined;
  const attending = attend(
    lab,
    unattended,
    () => (isOver ? 'over' : next),
    () => happening(events.at(-1)),
  );
  const stored = new Map<string, string>();
  try {
    let read = 0;
    const before = async () => {
      watch();
      for (; read < events.length; read += 1) {
        const event = events[read];
        if (event?.type !== 'store.delivered') continue;
        const { mailbox: address, uid } = event.data;
        const letter = await lab.dispatch('store.read', { address, uid }).catch(() => undefined);
        if (letter) stored.set(`${address} ${uid}`, letter.bytes);
      }
    };
    const turn = ({ event: { data } }: Stimulus) =>
      new Promise<void>((resolve) => {
        const begin = () => {
          next = undefined;
          resolve();
        };
        next = { after: data.after, followed: happening(session.events[data.after - 1]), begin };
      });
    await play(lab, await savedStimuli(session), undefined, { before, turn, isOff: () => false });
    await before();
    const { capture } = lab.run.context;
    const captured = (await capture.read({ at: 0, length: capture.length })) ?? new Uint8Array(0);
    return { events, capture: captured, storedLetter: (address, uid) => stored.get(`${address} ${uid}`) };
  } finally {
    isOver = true;
    await attending;
    await lab.close('replayed');
  }
}

/** An input that waits for the moment at which it was done. */
interface Turn {
  after: Seq;
  /** What had just happened. */
  followed: string;
  begin: () => void;
}

/** What happens in an event, without when. */
function happening(event: LabEvent | undefined): string {
  return event ? JSON.stringify([event.type, event.host, event.conn, event.data]) : '';
}

/**
 * Lets inputs begin and time pass. An input comes when just that has happened which it followed, or when nothing more happens
 * before it; where somebody spoke while a server waited, the server still waits.
 */
async function attend(
  lab: Lab,
  unattended: UnattendedWorld,
  wanted: () => Turn | 'over' | undefined,
  last: () => string,
): Promise<void> {
  const { quietTurns, quiet_us } = UNATTENDED_LIMITS;
  const mono_us = () => unattended.world.mono_us();
  let [seq, turns, since_us, latest] = [-1, 0, 0, ''];
  for (let turn = wanted(); turn !== 'over'; turn = wanted()) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
    unattended.forget();
    if (!lab.isOpen) continue;
    const { log, work } = lab.run.context;
    if (log.seq !== seq) [seq, turns, since_us, latest] = [log.seq, 0, mono_us(), last()];
    turns += 1;
    const quiet = mono_us() - since_us;
    const isQuiet = turns >= quietTurns && quiet >= quiet_us;
    const isThere = turn !== undefined && (work.resting || seq >= turn.after);
    if (turn && ((isThere && isQuiet) || latest === turn.followed)) turn.begin();
    else if (isQuiet && !work.resting && unattended.pass(quiet)) [turns, since_us] = [0, mono_us()];
  }
}
