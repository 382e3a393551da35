// Dates of messages, logs and mail stores: written exactly, read leniently. Counterpart: fields.ts, received.ts.
// Rule: time comes in as milliseconds since 1970 (`epoch_ms`); nothing here asks a clock.

import { COMMENT_DEPTH, FIELD_VALUE_OCTETS } from './limits.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The named zones of RFC 5322 section 4.3, in hours. Military letters and unknown names count as -0000, as it advises. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const two = (number: number): string => String(number).padStart(2, '0');

/** The moment's calendar in a zone, read through the UTC getters. RangeError when it is no date. */
function calendar(epoch_ms: number, zone_min: number): Date {
  const date = new Date(epoch_ms + zone_min * 60_000);
  if (Number.isNaN(date.getTime())) throw new RangeError(`${epoch_ms} ms is not a date`);
  return date;
}

const clock = (date: Date): string =>
  `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;

const zone = (zone_min: number): string => {
  const size = Math.abs(zone_min);
  return `${zone_min < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
};

/** RFC 5322 section 3.3, `Mon, 5 Jan 2026 09:00:00 +0000`. `zone_min` is minutes east of UTC. RangeError on no date. */
export function formatDate(epoch_ms: number, zone_min = 0): string {
  const date = calendar(epoch_ms, zone_min);
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return `${day} ${year(date)} ${clock(date)} ${zone(zone_min)}`;
}

/** A line of the mail log, as syslog stamps it (RFC 3164 section 4.1.2): `Jan  5 09:00:00`, in UTC. */
export function formatLogDate(epoch_ms: number): string {
  const date = calendar(epoch_ms, 0);
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock(date)}`;
}

/** IMAP's date-time without its quotes (RFC 9051 section 9): ` 5-Jan-2026 09:00:00 +0000`, the day two columns wide. */
export function formatImapDate(epoch_ms: number, zone_min = 0): string {
  const date = calendar(epoch_ms, zone_min);
  const day = String(date.getUTCDate()).padStart(2);
  return `${day}-${MONTHS[date.getUTCMonth()]}-${year(date)} ${clock(date)} ${zone(zone_min)}`;
}

const year = (date: Date): string => String(date.getUTCFullYear()).padStart(4, '0');

const DATE_TIME =
  /^(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}[\s-]+(\d{2,4})\s+(\d{1,2})\s*:\s*(\d{2})(?:\s*:\s*(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;

/**
 * Reads a date of RFC 5322 sections 3.3 and 4.3: comments, two-digit years and named zones included; a missing zone
 * counts as UTC. Returns epoch milliseconds, or undefined when it is no date. Never throws.
 */
export function parseDate(text: string): number | undefined {
  const match = DATE_TIME.exec(withoutComments(text.slice(0, FIELD_VALUE_OCTETS)).trim());
  if (!match) return undefined;
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '0', zoneText = ''] = match;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === monthName.toLowerCase());
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const fullYear = century(yearText);
  const midnight = new Date(Date.UTC(2000, month, Number(day)));
  midnight.setUTCFullYear(fullYear, month, Number(day)); // Date.UTC alone would move years 0 to 99 into the 1900s
  if (midnight.getUTCMonth() !== month || Number(day) === 0) return undefined; // 31 April rolls over
  const local_ms = midnight.getTime() + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
  return local_ms - zoneMinutes(zoneText) * 60_000;
}

/** RFC 5322 section 4.3: two digits below 50 are this century; other short years count from 1900. */
function century(yearText: string): number {
  const number = Number(yearText);
  if (yearText.length === 2 && number < 50) return 2000 + number;
  return yearText.length < 4 ? 1900 + number : number;
}

function zoneMinutes(zoneText: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zoneText);
  if (!numeric) return (ZONE_HOURS[zoneText.toUpperCase()] ?? 0) * 60;
  const size = Number(numeric[2]) * 60 + Number(numeric[3]);
  return numeric[1] === '-' ? -size : size;
}

/** Each comment (RFC 5322 section 3.2.2) becomes a space; one that never closes takes the rest. */
function withoutComments(text: string): string {
  let plain = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && depth > 0) at += 1;
    else if (character === '(' && depth < COMMENT_DEPTH) depth += 1;
    else if (character === ')' && depth > 0) {
      depth -= 1;
      plain += ' ';
    } else if (depth === 0) plain += character;
  }
  return plain;
}
