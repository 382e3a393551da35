// Challenge and response: a letter from somebody who never wrote is kept back, its sender is asked to answer, and whoever
// answers is known from then on. Counterpart: challenge/challenge-letter.ts; mta/quarantine.ts keeps what waits. Rule: no
// challenge to nobody, to lists or to machines (RFC 3834), unless it is told to be as naive as the first ones were: two
// naive ones keep each other's challenges back for ever, and a forged sender is asked about letters of somebody else.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { addressKey, splitAddress } from '../../mail/address.ts';
import { isFromMachine } from '../../mail/auto-answer.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { isSubdomain } from '../../mail/dns/name.ts';
import type { Field } from '../../mail/fields.ts';
import { answeredToken, challengeLetter } from './challenge/challenge-letter.ts';
import { POLICY_LIMITS } from './limits.ts';
import {
  CONTINUE,
  definePolicy,
  type Filing,
  type FilingTools,
  type PolicyDelivery,
  type PolicyMemory,
} from './policy.ts';

const { day_s } = POLICY_LIMITS;

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** How long a letter waits for an answer. */
  keep_s: z
    .number()
    .min(1)
    .max(60 * day_s)
    .default(7 * day_s),
  /** How long one who answered is known. */
  lifetime_s: z
    .number()
    .min(1)
    .max(400 * day_s)
    .default(365 * day_s),
  /** Addresses and domains that are never asked. */
  known: z.string().max(4000).default(''),
  /** Asks machines too, and in its owner's name, so that its challenges can be challenged. */
  naive: z.boolean().default(false),
});

type Settings = z.infer<typeof settingsSchema>;
type Tools = FilingTools<Settings>;

export const QUARANTINE_FOLDER = 'Quarantine';

export const challenge = definePolicy({
  name: 'challenge',
  rfc: 'RFC 3834 section 2',
  settings: settingsSchema,
  stages: {},
  delivery(letter, tools) {
    if (!tools.settings.enabled) return CONTINUE;
    const { fields } = letter.message;
    return answered(letter, fields, tools) ?? admitted(letter, fields, tools) ?? hold(letter, fields, tools);
  },
  recall({ key, value, until_ms }) {
    const [kind, ...about] = key.split(' ');
    if (kind === 'held') return { about, state: 'asked', since_ms: value, until_ms };
    return kind === 'known' ? { about, state: 'passed', since_ms: value, until_ms } : undefined;
  },
  admit(key, { settings, memory, now_ms }) {
    const [kind, mailbox = '', sender = ''] = key.split(' ');
    if (kind !== 'held') return [];
    return [remember(mailbox, sender, { settings, memory, now_ms })];
  },
});

/** Who is known isn't asked any more, and what waits is handed over. */
function remember(
  mailbox: string,
  sender: string,
  { settings, memory, now_ms }: Pick<Tools, 'settings' | 'memory' | 'now_ms'>,
): { mailbox: string; sender: string } {
  memory.forget(`held ${mailbox} ${sender}`);
  memory.set(`known ${mailbox} ${sender}`, now_ms, now_ms + settings.lifetime_s * 1000);
  return { mailbox, sender };
}

/** A letter with a token that was given out is the answer, whoever it is from: only the asked one has it. */
function answered({ mailbox, recipient }: PolicyDelivery, fields: readonly Field[], tools: Tools): Filing | undefined {
  const token = answeredToken(recipient, tools.delimiter, fields);
  const asked = token === undefined ? undefined : keyFrom(`token ${token} ${mailbox} `, tools.memory);
  if (asked === undefined) return undefined;
  const sender = asked.split(' ').at(-1) ?? '';
  tools.memory.forget(asked);
  const released = remember(mailbox, sender, tools);
  return { ...CONTINUE, reasons: [{ code: 'challenge.answered', params: { sender } }], releases: [released] };
}

function admitted(
  { mailbox, reversePath }: PolicyDelivery,
  fields: readonly Field[],
  tools: Tools,
): Filing | undefined {
  const { settings, memory } = tools;
  const sender = addressKey(reversePath);
  const domain = splitAddress(reversePath)?.domain ?? '';
  const entry = settings.known
    .split(/[\s,]+/)
    .find((one) => one !== '' && (addressKey(one) === sender || (domain !== '' && isSubdomain(domain, one))));
  const welcome = (code: string, params: Reason['params']): Filing => ({ ...CONTINUE, reasons: [{ code, params }] });
  if (entry !== undefined) return welcome('challenge.listed', { entry });
  if (memory.get(`known ${mailbox} ${sender}`) !== undefined) return welcome('challenge.known', { sender });
  if (settings.naive) return undefined;
  if (sender === '') return welcome('challenge.nobody', {});
  return isFromMachine(reversePath, fields) ? welcome('challenge.machine', { sender }) : undefined;
}

function hold({ mailbox, reversePath }: PolicyDelivery, fields: readonly Field[], tools: Tools): Filing {
  const { settings, memory, now_ms, random, delimiter } = tools;
  const sender = addressKey(reversePath);
  const until_ms = now_ms + settings.keep_s * 1000;
  const kept = (code: string): Filing => ({
    verdict: 'quarantine',
    folder: QUARANTINE_FOLDER,
    reasons: [{ code, params: { sender, keep_s: settings.keep_s } }],
    otherwise: [{ code: 'challenge.answer', params: { sender } }],
  });
  if (sender === '') return kept('challenge.unaskable');
  const isWaiting = memory.get(`held ${mailbox} ${sender}`) !== undefined;
  memory.set(`held ${mailbox} ${sender}`, now_ms, until_ms);
  if (isWaiting) return kept('challenge.again');
  const token = random.id(POLICY_LIMITS.tokenCharacters);
  memory.set(`token ${token} ${mailbox} ${sender}`, now_ms, until_ms);
  const isMarked = !settings.naive;
  const text = challengeLetter({ mailbox, to: reversePath, token, delimiter, now_ms, isMarked }, fields);
  const own = { to: reversePath, reversePath: isMarked ? '' : mailbox, letter: fromByteString(text) };
  return { ...kept('challenge.asked'), sends: [own] };
}

function keyFrom(beginning: string, memory: PolicyMemory): string | undefined {
  for (const { key } of memory.entries()) if (key.startsWith(beginning)) return key;
  return undefined;
}
