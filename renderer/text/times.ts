// Times as the screen writes them: the lab's time in UTC, as the Date and Received fields of its letters have it.
// Counterpart: t.ts. Rule: no view formats a time by itself.

import { t } from './t.ts';

const LANGUAGE = 'en-GB';
const clock = new Intl.DateTimeFormat(LANGUAGE, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const timeOfDay = new Intl.DateTimeFormat(LANGUAGE, {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const day = new Intl.DateTimeFormat(LANGUAGE, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });

/** `Mon 5 Jan 2026 09:00:12` */
export function showClock(at_ms: number): string {
  return clock.format(at_ms).replaceAll(',', '');
}

/** `5 Jan 2026` */
export function showDay(at_ms: number): string {
  return day.format(at_ms);
}

/** `09:00:12` */
export function showTime(at_ms: number): string {
  return timeOfDay.format(at_ms);
}

/** `09:00:12.345` */
export function showFineTime(at_ms: number): string {
  return `${timeOfDay.format(at_ms)}.${String(Math.floor(at_ms) % SECOND_MS).padStart(3, '0')}`;
}

/** Whole milliseconds, at least one: nothing takes no time. */
export function showMs(ms: number): number {
  return Math.max(1, Math.round(ms));
}

/** `bob, carol and dave` */
export function showList(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A length of time as a person says it, in its two largest units: `5 min`, `1 hr 6 min`, `35 days`. */
export function showDuration(ms: number): string {
  let rest = ms;
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0
      ? []
      : [new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'short' }).format(count)];
  });
  return parts.slice(0, 2).join(' ') || t('dialog.seconds', { n: (ms / SECOND_MS).toFixed(ms === 0 ? 0 : 1) });
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** A time in at most four characters: `7`, `950`, `2.4s`, `31s`, `12m`. */
export function showShortTime(ms: number): string {
  if (ms < SECOND_MS - 1) return String(showMs(ms));
  if (ms < 10 * SECOND_MS) return t('dialog.seconds', { n: (ms / SECOND_MS).toFixed(1) });
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
