// Sections of a letter, as in BODY[1.2.HEADER.FIELDS (From To)] (RFC 3501 section 6.4.5). Counterpart: items.ts
// names them, fetch.ts sends them. Rule: octets as they lie in the file; what isn't there is NIL.

import type { Field } from '../../../../mail/fields.ts';
import type { MimePart } from '../../../../mail/mime.ts';
import { ACCESS_LIMITS } from '../../limits.ts';
import { type Scanner, SyntaxProblem } from '../scanner.ts';
import { imapString } from '../write.ts';
import type { LoadedLetter } from './loaded-letter.ts';

export interface Section {
  /** `1.2` as [1, 2]; empty for the letter itself. */
  path: readonly number[];
  text?: 'HEADER' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT' | 'TEXT' | 'MIME';
  /** Of HEADER.FIELDS and HEADER.FIELDS.NOT. */
  names: readonly string[];
}

export const WHOLE: Section = { path: [], names: [] };

const PATH = /[1-9]\d{0,8}(?:\.[1-9]\d{0,8})*/y;
const TEXT = /HEADER\.FIELDS\.NOT|HEADER\.FIELDS|HEADER|TEXT|MIME/iy;

/** What stands between the brackets, with both. */
export function parseSection(scanner: Scanner): Section {
  scanner.expect('[');
  const path = (scanner.match(PATH)?.[0] ?? '').split('.').filter(Boolean).map(Number);
  if (path.length > ACCESS_LIMITS.sectionDepth) throw new SyntaxProblem('the section is too deep');
  const dotted = path.length === 0 || scanner.optional('.');
  const text = dotted ? (scanner.match(TEXT)?.[0].toUpperCase() as Section['text']) : undefined;
  if (path.length > 0 && dotted && !text) throw new SyntaxProblem('the section ends with a dot');
  if (text === 'MIME' && path.length === 0) throw new SyntaxProblem('MIME is of a part: BODY[1.MIME]');
  let names: string[] = [];
  if (text === 'HEADER.FIELDS' || text === 'HEADER.FIELDS.NOT') {
    scanner.space();
    names = scanner.list(() => fieldName(scanner), 1);
  }
  scanner.expect(']');
  return text ? { path, text, names } : { path, names };
}

/** As in the request, so that the client finds its answer. */
export function formatSection({ path, text, names }: Section): string {
  const words = [...(path.length > 0 ? [path.join('.')] : []), ...(text ? [text] : [])].join('.');
  const list = names.map((name) => (/^[A-Za-z0-9-]+$/.test(name) ? name : imapString(name)));
  return `[${words}${list.length > 0 ? ` (${list.join(' ')})` : ''}]`;
}

/** The section's octets, or undefined when the letter has no such part. */
export function sectionOctets(letter: LoadedLetter, { path, text, names }: Section): Uint8Array | undefined {
  if (path.length === 0) return topSection(letter, text, names);
  const part = findPart(letter.tree(), path);
  if (!part) return undefined;
  const octets = letter.octets();
  switch (text) {
    case undefined:
      return octets.subarray(part.headerEnd, part.end);
    case 'MIME':
      return octets.subarray(part.start, part.headerEnd);
    case 'HEADER':
      return part.message && octets.subarray(part.message.start, part.message.headerEnd);
    case 'TEXT':
      return part.message && octets.subarray(part.message.headerEnd, part.message.end);
    case 'HEADER.FIELDS':
    case 'HEADER.FIELDS.NOT':
      return part.message && pickFields(part.message.fields, names, text === 'HEADER.FIELDS');
  }
}

/** Sections of the letter itself need no tree. */
function topSection(letter: LoadedLetter, text: Section['text'], names: readonly string[]): Uint8Array | undefined {
  switch (text) {
    case undefined:
      return letter.octets();
    case 'HEADER':
      return letter.octets().subarray(0, letter.headerOctets());
    case 'TEXT':
      return letter.octets().subarray(letter.headerOctets());
    case 'HEADER.FIELDS':
    case 'HEADER.FIELDS.NOT':
      return pickFields(letter.fields(), names, text === 'HEADER.FIELDS');
    case 'MIME':
      return undefined;
  }
}

function pickFields(fields: readonly Field[], names: readonly string[], wanted: boolean): Uint8Array {
  const set = new Set(names.map((name) => name.toLowerCase()));
  const picked = fields.filter(({ name }) => set.has(name.toLowerCase()) === wanted).map(({ raw }) => raw);
  // RFC 3501 section 6.4.5: the blank line belongs to every header, also to a picked one.
  return Buffer.from(`${picked.join('')}\r\n`, 'latin1');
}

/**
 * The part that `path` names. A message that is no multipart has one part, 1: its body. Below a message/rfc822 part
 * the numbers are those of the message in it.
 */
function findPart(root: MimePart, path: readonly number[]): MimePart | undefined {
  let part = root;
  for (const [depth, number] of path.entries()) {
    const message = depth === 0 ? root : part.message;
    const container = message ?? part;
    const child = container.parts[number - 1];
    if (child) part = child;
    else if (message && number === 1 && container.parts.length === 0) part = container;
    else return undefined;
  }
  return part;
}

function fieldName(scanner: Scanner): string {
  const name = scanner.astring();
  if (!/^[\x21-\x39\x3b-\x7e]{1,200}$/.test(name)) throw new SyntaxProblem('no header field has such a name');
  return name;
}
