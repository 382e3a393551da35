// The DKIM-Signature field read (RFC 6376 section 3.5), and what it covers. Counterpart: canonical.ts; engine/policy/dkim
// verifies, a screen shows. Rule: it says what the field claims and checks no signature.

import type { ByteString } from '../bytes.ts';
import type { Field } from '../fields.ts';
import { lowerName } from '../dns/name.ts';
import { parseTagList, withoutSpace } from '../tag-list.ts';
import { type Canonicalization, canonicalField } from './canonical.ts';

export interface DkimSignature {
  domain: string;
  selector: string;
  algorithm: string;
  header: Canonicalization;
  body: Canonicalization;
  /** Names of the signed fields in lower case, in the order of `h=`. */
  signed: string[];
  /** Base64, as it is claimed. */
  bodyHash: string;
  /** Octets of the canonical body that count; undefined: all. */
  length?: number;
}

/** Undefined when the field lacks what every signature has. */
export function parseSignature(value: ByteString): DkimSignature | undefined {
  const tags = parseTagList(value);
  if (!tags) return undefined;
  const tag = (name: string): string => withoutSpace(tags.get(name) ?? '');
  const [header = 'simple', body = 'simple'] = tag('c') === '' ? [] : tag('c').split('/');
  const domain = lowerName(tag('d'));
  const signed = tag('h').toLowerCase().split(':').filter(Boolean);
  if (!isCanonicalization(header) || !isCanonicalization(body) || domain === '' || signed.length === 0)
    return undefined;
  const length = /^\d{1,15}$/.test(tag('l')) ? Number(tag('l')) : undefined;
  return {
    domain,
    selector: tag('s'),
    algorithm: tag('a').toLowerCase(),
    header,
    body,
    signed,
    bodyHash: tag('bh'),
    ...(length === undefined ? {} : { length }),
  };
}

/**
 * The fields that a signature covers: each name of `h=` takes the lowest field of that name that is still free (section
 * 5.4.2), so a field that somebody put on top isn't covered. A name without a field covers its absence.
 */
export function coveredFields(fields: readonly Field[], signed: readonly string[]): Field[] {
  const free = fields.toReversed();
  return signed.flatMap((name) => {
    const at = free.findIndex((field) => field.name.toLowerCase() === name);
    return at < 0 ? [] : free.splice(at, 1);
  });
}

/** What is signed of the header: the covered fields, then the signature itself with an empty `b=` (section 3.7). */
export function signedHeader(fields: readonly Field[], own: Field, { header, signed }: DkimSignature): ByteString {
  const rest = fields.filter((field) => field !== own);
  const covered = coveredFields(rest, signed).map(({ raw }) => canonicalField(raw, header));
  return [...covered, canonicalField(withoutValue(own.raw), header).replace(/\r\n$/, '')].join('');
}

/** The signature's own value can't be part of what it signs. */
function withoutValue(raw: ByteString): ByteString {
  const colon = raw.indexOf(':') + 1;
  return raw.slice(0, colon) + raw.slice(colon).replace(/((?:^|;)[ \t\r\n]*b[ \t\r\n]*=)[^;]*/, '$1');
}

function isCanonicalization(text: string): text is Canonicalization {
  return text === 'simple' || text === 'relaxed';
}
