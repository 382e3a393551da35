// The chain with every defence on at its last hop, which trusts nobody: what all the checks together cost a letter.
// Counterpart: chain-topology.ts is the same chain without. Rule: whatever policy there is, it is on and has something to
// do: the letter's signature verifies, the filter that learns was taught. Only what would refuse or delay the bench's own
// letters is set so wide that it is asked and lets them pass. Not in it: what is asked about a host's own clients alone
// (both kinds of signing), and a place behind the queue, which is two more sessions and no check.

import type { TopologyInput } from '../contract/topology.ts';
import { POLICIES } from '../engine/policy/index.ts';
import { WordBook } from '../engine/policy/bayes/word-book.ts';
import { CHAIN_RECIPIENT, chainTopology } from './chain-topology.ts';
import { LETTER } from './letter.ts';
import { SIGNATURE } from './signed-letter.ts';

const MOST = 100_000;

/** Settings beside `enabled`, by policy. */
const WIDE: Readonly<Record<string, Record<string, unknown>>> = {
  'rate-limit': { connections: MOST, letters: MOST, recipients: MOST },
  'greet-pause': { pause_s: 0.1 },
  'mailbox-full': { quota_octets: 1_000_000_000 },
  dnsbl: { zone: 'dnsbl.example*2, dnswl.example*-2', testEntry: true, received: 'all' },
  helo: { unknownHost: true },
  greylisting: { delay_s: 0, autoWhitelist: 0 },
  challenge: { known: 'example' },
  // It signs nothing here, since nobody here is its own; the key that it publishes is the letter's.
  'dkim-signing': { domains: SIGNATURE.domain, selector: SIGNATURE.selector },
  'copy-to': { address: CHAIN_RECIPIENT },
  'content-checks': { header: '/^Subject: .*lottery/ REJECT', body: '/^(buy|sell) now/ REJECT' },
};

const [, lastHop = ''] = CHAIN_RECIPIENT.split('@');

export const defendedTopology: TopologyInput = {
  ...chainTopology,
  hosts: chainTopology.hosts.map((host) => {
    if (host.name === lastHop) {
      return { ...host, mta: { ...host.mta, trustedNetworks: [] }, policies: policies(), home: taughtHome() };
    }
    const example = host.zones?.['example'];
    if (!host.zones || !example) return host;
    // The sender's domain exists and says who sends for it, or the letters would be refused.
    const client = [
      { name: 'client', type: 'A' as const, address: '192.0.2.100' },
      { name: 'client', type: 'TXT' as const, text: 'v=spf1 ip4:192.0.2.0/24 -all' },
    ];
    return {
      ...host,
      zones: { ...host.zones, example: { ...example, records: [...(example.records ?? []), ...client] } },
    };
  }),
};

/** What the reader's letters have taught: the bench's own letter is none of the junk. */
function taughtHome(): Record<string, string> {
  const book = new WordBook();
  book.learn(LETTER, 'other');
  book.learn(Buffer.from('Subject: Buy the quick fox now\r\n\r\nOnly today: jumps over every lazy price.\r\n'), 'junk');
  return { [`/home/${CHAIN_RECIPIENT}/words.json`]: new TextDecoder().decode(book.encode()) };
}

function policies(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(POLICIES.map(({ name }) => [name, { enabled: true, ...WIDE[name] }]));
}
