// A hall full of followers in a process of its own, as they are on other machines. Counterpart: rows/followers.ts starts it,
// engine/followers/ lets them in. Rule: they take everything and look into it only at the end, since what a follower's own machine
// does with it isn't the presenter's work.

import { once } from 'node:events';
import zlib from 'node:zlib';

import WebSocket from 'ws';

import { answerRequests } from './answers.ts';
import { AskedProcess } from './asked-process.ts';

/** How the bench is called to be the followers: this, the doors' address, the code, how many. */
export const CROWD_OF = '--crowd';

export function startCrowd(origin: string, code: string, followers: number): Promise<AskedProcess> {
  return AskedProcess.start('the followers', [CROWD_OF, origin, code, String(followers)]);
}

/** One follower: the page that came last, and when. */
class Listener {
  #last: Buffer | undefined;
  #last_ms = 0;
  readonly #heard: (() => void)[] = [];

  static async open(origin: string, code: string): Promise<Listener> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/follow`, { headers: { origin } });
    const listener = new Listener();
    await once(socket, 'open');
    socket.send(JSON.stringify({ kind: 'join', code }));
    const joined = Promise.withResolvers<void>();
    socket.on('message', (data, isBinary) => {
      if (isBinary) listener.#take(data as Buffer);
      else if ((JSON.parse((data as Buffer).toString()) as { kind: string }).kind === 'joined') joined.resolve();
    });
    await joined.promise;
    socket.send(JSON.stringify({ kind: 'since', lab: 0, run: 0, seq: 0 }));
    return listener;
  }

  #take(page: Buffer): void {
    this.#last = page;
    this.#last_ms = Date.now();
    for (const resolve of this.#heard.splice(0)) resolve();
  }

  /** When it had heard event `seq`. */
  async heard(seq: number): Promise<number> {
    while (this.#lastSeq() < seq) await new Promise<void>((resolve) => this.#heard.push(resolve));
    return this.#last_ms;
  }

  #lastSeq(): number {
    return this.#last ? lastSeqOf(this.#last) : 0;
  }
}

const read = new Map<string, number>();

/** The last event of a page. A page is read once, however many got it: a hundred machines would read it at the same time. */
function lastSeqOf(page: Buffer): number {
  const name = `${page.length} ${zlib.crc32(page)}`;
  const known = read.get(name);
  if (known !== undefined) return known;
  const { events } = JSON.parse(zlib.inflateRawSync(page).toString()) as { events: { seq: number }[] };
  const last = events.at(-1)?.seq ?? 0;
  read.set(name, last);
  return last;
}

/** The child's end. */
export async function follow(origin: string, code: string, followers: string): Promise<void> {
  const crowd: Listener[] = [];
  for (let count = 0; count < Number(followers); count += 1) crowd.push(await Listener.open(origin, code));
  const heardBy = async (seq: number) => Math.max(...(await Promise.all(crowd.map((one) => one.heard(seq)))));
  answerRequests({ heardBy }, () => Promise.resolve());
}
