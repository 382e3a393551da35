// Greylisting (RFC 6647): a peer, sender and recipient never seen together are asked to come back
// later; a real server does, much spamware doesn't. Counterpart: lesson 12.
// Rule: the peer counts by its /24 unless told otherwise, because a big sender retries from a neighbour; one that has
// come back often enough isn't asked any more, whoever it writes to.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { addressKey, splitAddress } from '../../mail/address.ts';
import { inNetwork } from '../../mail/dns/network.ts';
import { isSubdomain } from '../../mail/dns/name.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { networkOf } from './network-of.ts';
import {
  CONTINUE,
  type Decision,
  definePolicy,
  type PolicyMemory,
  type PolicySession,
  type PolicyTools,
} from './policy.ts';

const { day_s } = POLICY_LIMITS;

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** How long a newcomer waits. Postgrey's default. */
  delay_s: z.number().min(0).max(day_s).default(300),
  /** A retry after this counts as a first try. */
  retryWindow_s: z
    .number()
    .min(1)
    .max(60 * day_s)
    .default(2 * day_s),
  /** How long one that came back is remembered. */
  lifetime_s: z
    .number()
    .min(1)
    .max(400 * day_s)
    .default(35 * day_s),
  /** What a client is known by: its address, or the network around it (RFC 6647 section 2.3). */
  peer: z.enum(['network', 'address']).default('network'),
  /** So many times back, and a peer isn't asked any more; 0: it always is. Postgrey's default. */
  autoWhitelist: z.int().min(0).max(1000).default(5),
  /** Networks, domains and addresses that never wait, with spaces or commas between. */
  except: z.string().max(4000).default(''),
});

type Settings = z.infer<typeof settingsSchema>;
type Tools = PolicyTools<Settings>;

export const greylisting = definePolicy({
  name: 'greylisting',
  rfc: 'RFC 6647 section 2.1',
  settings: settingsSchema,
  stages: {
    rcpt(session, tools) {
      const { settings, now_ms, memory } = tools;
      const { forwardPath = '', reversePath = '', clientAddress } = session;
      if (!settings.enabled) return CONTINUE;
      const network = settings.peer === 'network' ? networkOf(clientAddress) : clientAddress;
      const spared = sparedBecause(session, network, tools);
      if (spared) return { verdict: 'continue', reasons: [spared] };
      const triplet = [network, addressKey(reversePath), addressKey(forwardPath)].join(' ');
      if (memory.get(`passed ${triplet}`) !== undefined) {
        remember(triplet, settings, memory, now_ms);
        return { verdict: 'continue', reasons: [{ code: 'greylist.known', params: { network } }] };
      }
      return judge(triplet, network, forwardPath, tools);
    },
  },
  recall({ key, value, until_ms }, { delay_s }) {
    const [kind = '', ...about] = key.split(' ');
    if (kind === 'first') return { about, state: 'waiting', since_ms: value, due_ms: value + delay_s * 1000, until_ms };
    if (kind === 'passed') return { about, state: 'passed', since_ms: value, until_ms };
    return kind === 'peer' ? { about, state: 'trusted', count: value, until_ms } : undefined;
  },
  admit(key, { settings, memory, now_ms }) {
    if (key.startsWith('first ')) remember(key.slice('first '.length), settings, memory, now_ms);
    return [];
  },
});

/** Who has come before isn't asked again for a while. */
function remember(triplet: string, { lifetime_s }: Settings, memory: PolicyMemory, now_ms: number): void {
  memory.forget(`first ${triplet}`);
  memory.set(`passed ${triplet}`, now_ms, now_ms + lifetime_s * 1000);
}

function judge(triplet: string, network: string, forwardPath: string, { settings, memory, now_ms }: Tools): Decision {
  const { delay_s, retryWindow_s, lifetime_s, autoWhitelist } = settings;
  const first = memory.get(`first ${triplet}`);
  const age_s = first === undefined ? undefined : (now_ms - first) / 1000;
  if (age_s === undefined || age_s > retryWindow_s) {
    memory.set(`first ${triplet}`, now_ms, now_ms + retryWindow_s * 1000);
    const reasons = [{ code: 'greylist.first', params: { network, delay_s } }];
    return delay_s === 0 ? { verdict: 'continue', reasons } : later(forwardPath, delay_s, reasons);
  }
  if (age_s < delay_s) {
    return later(forwardPath, delay_s - age_s, [{ code: 'greylist.early', params: { network, age_s, delay_s } }]);
  }
  remember(triplet, settings, memory, now_ms);
  const times = (memory.get(`peer ${network}`) ?? 0) + 1;
  if (autoWhitelist > 0) memory.set(`peer ${network}`, times, now_ms + lifetime_s * 1000);
  return { verdict: 'continue', reasons: [{ code: 'greylist.returned', params: { network, age_s, times } }] };
}

function later(forwardPath: string, left_s: number, reasons: Reason[]): Decision {
  const otherwise = [{ code: 'greylist.later', params: { left_s } }];
  return { verdict: 'defer', reply: REPLIES.greylisted(forwardPath), reasons, otherwise };
}

function sparedBecause(session: PolicySession, network: string, { settings, memory }: Tools): Reason | undefined {
  const { clientAddress, clientName = '', reversePath = '', forwardPath = '' } = session;
  const domains = [clientName, ...[reversePath, forwardPath].map((path) => splitAddress(path)?.domain ?? '')];
  const paths = [addressKey(reversePath), addressKey(forwardPath)];
  const entry = settings.except
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .find(
      (one) =>
        inNetwork(clientAddress, one) ||
        paths.includes(addressKey(one)) ||
        domains.some((domain) => domain !== '' && isSubdomain(domain, one)),
    );
  if (entry !== undefined) return { code: 'greylist.exception', params: { entry } };
  const times = memory.get(`peer ${network}`) ?? 0;
  const isTrusted = settings.autoWhitelist > 0 && times >= settings.autoWhitelist;
  return isTrusted ? { code: 'greylist.trusted', params: { network, times } } : undefined;
}
