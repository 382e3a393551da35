// Octets from the network as text that is safe to put on a page: what isn't a character is shown, never obeyed.
// Counterpart: terminal/ and inspector/. Rule: control characters are shown in caret notation (^[ is escape), those that turn or hide text
// (Unicode bidirectional and zero-width) their code points, a password eight dots.

import { decodeUndeclared } from '../../mail/charset.ts';
import type { SecretSpan } from './dialog.ts';

/** As many dots whatever the password: its length is nobody's business either. */
const DOTS = '\u2022'.repeat(8);
/** ASCII's own trick: flipping this bit makes a letter of a control character, as the Ctrl key does the other way. */
const CONTROL_BIT = 0x40;

/** One protocol line without its line end. */
export function showLine(bytes: string, secret?: SecretSpan): string {
  const line = bytes.replace(/\r?\n$/, '');
  if (secret === undefined) return showText(decodeUndeclared(line));
  const end = Math.min(secret.end, line.length);
  return showText(decodeUndeclared(line.slice(0, secret.start))) + DOTS + showText(decodeUndeclared(line.slice(end)));
}

/** Several lines; line ends and tabs stay what they are. */
export function showLines(bytes: string, secret?: SecretSpan): string {
  if (secret === undefined) return showText(decodeUndeclared(bytes.replaceAll('\r\n', '\n')));
  const before = showLines(bytes.slice(0, secret.start));
  return before + DOTS + showLines(bytes.slice(secret.end));
}

/** Text from outside, decoded already. */
export function showText(text: string): string {
  return text
    .replaceAll(CONTROLS, (one) => `^${String.fromCharCode(one.charCodeAt(0) ^ CONTROL_BIT)}`)
    .replaceAll(TURNING, (one) => `<U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
const TURNING = /[\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Octets side by side in a dump; narrow enough for a panel. */
const HEX_WIDTH = 8;

/** Octets in hexadecimal beside what they are as ASCII, a row for every eight. */
export function hexLines(bytes: string): string {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += HEX_WIDTH) {
    const octets = bytes.slice(at, at + HEX_WIDTH);
    const hex = Array.from(octets, (octet) => octet.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
    rows.push(`${hex.padEnd(HEX_WIDTH * 3)} ${octets.replaceAll(/[^\x20-\x7e]/g, '.')}`);
  }
  return rows.join('\n');
}
