// Domain names between text and labels. Counterpart: query.ts and response.ts, which put labels on the wire.
// Rule: inside the engine a name is text in presentation form without the final dot (`mx1.harbor.example`, the
// root is `.`), and an octet that would confuse a reader is escaped, so equal names are equal strings.

import { DNS_LIMITS } from './limits.ts';

export type NameProblem = 'emptyLabel' | 'labelTooLong' | 'nameTooLong' | 'badCharacter';

const PLAIN = /^[A-Za-z0-9_*-]+$/;
const ESCAPED = new Set('.;\\"()@$');

/** Labels of a name in presentation form, one character an octet; the final dot is optional (RFC 1035 section 5.1). */
export function readLabels(name: string): string[] | NameProblem {
  if (name === '.') return [];
  const bare = name.endsWith('.') && !endsEscaped(name) ? name.slice(0, -1) : name;
  const labels = bare.includes('\\') ? splitEscaped(bare) : bare.split('.');
  if (!labels) return 'badCharacter';
  let octets = 1;
  for (const label of labels) {
    if (label === '') return 'emptyLabel';
    if (label.length > DNS_LIMITS.label_octets) return 'labelTooLong';
    octets += label.length + 1;
  }
  if (octets > DNS_LIMITS.name_octets) return 'nameTooLong';
  if (!bare.includes('\\') && !/^[\x21-\x7e]*$/.test(bare)) return 'badCharacter';
  return labels;
}

/** The name of some labels, without final dot; the inverse of `readLabels`. */
export function writeLabels(labels: readonly string[]): string {
  if (labels.length === 0) return '.';
  return labels.map((label) => (PLAIN.test(label) ? label : escapeLabel(label))).join('.');
}

/** What most names are already. */
const CANONICAL = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;

/** The one spelling of a name: ASCII letters in lower case (RFC 4343), no final dot. */
export function canonicalName(name: string): { name: string } | { problem: NameProblem } {
  if (name.length + 2 <= DNS_LIMITS.name_octets && CANONICAL.test(name)) return { name };
  const labels = readLabels(name);
  return typeof labels === 'string' ? { problem: labels } : { name: writeLabels(labels).toLowerCase() };
}

/** The name one label up; undefined above a name of one label. */
export function parentOf(name: string): string | undefined {
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === '\\') at += 1;
    else if (name[at] === '.' && at + 1 < name.length) return name.slice(at + 1);
  }
  return undefined;
}

/** Whether `name` is `zone` or below it; both canonical. */
export function isWithin(name: string, zone: string): boolean {
  if (zone === '.') return true;
  if (!name.endsWith(zone) || name.length === zone.length) return name === zone;
  for (let up = parentOf(name); up !== undefined && up.length >= zone.length; up = parentOf(up)) {
    if (up === zone) return true;
  }
  return false;
}

/** With the final dot that makes a name absolute in a zone file. */
export function withDot(name: string): string {
  return name === '.' ? name : `${name}.`;
}

function escapeLabel(label: string): string {
  let text = '';
  for (const octet of label) {
    const code = octet.charCodeAt(0);
    if (code < 0x21 || code > 0x7e) text += `\\${String(code).padStart(3, '0')}`;
    else text += ESCAPED.has(octet) ? `\\${octet}` : octet;
  }
  return text;
}

function endsEscaped(name: string): boolean {
  let backslashes = 0;
  while (name[name.length - 2 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** `\.` is a dot inside a label, `\003` an octet by its number (RFC 1035 section 5.1). */
function splitEscaped(name: string): string[] | undefined {
  const labels = [''];
  for (let at = 0; at < name.length; at += 1) {
    let octet = name[at] ?? '';
    if (octet === '.') {
      labels.push('');
      continue;
    }
    if (octet === '\\') {
      const digits = /^[0-9]{3}/.exec(name.slice(at + 1, at + 4))?.[0];
      octet = digits === undefined ? (name[at + 1] ?? '') : String.fromCharCode(Number(digits));
      if (octet === '' || octet.charCodeAt(0) > 255 || (digits === undefined && /[^\x21-\x7e]/.test(octet)))
        return undefined;
      at += digits === undefined ? 1 : 3;
    } else if (/[^\x21-\x7e]/.test(octet)) return undefined;
    labels[labels.length - 1] += octet;
  }
  return labels;
}
