// Times as the screen writes them: the lab's time in UTC, as the Date and Received fields of its letters have it.
// Counterpart: t.ts. Rule: no view formats a time by itself.

import { byLanguage, type Language } from './language.ts';
import { showTenths } from './numbers.ts';
import { t } from './t.ts';

/** English as in Europe: the day stands before the month. */
const CALENDARS: Record<Language, string> = { en: 'en-GB', de: 'de' };
const inUtc = (format: Intl.DateTimeFormatOptions) =>
  byLanguage((language) => new Intl.DateTimeFormat(CALENDARS[language], { timeZone: 'UTC', ...format }));

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

const clock = inUtc({ weekday: 'short', ...DAY, ...TIME });
const timeOfDay = inUtc(TIME);
const day = inUtc(DAY);
const list = byLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** `Mon 5 Jan 2026 09:00:12` */
export function showClock(at_ms: number): string {
  return clock().format(at_ms).replaceAll(',', '');
}

/** `5 Jan 2026` */
export function showDay(at_ms: number): string {
  return day().format(at_ms);
}

/** `09:00:12` */
export function showTime(at_ms: number): string {
  return timeOfDay().format(at_ms);
}

/** `09:00:12.345` */
export function showFineTime(at_ms: number): string {
  return `${timeOfDay().format(at_ms)}.${String(Math.floor(at_ms) % SECOND_MS).padStart(3, '0')}`;
}

/** Whole milliseconds, at least one: nothing takes no time. */
export function showMs(ms: number): number {
  return Math.max(1, Math.round(ms));
}

/** `bob, carol and dave` */
export function showList(items: readonly string[]): string {
  return list().format(items);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;
const lengths = byLanguage((language) =>
  UNITS.map(([unit, length]) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
    return { length, format };
  }),
);

/** A length of time as a person says it, in its two largest units: `5 min`, `1 hr 6 min`, `35 days`. */
export function showDuration(ms: number): string {
  let rest = ms;
  const parts = lengths().flatMap(({ length, format }) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [format.format(count)];
  });
  return parts.slice(0, 2).join(' ') || t('dialog.seconds', { n: ms === 0 ? 0 : showTenths(ms / SECOND_MS) });
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** A time in at most four characters: `7`, `950`, `2.4s`, `31s`, `12m`. */
export function showShortTime(ms: number): string {
  if (ms < SECOND_MS - 1) return String(showMs(ms));
  if (ms < 10 * SECOND_MS) return t('dialog.seconds', { n: showTenths(ms / SECOND_MS) });
  if (ms < MINUTE_MS) return t('dialog.seconds', { n: Math.round(ms / SECOND_MS) });
  return t('dialog.minutes', { n: Math.round(ms / MINUTE_MS) });
}

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A pause, in its largest unit: `+3 s`, `+10 min`, `+1 day`. */
export function showPause(ms: number): string {
  if (ms < MINUTE_MS) return t('pause.seconds', { count: Math.round(ms / SECOND_MS) });
  if (ms < HOUR_MS) return t('pause.minutes', { count: Math.round(ms / MINUTE_MS) });
  if (ms < DAY_MS) return t('pause.hours', { count: Math.round(ms / HOUR_MS) });
  return t('pause.days', { count: Math.round(ms / DAY_MS) });
}
