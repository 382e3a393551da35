// A date as somebody wrote it into a letter: when that was, and what is strange about how it is written. Counterpart:
// date.ts reads what RFC 5322 allows; the months of other languages are read here only, because a mail server never
// needs them. Rule: strange isn't wrong; a program that writes `lun. 5 janv.` is badly made and honest.

import { decodeUndeclared } from '../charset.ts';
import { parseDate } from '../date.ts';
import { FIELD_VALUE_OCTETS } from '../limits.ts';

export interface WrittenDate {
  at_ms: number;
  /** Minutes east of UTC, as written; undefined where it is left out or named by letters. */
  zone_min?: number;
  /** Names of another language than English (RFC 5322 section 3.3 allows no other). */
  isLocalized: boolean;
  /** The day of the week that it names is another one than that of the date. */
  wrongWeekday?: string;
  /** Such a zone is nowhere on Earth. */
  isZoneImpossible: boolean;
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Beginnings of the months' names where they aren't as in English: German, French, Spanish, Italian, Portuguese, Dutch. */
const LOCAL_MONTHS: readonly (readonly [RegExp, (typeof MONTHS)[number]])[] = [
  [/^(?:j[aä]n|ene|gen)/, 'Jan'],
  [/^(?:f[eé][bvr])/, 'Feb'],
  [/^(?:m[aä]r|mrz|maa|mrt)/, 'Mar'],
  [/^(?:a[bpv]r)/, 'Apr'],
  [/^(?:ma[iyg]|mei)/, 'May'],
  [/^(?:jui?n|giu)/, 'Jun'],
  [/^(?:jui?l|lug)/, 'Jul'],
  [/^(?:ao[uû]|ago|aug)/, 'Aug'],
  [/^se[pt]/, 'Sep'],
  [/^o[ktu]t?/, 'Oct'],
  [/^no[v]/, 'Nov'],
  [/^d[eéi][czs]/, 'Dec'],
];

/** Any day of the week and words around it, the day, the month's name, the rest. */
const LOCAL_DATE = /^[^\d]*(\d{1,2})(?:\.|er)?\s+(?:de\s+)?(\p{L}{3,12})\.?\s+(?:de\s+)?(\d{4}\s.*)$/iu;
/** The widest zones there are: Kiribati and the islands west of the date line. */
const ZONES_MIN = { west: -12 * 60, east: 14 * 60 };
const DAY_MS = 86_400_000;

/** Undefined when no date can be found in it. Never throws. */
export function readDate(value: string): WrittenDate | undefined {
  const text = value.slice(0, FIELD_VALUE_OCTETS).trim();
  const plain_ms = parseDate(text);
  const iso_ms = plain_ms ?? isoDate(text);
  const at_ms = iso_ms ?? localDate(text);
  if (at_ms === undefined) return undefined;
  const zone = /\d\d:\d\d(?::\d\d)?\s*([+-])(\d\d)(\d\d)\b/.exec(text);
  const zone_min = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : undefined;
  const wrongWeekday = zone_min === undefined ? undefined : weekdayAgainst(text, at_ms + zone_min * 60_000);
  return {
    at_ms,
    ...(zone_min === undefined ? {} : { zone_min }),
    isLocalized: iso_ms === undefined,
    ...(wrongWeekday === undefined ? {} : { wrongWeekday }),
    isZoneImpossible:
      zone_min !== undefined && (zone_min < ZONES_MIN.west || zone_min > ZONES_MIN.east || Number(zone?.[3]) > 59),
  };
}

function localDate(text: string): number | undefined {
  const [, day, name = '', rest] = LOCAL_DATE.exec(decodeUndeclared(text)) ?? [];
  const month = LOCAL_MONTHS.find(([beginning]) => beginning.test(name.toLowerCase()))?.[1];
  return month === undefined ? undefined : parseDate(`${day} ${month} ${rest}`);
}

/** As programs of newsletter senders write it behind the rest of a field: `2026-03-03 15:00:02.118 +0000 UTC`. */
const ISO_DATE = /\b(\d{4})-(\d\d)-(\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?\s*([+-]\d{4})/;

function isoDate(text: string): number | undefined {
  const [, year, month, day, clock, zone] = ISO_DATE.exec(text) ?? [];
  return parseDate(`${day} ${MONTHS[Number(month) - 1]} ${year} ${clock} ${zone}`);
}

/** The English name that stands there, if the day has another. */
function weekdayAgainst(text: string, local_ms: number): string | undefined {
  const named = /^[a-z]{3,9}/i.exec(text)?.[0];
  const index = DAYS.indexOf(named?.slice(0, 3).toLowerCase() ?? '');
  // 1 January 1970 was a Thursday.
  const real = (((Math.floor(local_ms / DAY_MS) + 4) % 7) + 7) % 7;
  return index < 0 || index === real ? undefined : named;
}
