// What a FETCH asks for (RFC 3501 section 6.4.5). Counterpart: commands/fetch.ts answers it. Rule: the old names are
// read as what they mean: RFC822.HEADER is BODY.PEEK[HEADER] under another label.

import { ACCESS_LIMITS } from '../../limits.ts';
import { type Scanner, SyntaxProblem } from '../scanner.ts';
import { formatSection, parseSection, type Section, WHOLE } from './section.ts';

export type FetchItem =
  | { kind: 'FLAGS' | 'UID' | 'INTERNALDATE' | 'RFC822.SIZE' | 'ENVELOPE' }
  /** BODY is BODYSTRUCTURE without the extension data. */
  | { kind: 'structure'; label: 'BODY' | 'BODYSTRUCTURE' }
  | { kind: 'section'; label: string; section: Section; peek: boolean; partial?: { from: number; length: number } };

const PLAIN = ['FLAGS', 'UID', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'] as const;

const MACROS: Readonly<Record<string, readonly FetchItem[]>> = {
  FAST: plainItems('FLAGS', 'INTERNALDATE', 'RFC822.SIZE'),
  ALL: plainItems('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'),
  FULL: [...plainItems('FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'), { kind: 'structure', label: 'BODY' }],
};

const OLD_NAMES: Readonly<Record<string, FetchItem>> = {
  RFC822: { kind: 'section', label: 'RFC822', section: WHOLE, peek: false },
  'RFC822.HEADER': { kind: 'section', label: 'RFC822.HEADER', section: { ...WHOLE, text: 'HEADER' }, peek: true },
  'RFC822.TEXT': { kind: 'section', label: 'RFC822.TEXT', section: { ...WHOLE, text: 'TEXT' }, peek: false },
};

const PARTIAL = /<(\d{1,10})\.([1-9]\d{0,9})>/y;

/** One item, a list of items, or a macro, which stands alone. */
export function parseFetchItems(scanner: Scanner): FetchItem[] {
  if (scanner.sees('(')) {
    const items = scanner.list(() => parseItem(scanner, scanner.keyword()), 1);
    if (items.length > ACCESS_LIMITS.fetchItems) throw new SyntaxProblem('too many items in one FETCH');
    return items;
  }
  const name = scanner.keyword();
  const macro = Object.hasOwn(MACROS, name) ? MACROS[name] : undefined;
  return macro ? [...macro] : [parseItem(scanner, name)];
}

function parseItem(scanner: Scanner, name: string): FetchItem {
  const plain = PLAIN.find((one) => one === name);
  if (plain) return { kind: plain };
  if ((name === 'BODY' || name === 'BODY.PEEK') && scanner.sees('[')) return parseBody(scanner, name === 'BODY.PEEK');
  if (name === 'BODY' || name === 'BODYSTRUCTURE') return { kind: 'structure', label: name };
  const old = Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name] : undefined;
  if (old) return old;
  throw new SyntaxProblem(`${name.slice(0, 32)} is nothing that FETCH knows`);
}

function parseBody(scanner: Scanner, peek: boolean): FetchItem {
  const section = parseSection(scanner);
  const [, from, length] = scanner.match(PARTIAL) ?? [];
  if (from === undefined) return { kind: 'section', label: `BODY${formatSection(section)}`, section, peek };
  // The answer says where it begins, not how much was asked (RFC 3501 section 7.4.2).
  const label = `BODY${formatSection(section)}<${Number(from)}>`;
  return { kind: 'section', label, section, peek, partial: { from: Number(from), length: Number(length) } };
}

function plainItems(...kinds: (typeof PLAIN)[number][]): FetchItem[] {
  return kinds.map((kind) => ({ kind }));
}
