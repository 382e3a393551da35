// Do the hops' clocks and the letter's Date fit together? Counterpart: hops.ts, written-date.ts. Rule: clocks are off and
// letters wait, so only what no clock and no queue explains is more than a note.

import { parseDate } from '../../date.ts';
import { indicesOf } from '../claimed-letter.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';
import { readDate, type WrittenDate } from '../written-date.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Stamps have whole seconds: one of difference is none. */
const ROUNDING_MS = 2 * SECOND_MS;
/** A clock that nobody sets is off by minutes; Kerberos, too, takes five as the bound. */
const SKEW_MS = 5 * MINUTE_MS;
/** Greylisting, the shortest honest wait, takes about as long. */
const WAIT_MS = 5 * MINUTE_MS;
/** Nothing lies in a queue for longer than five days (RFC 5321 section 4.5.4.1), drafts and scheduled letters do. */
const OLD_MS = 30 * DAY_MS;

export const times: Check = (letter) => [...ofHops(letter), ...ofDate(letter)];

function ofHops(letter: Case): Finding[] {
  const { hops } = letter;
  return hops.flatMap((hop, at): Finding[] => {
    const { field, date, delay_ms = 0, software } = hop;
    const marks = [[field, dateText(letter, field)]] as const;
    // Some programs' notes to themselves have no date.
    if (!date) return software === 'qmail' ? [] : [finding(letter, 'time.missing', { marks: [[field]] })];
    const params = { server: hop.received.by ?? '', time_ms: Math.abs(delay_ms) };
    const lower = hops.slice(at + 1).find((one) => one.date);
    const both = [...marks, [lower?.field, lower && dateText(letter, lower.field)]] as const;
    const found = strangeness(letter, date, field);
    if (delay_ms < -ROUNDING_MS) {
      const code = -delay_ms <= SKEW_MS ? 'time.skew' : isWholeHours(delay_ms) ? 'time.zone' : 'time.backwards';
      const isFar = delay_ms < -DAY_MS;
      found.push(finding(letter, code, { marks: both, params, ...(isFar ? { severity: 'unfit' } : {}) }));
    } else if (hasWaited(letter, at, date.at_ms)) found.push(finding(letter, 'time.wait', { marks: both, params }));
    return found;
  });
}

/** One clock that is behind makes the next server look slow: a letter waited only if it is later than at all hops below. */
function hasWaited({ hops }: Case, at: number, at_ms: number): boolean {
  const below = hops.slice(at + 1).flatMap(({ date }) => date?.at_ms ?? []);
  return below.length > 0 && at_ms - Math.max(...below) >= WAIT_MS;
}

/** A clock set to the time of another zone is off by hours, and by the little that the way takes. */
function isWholeHours(delay_ms: number): boolean {
  const rest = -delay_ms % HOUR_MS;
  return -delay_ms > HOUR_MS - MINUTE_MS && -delay_ms < DAY_MS && (rest < MINUTE_MS || rest > HOUR_MS - MINUTE_MS);
}

/** What is strange about a date by itself. */
function strangeness(letter: Case, date: WrittenDate, field: number): Finding[] {
  const { wrongWeekday, isZoneImpossible, isLocalized, zone_min = 0 } = date;
  const found: Finding[] = [];
  if (wrongWeekday !== undefined) {
    found.push(
      finding(letter, 'time.weekday', {
        marks: [[field, wrongWeekday]],
        params: { said: wrongWeekday, day_ms: date.at_ms + zone_min * MINUTE_MS },
      }),
    );
  }
  if (isZoneImpossible) found.push(finding(letter, 'time.nowhere', { marks: [[field, dateText(letter, field)]] }));
  if (isLocalized) found.push(finding(letter, 'date.localized', { marks: [[field]] }));
  return found;
}

function ofDate(letter: Case): Finding[] {
  const [field] = indicesOf(letter, 'Date');
  const value = field === undefined ? undefined : letter.fields[field]?.value;
  if (field === undefined || value === undefined) return [];
  const date = readDate(value);
  if (!date) return [finding(letter, 'date.unreadable', { marks: [[field]] })];
  const found = strangeness(letter, date, field);
  const first = letter.hops.findLast((hop) => hop.date);
  const ahead_ms = date.at_ms - (first?.date?.at_ms ?? date.at_ms);
  const marks = [[field], [first?.field, first && dateText(letter, first.field)]] as const;
  const params = { time_ms: Math.abs(ahead_ms) };
  if (ahead_ms > SKEW_MS) {
    found.push(finding(letter, 'date.future', { marks, params, severity: ahead_ms > HOUR_MS ? 'odd' : 'note' }));
  }
  if (-ahead_ms > DAY_MS) {
    found.push(finding(letter, 'date.old', { marks, params, severity: -ahead_ms > OLD_MS ? 'odd' : 'note' }));
  }
  return found;
}

/** The date of a Received field, as it stands in it. */
function dateText({ fields }: Case, field: number): string {
  const raw = fields[field]?.raw ?? '';
  const text = raw.slice(raw.lastIndexOf(';') + 1).trim();
  return parseDate(text) === undefined ? '' : text;
}
