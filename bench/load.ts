// What is sent through a chain, and how long it takes. Counterpart: chain.ts. Rule: the clock runs from
// the first octet of MAIL to the moment when the letter is delivered at the last hop.

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

export class Load {
  readonly #chain: Chain;
  readonly #clients: readonly SmtpClient[];

  private constructor(chain: Chain, clients: readonly SmtpClient[]) {
    this.#chain = chain;
    this.#clients = clients;
  }

  /** Connects the senders, once for all measurements. */
  static async open(chain: Chain): Promise<Load> {
    const clients: SmtpClient[] = [];
    for (let sender = 0; sender < SENDERS; sender += 1) clients.push(await SmtpClient.open(chain.port));
    return new Load(chain, clients);
  }

  /** One letter at a time; the milliseconds that each took. */
  async oneAtATime(letters: number): Promise<number[]> {
    const [client] = this.#clients;
    if (!client) throw new Error('nobody is there to send');
    const times: number[] = [];
    for (let sent = 0; sent < letters; sent += 1) {
      const delivered = this.#nextDelivery();
      const begun = performance.now();
      const answered = client.send(CHAIN_SENDER, CHAIN_RECIPIENT, LETTER);
      times.push((await within(PATIENCE_MS, 'a letter', delivered)) - begun);
      await answered;
    }
    return times;
  }

  /** All senders at once, each so many letters, until the last is delivered. */
  async burst(lettersEach: number): Promise<Burst> {
    const wanted = lettersEach * this.#clients.length;
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
      this.#clients.map(async (client) => {
        for (let count = 0; count < lettersEach && performance.now() - begun < BURST_MS; count += 1) {
          sent += 1;
          await client.send(CHAIN_SENDER, CHAIN_RECIPIENT, LETTER);
        }
      }),
    );
    sending = false;
    look();
    await within(PATIENCE_MS, `${wanted} letters`, all.promise);
    return { letters: arrived, wall_ms: last - begun };
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }

  /** When it came. */
  #nextDelivery(): Promise<number> {
    return new Promise((resolve) => (this.#chain.onDelivered = () => resolve(performance.now())));
  }
}
