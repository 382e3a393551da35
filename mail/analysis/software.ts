// Which program claims to have written a Received field, and what ids that program gives. Counterpart: checks/ids.ts.
// Rule: only programs whose ids have a known form; Gmail's and others' change too often to hold anybody to them.

export type Software = 'Postfix' | 'Exim' | 'Sendmail' | 'Exchange' | 'qmail' | 'Courier' | 'Dovecot';

const SIGNS: readonly (readonly [RegExp, Software])[] = [
  [/\(Postfix\b/, 'Postfix'],
  [/\(Exim \d/, 'Exim'],
  [/\(8\.\d{1,2}(?:\.\d+)*\/8\.\d/, 'Sendmail'],
  [/\bMicrosoft SMTP Server\b/, 'Exchange'],
  [/\(qmail \d+ invoked\b/, 'qmail'],
  [/\bwith (?:local|esmtps?a?) id [0-9A-F]{16}\.[0-9A-F]{8,16}\.[0-9A-F]{8}\b/i, 'Courier'],
  [/\bwith LMTP\s+id [\w+/]{20,}\s+\(envelope-from /, 'Dovecot'],
];

/** Of the field's value. */
export function softwareOf(value: string): Software | undefined {
  return SIGNS.find(([sign]) => sign.test(value))?.[1];
}

const IDS: Readonly<Partial<Record<Software, RegExp>>> = {
  // Microseconds and inode in hexadecimal; or, with enable_long_queue_ids, seconds in base 52, `z`, inode in base 51.
  Postfix: /^(?:[0-9A-F]{6,15}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,14}z[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]{1,12})$/,
  // Seconds, process and part of a second in base 62; since 4.97 the middle and the last are longer.
  Exim: /^[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})$/,
  // Year, month, day, hour, minute, second, one character each, two more, then the process.
  Sendmail: /^[0-9A-Za-x]{8}\d{5,8}$/,
  // The number of the server's version.
  Exchange: /^\d{1,2}\.\d{1,2}\.\d{1,5}\.\d{1,5}$/,
};

/** Whether the program gives such ids; true where nobody can say. */
export function canHaveGiven(software: Software, id: string): boolean {
  return IDS[software]?.test(id.replace(/[;,]$/, '')) ?? true;
}
