// The parts of a letter as rows of a tree, numbered as IMAP numbers them. Counterpart: letter-parts.tsx. Rule: RFC 3501
// section 6.4.5: a multipart's parts are 1, 2 ...; a letter of one part is 1; an attached letter's parts begin below it.

import type { ByteString } from '../../mail/bytes.ts';
import { layoutOf, type MimePiece } from '../../mail/mime-layout.ts';
import { type MimePart, walkMime } from '../../mail/mime.ts';

export interface PartRow {
  part: MimePart;
  /** '' for the letter as a whole. */
  section: string;
  depth: number;
  /** Indices of its own pieces, without those of the parts in it. */
  pieces: number[];
}

export interface LetterParts {
  pieces: MimePiece[];
  rows: PartRow[];
}

export function lettersParts(octets: ByteString): LetterParts {
  const root = walkMime(octets);
  const pieces = layoutOf(octets, root);
  const rows: PartRow[] = [];
  const byPart = new Map<MimePart, PartRow>();
  const add = (part: MimePart, section: string, depth: number): void => {
    const row = { part, section, depth, pieces: [] };
    rows.push(row);
    byPart.set(part, row);
    const inside = part.message ?? part;
    if (part.message) add(part.message, section, depth + 1);
    else for (const [at, child] of inside.parts.entries()) add(child, numbered(section, at), depth + 1);
  };
  add(root, root.parts.length > 0 || root.message ? '' : '1', 0);
  for (const [at, { part }] of pieces.entries()) byPart.get(part)?.pieces.push(at);
  return { pieces, rows };
}

const numbered = (section: string, at: number): string => (section === '' ? `${at + 1}` : `${section}.${at + 1}`);
