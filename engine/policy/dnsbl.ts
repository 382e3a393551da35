// DNS blocklists (RFC 5782): is this address listed as a source of spam? The reversed address is asked for as a name in
// each list's zone; an answer in 127.0.0.0/8 means yes, and TXT says why. Counterpart: dnsbl-sites.ts (which lists),
// dns/blocklist.ts (who is on them), lesson 13. Rule: a list that doesn't answer lists nobody, because mail must not
// depend on it; neither does one that lists everybody, for the opposite reason.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { listedName } from '../dns/blocklist.ts';
import { parseTxt } from '../dns/presentation.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import { type DnsblSite, isCounted, readSites } from './dnsbl-sites.ts';
import { isCertain, lookupStep } from './lookup-step.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';
import { receivedAddresses } from './received-addresses.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** Zones of the lists, each with its pattern and its weight. */
  zone: z
    .string()
    .max(2000)
    .refine(
      (text) => readSites(text) !== undefined,
      'must be lists like dnsbl.example*2, dnswl.example=127.0.0.[1..3]*-2',
    )
    .default('dnsbl.example'),
  /** The sum of the weights from which a client is refused. */
  threshold: z.int().min(1).max(1000).default(1),
  /** RFC 5782 section 5: a list that lists 127.0.0.1 is broken, mostly because nobody keeps it any more. */
  testEntry: z.boolean().default(false),
  /** Whether addresses in Received fields are asked for, and which. */
  received: z.enum(['none', 'last', 'all']).default('none'),
  /** Networks of servers whose Received fields are believed: mail came in there. */
  relays: z.string().max(1000).default(''),
  wording: z.enum(['smtpd', 'postscreen']).default('smtpd'),
});

type Settings = z.infer<typeof settingsSchema>;

export const dnsbl = definePolicy({
  name: 'dnsbl',
  rfc: 'RFC 5782 section 2.1',
  settings: settingsSchema,
  stages: {
    connect: ({ clientAddress }, { settings, resolver }) =>
      settings.enabled ? judge([clientAddress], settings, resolver) : CONTINUE,
    header({ clientAddress, message }, { settings, resolver }) {
      if (!settings.enabled || settings.received === 'none' || !message) return CONTINUE;
      const relays = settings.relays.split(/[\s,]+/).filter((network) => network !== '');
      const addresses = receivedAddresses(message.fields, clientAddress, settings.received, relays);
      return addresses.length === 0 ? CONTINUE : judge(addresses, settings, resolver);
    },
  },
});

/** What one list says of one address. */
interface Found {
  site: DnsblSite;
  steps: Reason[];
  weight: number;
  text?: string;
}

/** The first address that is over the threshold decides. */
async function judge(addresses: readonly string[], settings: Settings, resolver: Resolver): Promise<Decision> {
  const sites = readSites(settings.zone) ?? [];
  const reasons: Reason[] = [];
  for (const address of addresses) {
    // Each list is asked at the same time: together they take as long as the slowest.
    const found = await Promise.all(sites.map((site) => ask(address, site, settings, resolver)));
    reasons.push(...found.flatMap(({ steps }) => steps));
    const score = found.reduce((sum, { weight }) => sum + weight, 0);
    const { threshold } = settings;
    if (sites.length > 1) reasons.push({ code: 'dnsbl.score', params: { address, score, threshold } });
    if (score < threshold) continue;
    const [worst] = found.toSorted((one, other) => other.weight - one.weight);
    const zone = worst?.site.zone ?? '';
    const isScreening = settings.wording === 'postscreen';
    return {
      verdict: 'reject',
      reply: isScreening ? REPLIES.clientScreened(address, zone) : REPLIES.clientBlocked(address, zone, worst?.text),
      ...(isScreening ? { screened: true } : {}),
      reasons,
      otherwise: [
        { code: 'dnsbl.delisted', params: { address, zone } },
        ...(sites.length > 1 ? [{ code: 'dnsbl.threshold', params: { score, threshold } }] : []),
      ],
    };
  }
  return { verdict: 'continue', reasons };
}

async function ask(address: string, site: DnsblSite, { testEntry }: Settings, resolver: Resolver): Promise<Found> {
  const { zone, weight } = site;
  const name = `${listedName(address) ?? address}.${zone}`;
  const [lookup, test] = await Promise.all([
    resolver.lookup(name, 'A', 'dnsbl'),
    testEntry ? resolver.lookup(`1.0.0.127.${zone}`, 'A', 'dnsbl test entry') : undefined,
  ]);
  const steps = [lookupStep(name, 'A', lookup)];
  const conclude = (code: string, params: Reason['params'] = {}): Reason[] => [
    ...steps,
    { code: `dnsbl.${code}`, params: { name, zone, address, ...params }, evidence: lookup.seq },
  ];
  if (!isCertain(lookup)) return { site, steps: conclude('silent'), weight: 0 };
  if (test && isYes(test.answers).length > 0) {
    steps.push(lookupStep(`1.0.0.127.${zone}`, 'A', test));
    return { site, steps: conclude('listsEverybody'), weight: 0 };
  }
  const answers = isYes(lookup.answers);
  const counted = answers.filter((answer) => isCounted(site, answer));
  if (answers.length === 0) return { site, steps: conclude('notListed'), weight: 0 };
  const told = answers.join(', ');
  if (counted.length === 0) return { site, steps: conclude('otherCode', { answer: told }), weight: 0 };
  const why = await resolver.lookup(name, 'TXT', 'dnsbl');
  const txt = why.answers.find(({ type }) => type === 'TXT');
  return {
    site,
    steps: conclude(weight < 0 ? 'good' : 'listed', { answer: told, weight }),
    weight,
    ...(txt === undefined ? {} : { text: parseTxt(txt.data) }),
  };
}

/** Only answers in 127.0.0.0/8 mean anything (RFC 5782 section 2.1): a parked domain answers with its own address. */
const isYes = (answers: readonly { type: string; data: string }[]): string[] =>
  answers.filter(({ type, data }) => type === 'A' && data.startsWith('127.')).map(({ data }) => data);
