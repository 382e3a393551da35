// What is sent through a chain, and how long it takes. Counterpart: chain.ts. Rule: the clock runs from
// the first octet of MAIL to the moment when the letter is delivered at the last hop; where a letter needs a
// connection of its own, from the moment when that is asked for.

import type { Chain } from './chain.ts';
import { CHAIN_RECIPIENT, CHAIN_SENDER } from './chain-topology.ts';
import { LETTER } from './letter.ts';
import { BURST_MS, PATIENCE_MS, SENDERS } from './limits.ts';
import { within } from './patience.ts';
import { SmtpClient } from './smtp-client.ts';

export interface Burst {
  letters: number;
  wall_ms: number;
}

/** A program that sends letter after letter, and connects as often as it has to. */
class Sender {
  readonly #chain: Chain;
  readonly #perConnection: number;
  #client: SmtpClient | undefined;
  #sent = 0;

  constructor(chain: Chain, perConnection: number) {
    this.#chain = chain;
    this.#perConnection = perConnection;
  }

  async connect(): Promise<SmtpClient> {
    const client = this.#client ?? (await SmtpClient.open(this.#chain));
    this.#client = client;
    return client;
  }

  async send(): Promise<void> {
    const client = await this.connect();
    await client.send(CHAIN_SENDER, CHAIN_RECIPIENT, this.#chain.letter ?? LETTER);
    this.#sent += 1;
    if (this.#sent % this.#perConnection !== 0) return;
    client.quit();
    this.#client = undefined;
  }

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}

/** What sends letters, wherever it runs. */
export interface Sending {
  oneAtATime(letters: number): Promise<number[]>;
  burst(lettersEach: number): Promise<Burst>;
  close(): void;
}

export class Load implements Sending {
  readonly #chain: Chain;
  readonly #senders: readonly Sender[];

  private constructor(chain: Chain, senders: readonly Sender[]) {
    this.#chain = chain;
    this.#senders = senders;
  }

  /** Connects the senders; `perConnection`: letters after which a sender closes its connection and opens another. */
  static async open(chain: Chain, perConnection: number): Promise<Load> {
    const senders = Array.from({ length: SENDERS }, () => new Sender(chain, perConnection));
    for (const sender of senders) await sender.connect();
    return new Load(chain, senders);
  }

  /** One letter at a time; the milliseconds that each took. */
  async oneAtATime(letters: number): Promise<number[]> {
    const [sender] = this.#senders;
    if (!sender) throw new Error('nobody is there to send');
    const times: number[] = [];
    for (let sent = 0; sent < letters; sent += 1) {
      const delivered = this.#nextDelivery();
      const begun = performance.now();
      const answered = sender.send();
      times.push((await within(PATIENCE_MS, 'a letter', delivered)) - begun);
      await answered;
    }
    return times;
  }

  /** All senders at once, each so many letters, until the last is delivered. */
  async burst(lettersEach: number): Promise<Burst> {
    const wanted = lettersEach * this.#senders.length;
    const begun = performance.now();
    let arrived = 0;
    let sent = 0;
    let last = begun;
    const all = Promise.withResolvers<void>();
    let sending = true;
    const look = () => {
      if (!sending && arrived >= sent) all.resolve();
    };
    this.#chain.onDelivered = () => {
      arrived += 1;
      last = performance.now();
      look();
    };
    await Promise.all(
      this.#senders.map(async (sender) => {
        for (let count = 0; count < lettersEach && performance.now() - begun < BURST_MS; count += 1) {
          sent += 1;
          await sender.send();
        }
      }),
    );
    sending = false;
    look();
    await within(PATIENCE_MS, `${wanted} letters`, all.promise);
    return { letters: arrived, wall_ms: last - begun };
  }

  close(): void {
    for (const sender of this.#senders) sender.close();
  }

  /** When it came. */
  #nextDelivery(): Promise<number> {
    return new Promise((resolve) => (this.#chain.onDelivered = () => resolve(performance.now())));
  }
}
