// A message octet by octet: which field, delimiter, blank line or body each one belongs to. Counterpart: mime.ts reads the
// tree; screens show the octets beside it. Rule: the pieces cover the message, in order, without a gap, so that whatever
// stands in it has a name.

import type { ByteString } from './bytes.ts';
import type { MimePart } from './mime.ts';

export interface MimePiece {
  at: number;
  end: number;
  kind: 'field' | 'blank' | 'body' | 'preamble' | 'delimiter' | 'epilogue';
  part: MimePart;
  /** Index in the part's fields. */
  field?: number;
}

/** `root`: the tree of the whole message. */
export function layoutOf(message: ByteString, root: MimePart): MimePiece[] {
  const pieces: MimePiece[] = [];
  lay(message, root, pieces);
  return pieces;
}

function lay(message: ByteString, part: MimePart, pieces: MimePiece[]): void {
  const add = (kind: MimePiece['kind'], at: number, end: number): void => {
    if (end > at) pieces.push({ kind, at, end, part });
  };
  let at = part.start;
  for (const [field, { raw }] of part.fields.entries()) {
    pieces.push({ kind: 'field', at, end: at + raw.length, part, field });
    at += raw.length;
  }
  add('blank', at, part.headerEnd);
  if (part.message) {
    lay(message, part.message, pieces);
    return;
  }
  const [first] = part.parts;
  if (!first) {
    add('body', part.headerEnd, part.end);
    return;
  }
  // The last line before the first part is its delimiter; what stands above is for programs without MIME.
  const line = Math.max(part.headerEnd, message.lastIndexOf('\n', first.start - 2) + 1);
  add('preamble', part.headerEnd, line);
  add('delimiter', line, first.start);
  for (const [nth, child] of part.parts.entries()) {
    lay(message, child, pieces);
    const next = part.parts[nth + 1];
    if (next) add('delimiter', child.end, next.start);
    else {
      const closed = endOfDelimiter(message, child.end, part.end);
      add('delimiter', child.end, closed);
      add('epilogue', closed, part.end);
    }
  }
}

/** The line end before a delimiter is its own (RFC 2046 section 5.1.1), and so is the rest of its line. */
function endOfDelimiter(message: ByteString, from: number, end: number): number {
  const before = message.startsWith('\r\n', from) ? 2 : message[from] === '\n' ? 1 : 0;
  const newline = message.indexOf('\n', from + before);
  return newline === -1 ? end : Math.min(newline + 1, end);
}
