// A follower of a lecture without a screen: it joins, asks from where it is, and folds what comes. Counterpart:
// engine/followers/, renderer/follow/ is the real one.

import { once } from 'node:events';
import zlib from 'node:zlib';
import WebSocket from 'ws';

import type { LabEvent } from '../../contract/events.ts';
import { foldEvent } from '../../contract/fold/fold.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import { emptyState } from '../../contract/fold/state.ts';
import type { EventPage, HallFrame } from '../../contract/lecture/follow-frames.ts';

export class Listener {
  readonly socket: WebSocket;
  readonly frames: HallFrame[] = [];
  events: LabEvent[] = [];
  readonly octets = new Map<string, string>();
  position = { lab: 0, run: 0, seq: 0 };
  /** Code and reason of the end. */
  readonly closed: Promise<number>;
  #state = emptyState();

  constructor(origin: string, headers: Record<string, string> = { origin }) {
    this.socket = new WebSocket(`${origin.replace('http', 'ws')}/follow`, { headers });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('message', (data, isBinary) => {
      if (isBinary) this.#take(JSON.parse(zlib.inflateRawSync(data as Buffer).toString()) as EventPage);
      else this.frames.push(JSON.parse((data as Buffer).toString()) as HallFrame);
      this.socket.emit('heard');
    });
    this.socket.on('error', () => undefined);
  }

  /** Joined with the code, and reading from the beginning. */
  static async inside(origin: string, code: string): Promise<Listener> {
    const listener = new Listener(origin);
    await once(listener.socket, 'open');
    listener.say({ kind: 'join', code });
    await listener.until(() => listener.pass !== undefined);
    listener.say({ kind: 'since', ...listener.position });
    return listener;
  }

  get pass(): string | undefined {
    const joined = this.frames.find((frame) => frame.kind === 'joined');
    return joined?.kind === 'joined' ? joined.pass : undefined;
  }

  get hash(): string {
    return stateHash(this.#state);
  }

  say(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) await once(this.socket, 'heard');
  }

  #take({ lab, run, events, octets }: EventPage): void {
    if (run !== this.position.run || lab !== this.position.lab) {
      this.#state = emptyState();
      this.events = [];
    }
    for (const event of events) foldEvent(this.#state, event);
    this.events.push(...events);
    for (const [at, text] of Object.entries(octets)) this.octets.set(at, text);
    this.position = { lab, run, seq: events.at(-1)?.seq ?? this.position.seq };
  }
}
