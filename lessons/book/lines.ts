// A line of the wire as it may be kept and quoted. Counterpart: talks.ts, feedback.ts. Rule: a credential is replaced by
// asterisks before anything else reads the line.

import { QUOTE_CHARS } from '../limits.ts';

export function withoutLineEnd(bytes: string): string {
  return bytes.replace(/\r?\n$/, '');
}

export function maskSecret(bytes: string, secret: { start: number; end: number } | undefined): string {
  if (secret === undefined) return bytes;
  return bytes.slice(0, secret.start) + '*'.repeat(Math.max(0, secret.end - secret.start)) + bytes.slice(secret.end);
}

/** Short enough for one line of a screen, without control characters. */
export function quoted(text: string): string {
  const shown = text.replace(/[^\x20-\x7e\xa0-\xff]+/g, ' ').trim();
  return shown.length > QUOTE_CHARS ? `${shown.slice(0, QUOTE_CHARS - 1)}…` : shown;
}
