// SMTP as a spam engine speaks it: the first command before the greeting, and no more of each answer than its code.
// Counterpart: smtp/client.ts speaks it as RFC 5321 has it. Rule: it takes a greeting that is never finished as it comes,
// because a server that has found it out (postscreen) doesn't finish its own.

import type { ReplyText } from '../../contract/events.ts';
import { stuffDots } from '../../mail/smtp/data.ts';
import type { Dialled } from '../internet/internet.ts';
import { SMTP_LIMITS } from '../limits.ts';
import type { ActivityClock } from '../world.ts';

interface Letter {
  helo: string;
  from: string;
  to: string;
  octets: Uint8Array;
}

/** Offers one letter; resolves with the answer that decided, or nothing when there was none. */
export async function talkHastily(
  { socket, conn }: Dialled,
  { helo, from, to, octets }: Letter,
  activity: ActivityClock,
): Promise<ReplyText | undefined> {
  const answers = new Answers(socket, activity);
  const ask = (line: string) => {
    socket.write(Buffer.from(`${line}\r\n`, 'latin1'));
    return answers.next();
  };
  let answer = await ask(`EHLO ${helo}`);
  if (answer?.code === 220) answer = await answers.next();
  for (const line of [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
    if (!answer || answer.code >= 400) break;
    answer = await ask(line);
  }
  if (answer?.code === 354) {
    socket.write(stuffDots(octets));
    answer = await answers.next();
  }
  socket.end(Buffer.from('QUIT\r\n'));
  await conn.closed;
  return answer;
}

/** The last line of each answer. */
class Answers {
  readonly #activity: ActivityClock;
  readonly #ready: ReplyText[] = [];
  #text = '';
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(socket: Dialled['socket'], activity: ActivityClock) {
    this.#activity = activity;
    const end = () => {
      this.#isOver = true;
      this.#wake();
    };
    socket.on('data', (bytes: Buffer) => this.#take(bytes.toString('latin1')));
    socket.on('end', end).on('close', end).on('error', end);
  }

  async next(): Promise<ReplyText | undefined> {
    if (this.#ready.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        const timer = this.#activity.after(SMTP_LIMITS.reply_ms, resolve);
        this.#wake = () => {
          timer.dispose();
          resolve();
        };
      });
    }
    return this.#ready.shift();
  }

  #take(text: string): void {
    const lines = (this.#text + text).split('\n');
    this.#text = lines.pop() ?? '';
    for (const line of lines) {
      const [, code, enhanced, words = ''] = /^(\d{3}) (?:(\d\.\d{1,3}\.\d{1,3}) )?(.*?)\r?$/.exec(line) ?? [];
      if (code === undefined) continue;
      this.#ready.push({ code: Number(code), text: words, ...(enhanced === undefined ? {} : { enhanced }) });
    }
    if (this.#ready.length > 0) this.#wake();
  }
}
