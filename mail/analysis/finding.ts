// What can be found in a letter that somebody pasted, and what a finding is. Counterpart: checks/ make them,
// renderer/text/en-findings.ts words them. Rule: a finding is a reason to look, never a verdict; each names what it goes by
// and where that is written.

import type { ClaimedLetter } from './claimed-letter.ts';

/** `note`: good to know. `odd`: seldom in honest mail. `unfit`: two things that can't both be so. */
export type Severity = 'note' | 'odd' | 'unfit';

const CHAIN = 'RFC 5321 §4.4';
const HELO = 'RFC 5321 §4.1.4';
const DATES = 'RFC 5322 §3.3';
const ORIGIN = 'RFC 5322 §3.6.2';
const COUNTS = 'RFC 5322 §3.6';
const IDS = 'RFC 5322 §3.6.4';
const SIGNED = 'RFC 6376 §3.5';
const RESULTS = 'RFC 8601 §5';

/** Every finding, with its usual severity and where one can read on. */
export const FINDINGS = {
  'chain.none': ['note', CHAIN],
  'chain.broken': ['unfit', CHAIN],
  'chain.anew': ['odd', 'RFC 6409 §3.1'],
  'received.below': ['unfit', CHAIN],
  'received.bare': ['odd', CHAIN],
  'time.skew': ['note', CHAIN],
  'time.backwards': ['odd', CHAIN],
  'time.zone': ['odd', DATES],
  'time.wait': ['note', CHAIN],
  'time.missing': ['odd', CHAIN],
  'time.weekday': ['odd', DATES],
  'time.nowhere': ['odd', DATES],
  'date.future': ['odd', 'RFC 5322 §3.6.1'],
  'date.old': ['note', 'RFC 5322 §3.6.1'],
  'date.unreadable': ['odd', DATES],
  'date.localized': ['note', DATES],
  'address.private': ['odd', 'RFC 1918 §3'],
  'address.impossible': ['unfit', 'RFC 6890 §2.2'],
  'client.nameless': ['note', 'RFC 5321 §4.4'],
  'client.dynamic': ['odd', HELO],
  'helo.other': ['note', HELO],
  'helo.ours': ['odd', HELO],
  'helo.address': ['odd', 'RFC 5321 §4.1.3'],
  'id.pattern': ['odd', CHAIN],
  'id.twice': ['odd', CHAIN],
  'protocol.unknown': ['note', 'RFC 3848'],
  'protocol.tls': ['odd', 'RFC 3207 §4'],
  'field.twice': ['odd', COUNTS],
  'field.missing': ['odd', COUNTS],
  'field.broken': ['odd', 'RFC 5322 §2.2'],
  'field.long': ['odd', 'RFC 5322 §2.1.1'],
  'field.octets': ['note', 'RFC 5322 §2.2'],
  'messageId.malformed': ['odd', IDS],
  'messageId.other': ['note', IDS],
  'from.name': ['unfit', ORIGIN],
  'from.hidden': ['unfit', ORIGIN],
  'from.several': ['odd', ORIGIN],
  'sender.other': ['note', ORIGIN],
  'returnPath.explained': ['note', CHAIN],
  'returnPath.other': ['odd', CHAIN],
  'returnPath.twice': ['note', CHAIN],
  'replyTo.explained': ['note', ORIGIN],
  'replyTo.other': ['odd', ORIGIN],
  'dkim.other': ['note', SIGNED],
  'dkim.from': ['unfit', 'RFC 6376 §5.4'],
  'dkim.length': ['odd', 'RFC 6376 §8.2'],
  'dkim.time': ['odd', SIGNED],
  'dkim.broken': ['odd', SIGNED],
  'results.unknown': ['odd', RESULTS],
  'results.alias': ['note', 'RFC 8601 §2.5'],
  'results.below': ['note', RESULTS],
  'results.nameless': ['note', 'RFC 8601 §2.5'],
  'results.planted': ['unfit', RESULTS],
  'results.failed': ['odd', 'RFC 8601 §2.7'],
  'results.explained': ['note', 'RFC 7960 §3'],
  'results.unsigned': ['odd', 'RFC 8601 §2.7.1'],
  'results.author': ['unfit', 'RFC 8601 §2.7.6'],
  'spf.client': ['odd', 'RFC 7208 §9.1'],
  'arc.gap': ['odd', 'RFC 8617 §5.2'],
  'arc.failed': ['note', 'RFC 8617 §5.2'],
} as const satisfies Record<string, readonly [Severity, rfc: string]>;

export type FindingCode = keyof typeof FINDINGS;

/** A piece of a field that a finding goes by: from `at` to `end` of its raw text. */
export interface Mark {
  field: number;
  at: number;
  end: number;
}

export interface Finding {
  code: FindingCode;
  severity: Severity;
  rfc: string;
  marks: Mark[];
  /** What it is about, as it stands in the letter: one character an octet. */
  params: Readonly<Record<string, string | number>>;
}

/** What a check is handed: the letter, and where its reader's trust ends. */
export interface Case extends ClaimedLetter {
  /** How many hops are believed, from the top; one more than there are: the sender, too. */
  trusted: number;
  /** The first field that nobody vouches for. */
  below: number;
}

export type Check = (letter: Case) => Finding[];

interface Details {
  /** Fields, and what of each; all of it, if it isn't said or can't be found. */
  marks?: readonly (readonly [field: number | undefined, part?: string | undefined])[];
  params?: Finding['params'];
  severity?: Severity;
}

export function finding(letter: ClaimedLetter, code: FindingCode, details: Details = {}): Finding {
  const [severity, rfc] = FINDINGS[code];
  const marks = (details.marks ?? []).flatMap(([field, part]) => markOf(letter, field, part) ?? []);
  return { code, severity: details.severity ?? severity, rfc, marks, params: details.params ?? {} };
}

function markOf({ fields }: ClaimedLetter, field: number | undefined, part = ''): Mark | undefined {
  const raw = field === undefined ? undefined : fields[field]?.raw;
  if (field === undefined || raw === undefined) return undefined;
  const value = raw.indexOf(':') + 1;
  const at = part === '' ? -1 : raw.indexOf(part, value);
  return at < 0 ? { field, at: 0, end: raw.trimEnd().length } : { field, at, end: at + part.length };
}
