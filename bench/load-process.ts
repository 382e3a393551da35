// Senders in a process of their own, as mail programs are: what they do isn't the chain's work, and another processor may
// do it. Counterpart: worker.ts starts one beside a chain that wants a login. Rule: they hear of a delivery by a message,
// whose way counts as the letter's.

import { answerRequests } from './answers.ts';
import { AskedProcess } from './asked-process.ts';
import type { Chain } from './chain.ts';
import { Load, type Sending } from './load.ts';

/** How the bench is called to be the senders: this, letters a connection, the chain's way in as JSON. */
export const SENDERS_OF = '--senders';
const DELIVERED = 'delivered';

export async function startSenders(chain: Chain, perConnection: number): Promise<Sending> {
  const { port, submission } = chain;
  const args = [SENDERS_OF, String(perConnection), JSON.stringify({ port, submission })];
  const child = await AskedProcess.start('the senders', args);
  chain.onDelivered = () => child.tell(DELIVERED);
  return {
    oneAtATime: (letters) => child.ask('oneAtATime', letters),
    burst: (lettersEach) => child.ask('burst', lettersEach),
    close: () => void child.stop(),
  };
}

/** The child's end. */
export async function send(perConnection: string, wayIn: string): Promise<void> {
  const chain: Chain = {
    ...(JSON.parse(wayIn) as Pick<Chain, 'port' | 'submission'>),
    onDelivered: () => undefined,
    close: () => Promise.resolve(),
  };
  process.on('message', (message) => {
    if (message === DELIVERED) chain.onDelivered();
  });
  const load = await Load.open(chain, Number(perConnection));
  const { oneAtATime, burst } = { oneAtATime: load.oneAtATime.bind(load), burst: load.burst.bind(load) };
  answerRequests({ oneAtATime, burst }, () => Promise.resolve(load.close()));
}
