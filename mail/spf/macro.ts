// Macros of SPF (RFC 7208 section 7): `%{d}`, `%{ir}.example` and so on. Counterpart: record.ts allows them, check.ts
// fills them in. Rule: pure; `%{p}` needs the DNS, so whoever expands gives it.

import type { ByteString } from '../bytes.ts';
import { parseIp } from '../dns/ip.ts';

/** What the macro letters stand for. */
export interface MacroValues {
  sender: ByteString;
  localPart: ByteString;
  senderDomain: ByteString;
  /** The domain whose record is being evaluated. */
  domain: ByteString;
  ip: string;
  helo: ByteString;
  /** Validated name of the client, or `unknown`. */
  validated: ByteString;
  /** Only in explanations: who checks, and when in seconds since 1970. */
  receiver: ByteString;
  now_s: number;
}

const MACRO = String.raw`%\{[slodiphv](?:0*[1-9]\d*)?r?[.\-+,/_=]*\}`;
const EXPLANATION_MACRO = String.raw`%\{[slodiphvcrt](?:0*[1-9]\d*)?r?[.\-+,/_=]*\}`;

const MACRO_STRING = new RegExp(`^(?:${MACRO}|%[%_-]|[\\x21-\\x24\\x26-\\x7e])*$`, 'i');
const EXPLANATION_STRING = new RegExp(`^(?:${EXPLANATION_MACRO}|%[%_-]|[\\x20-\\x24\\x26-\\x7e])*$`, 'i');

export function isMacroString(text: ByteString): boolean {
  return MACRO_STRING.test(text);
}

/** The text that an `exp=` record holds may have spaces and three more letters (section 6.2). */
export function isExplanationString(text: ByteString): boolean {
  return EXPLANATION_STRING.test(text);
}

/** Whether a text asks for the validated name of the client, which costs lookups. */
export function asksForValidated(text: ByteString): boolean {
  return /%\{p/i.test(text);
}

/** Fills in the macros of a text that was found to be well-formed. */
export function expand(text: ByteString, values: MacroValues): ByteString {
  return text.replace(/%(?:\{([a-z])(\d*)(r?)([.\-+,/_=]*)\}|([%_-]))/gi, (_all, ...parts: string[]) => {
    const [letter = '', digits = '', reverse = '', delimiters = '', literal] = parts;
    if (literal !== undefined) return { '%': '%', _: ' ', '-': '%20' }[literal] ?? '';
    const pieces = valueOf(letter.toLowerCase(), values).split(delimiters === '' ? '.' : splitterOf(delimiters));
    if (reverse !== '') pieces.reverse();
    const kept = digits === '' ? pieces : pieces.slice(-Number(digits));
    const joined = kept.join('.');
    return letter === letter.toUpperCase() ? escapeUrl(joined) : joined;
  });
}

/** A name that became too long loses labels at its left (section 7.3). */
export function shortenName(name: ByteString): ByteString {
  let short = name.replace(/\.$/, '');
  while (short.length > LONGEST_NAME && short.includes('.')) short = short.slice(short.indexOf('.') + 1);
  return short;
}

const LONGEST_NAME = 253;

const splitterOf = (delimiters: string): RegExp => new RegExp(`[${delimiters.replaceAll(/[\\\]^-]/g, '\\$&')}]`);

function valueOf(letter: string, values: MacroValues): string {
  switch (letter) {
    case 's':
      return values.sender;
    case 'l':
      return values.localPart;
    case 'o':
      return values.senderDomain;
    case 'd':
      return values.domain;
    case 'i':
      return dottedIp(values.ip);
    case 'p':
      return values.validated;
    case 'v':
      return parseIp(values.ip)?.family === 6 ? 'ip6' : 'in-addr';
    case 'h':
      return values.helo;
    case 'c':
      return values.ip.toLowerCase(); // RFC 5952 section 4.3
    case 'r':
      return values.receiver;
    default:
      return String(Math.floor(values.now_s));
  }
}

/** An IPv6 address as its 32 nibbles with dots between; IPv4 as it is. */
function dottedIp(ip: string): string {
  const address = parseIp(ip);
  if (address?.family !== 6) return ip;
  return Array.from(address.octets, (octet) => octet.toString(16).padStart(2, '0').toUpperCase())
    .join('')
    .split('')
    .join('.');
}

/** RFC 3986 section 2.3: unreserved characters stay. */
function escapeUrl(text: ByteString): ByteString {
  return text.replace(/[^\w.~-]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, '0')}`;
  });
}
