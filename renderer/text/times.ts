// Times as the screen writes them: the lab's time in UTC, as the Date and Received fields of its letters have it.
// Counterpart: t.ts. Rule: no view formats a time by itself.

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

/** `Mon 5 Jan 2026 09:00:12` */
export function showClock(at_ms: number): string {
  return clock.format(at_ms).replaceAll(',', '');
}

/** `09:00:12` */
export function showTime(at_ms: number): string {
  return timeOfDay.format(at_ms);
}

/** Whole milliseconds, at least one: nothing takes no time. */
export function showMs(ms: number): number {
  return Math.max(1, Math.round(ms));
}

/** `bob, carol and dave` */
export function showList(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}
