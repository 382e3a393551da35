// A content filter behind the queue, as Postfix has it with content_filter: the letter was accepted with 250, goes to the
// filter's port by SMTP, and comes back through a port of its own that checks nothing again. Counterpart: dispatch.ts
// sends it here; policy/placement.ts says which policies stand here. Rule: the filter promises nothing by itself: its
// answer is that of the server behind it, and what it refuses, the queue bounces, to whoever the sender claims to be.

import type { Mta } from '../../contract/topology.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { DialError, type Internet } from '../internet/internet.ts';
import type { IncomingLetter, MailAgent } from '../smtp/agent.ts';
import { ClientError, RefusedError } from '../smtp/client-errors.ts';
import { SmtpClient, type TransactionResult } from '../smtp/client.ts';
import { changedLetter } from '../policy/letter-changes.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import type { MailServer } from './mail-server.ts';
import type { Destination } from './recipients.ts';

/** Postfix's usual ports for it. */
export const FILTER_PORT = 10_025;
export const REENTRY_PORT = 10_026;

export interface ContentFilterParts {
  host: { name: string; address: string };
  settings: () => Mta;
  internet: Internet;
  activity: ActivityClock;
  work: WorkMeter;
}

/** The filter as a server: it knows no addresses, so it takes all. */
export class ContentFilter implements MailAgent {
  readonly #parts: ContentFilterParts;

  constructor(parts: ContentFilterParts) {
    this.#parts = parts;
  }

  get settings(): Mta {
    return this.#parts.settings();
  }

  relayPermission(): undefined {
    return undefined;
  }

  refuseRecipient(): undefined {
    return undefined;
  }

  destination(address: string): Destination {
    return { kind: 'relay', domain: address.slice(address.lastIndexOf('@') + 1) };
  }

  authenticate(): boolean {
    return false;
  }

  ownsSender(): boolean {
    return false;
  }

  flush(): boolean {
    return false;
  }

  /** Hands on what the policies let through. */
  async receive(letter: IncomingLetter): Promise<Reply> {
    const { fate, changes, reversePath, wishes, wanted } = letter;
    if (fate === 'discard') return DISCARDED;
    try {
      const client = await this.#open(letter);
      const recipients = [...new Set([...letter.recipients, ...changes.recipients])];
      const of = (recipient: string) => wanted.find((one) => one.recipient === recipient) ?? {};
      const sent = await client.send(reversePath, recipients, changedLetter(letter.octets, changes), {
        letter: wishes,
        of,
      });
      await client.close();
      return answerOf(sent);
    } catch (error) {
      if (error instanceof ClientError || error instanceof DialError || error instanceof RefusedError)
        return UNREACHABLE;
      throw error;
    }
  }

  async #open({ conn, fate }: IncomingLetter): Promise<SmtpClient> {
    const { host, internet, activity, work } = this.#parts;
    const hold = fate === 'hold' ? { hold: true as const } : {};
    const carried = conn.carried ? { ...conn.carried, ...hold } : undefined;
    const why = { purpose: 'content filter', cause: conn.last, ...(carried ? { carried } : {}) };
    const dialled = await internet.dial(host, { address: host.address, port: REENTRY_PORT }, why);
    const client = await SmtpClient.open({
      ...{ dialled, activity, work },
      helo: host.name,
      isHeld: (one) => internet.holds.isHeld(one),
      tls: 'none',
      servername: host.name,
      authority: () => '',
    });
    client.conn.carried = carried;
    return client;
  }
}

/** The port by which letters come back from the filter: whatever comes there was checked, and goes on. */
export function reentryAgent(server: MailServer): MailAgent {
  return {
    get settings() {
      return server.settings;
    },
    relayPermission: () => ({ code: 'relay.filtered', params: {} }),
    refuseRecipient: (forwardPath) => server.refuseRecipient(forwardPath, true),
    destination: (address) => server.destination(address),
    authenticate: () => false,
    ownsSender: () => false,
    flush: () => false,
    receive: (letter) => {
      const fate = letter.conn.carried?.hold ? 'hold' : letter.fate;
      return server.receive({ ...letter, fate, isFiltered: true });
    },
  };
}

const DISCARDED: Reply = { code: 250, enhanced: '2.7.0', text: 'Ok, discarded by the content filter' };
const UNREACHABLE: Reply = REPLIES.filterUnreachable(REENTRY_PORT);

/** One answer for all: the worst of what they got. */
function answerOf({ recipients }: TransactionResult): Reply {
  const worst = recipients.toSorted((one, other) => other.reply.code - one.reply.code)[0]?.reply;
  if (!worst) return UNREACHABLE;
  const text = worst.text.join(' ');
  return {
    code: worst.code,
    ...(worst.enhanced === undefined ? {} : { enhanced: worst.enhanced }),
    text: worst.code < 400 ? `from MTA(${REENTRY_PORT}): ${text}` : text,
  };
}
