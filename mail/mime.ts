// The tree of a message: its parts, where each begins and ends, and what is in it. Counterpart: IMAP's BODYSTRUCTURE and
// the message view read it. Rule: RFC 2045 and 2046; offsets point into the message, nothing is copied, and depth and
// number of parts are bounded, so that a hostile message costs what an honest one does.

import { fromByteString, type ByteString } from './bytes.ts';
import { firstValue, splitMessage, type Field } from './fields.ts';
import { MIME_DEPTH, MIME_PARTS_COUNT } from './limits.ts';
import { parseParameterised, type ParameterisedValue } from './parameters.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer.ts';

export { decodeWords, encodeWord } from './words.ts';

/** Why a part isn't taken apart, or not all of it. */
export type MimeProblem =
  /** A multipart that doesn't say what stands between its parts. */
  | 'no boundary'
  /** The delimiter that it names never comes. */
  | 'no delimiter'
  /** The closing delimiter is missing: everything to the end is the last part. */
  | 'not closed'
  /** RFC 2045 section 6.4 lets no multipart or message be encoded. */
  | 'encoded'
  /** Nested beyond MIME_DEPTH. */
  | 'too deep'
  /** One of more than MIME_PARTS_COUNT. */
  | 'too many';

export interface MimePart {
  /** Lower case; `text` and `plain` when the part doesn't say (RFC 2045 section 5.2). */
  type: string;
  subtype: string;
  params: Record<string, string>;
  fields: Field[];
  /** The transfer encoding in lower case; `7bit` when the part doesn't say. */
  encoding: string;
  /** RFC 2183; `value` is `inline`, `attachment` or something newer. */
  disposition?: ParameterisedValue;
  /** Content-ID with its brackets. */
  id?: ByteString;
  description?: ByteString;
  /** Offsets in the message: the header begins, the body begins, the body ends. */
  start: number;
  headerEnd: number;
  end: number;
  /** Octets of the body, as encoded. */
  size: number;
  /** Line ends in the body. */
  lines: number;
  /** The parts of a multipart. */
  parts: MimePart[];
  /** The message inside a message/rfc822 part. */
  message?: MimePart;
  problem?: MimeProblem;
}

/** What the walk carries along. */
interface Walk {
  /** Parts that may still be made. */
  partsLeft: number;
  /** Where each line feed stands: found once, because every level of a nested message counts the same lines again. */
  newlines: Uint32Array;
}

/** Reads the tree of a whole message. Never throws; what can't be taken apart is a part without children. */
export function walkMime(message: ByteString): MimePart {
  return readPart(message, 0, message.length, 'text/plain', 0, {
    partsLeft: MIME_PARTS_COUNT - 1,
    newlines: findNewlines(message),
  });
}

function readPart(
  message: ByteString,
  start: number,
  end: number,
  defaultType: string,
  depth: number,
  walk: Walk,
): MimePart {
  const { fields, body } = splitMessage(message.slice(start, end));
  const headerEnd = end - body.length;
  const contentType = parseParameterised(firstValue(fields, 'Content-Type') ?? defaultType);
  const named = /^([^\s/]+)\/([^\s/]+)$/.exec(contentType.value);
  const part: MimePart = {
    type: named?.[1] ?? 'text',
    subtype: named?.[2] ?? 'plain',
    params: contentType.params,
    fields,
    encoding: parseParameterised(firstValue(fields, 'Content-Transfer-Encoding') ?? '7bit').value || '7bit',
    start,
    headerEnd,
    end,
    size: body.length,
    lines: rank(walk.newlines, end) - rank(walk.newlines, headerEnd),
    parts: [],
  };
  const disposition = firstValue(fields, 'Content-Disposition');
  const id = firstValue(fields, 'Content-ID')?.trim();
  const description = firstValue(fields, 'Content-Description');
  if (disposition !== undefined) part.disposition = parseParameterised(disposition);
  if (id) part.id = id;
  if (description !== undefined) part.description = description;
  const problem = isContainer(part) ? readInside(message, part, depth, walk) : undefined;
  if (problem !== undefined) part.problem = problem;
  return part;
}

const isContainer = ({ type, subtype }: MimePart): boolean =>
  type === 'multipart' || (type === 'message' && (subtype === 'rfc822' || subtype === 'global'));

function readInside(message: ByteString, part: MimePart, depth: number, walk: Walk): MimeProblem | undefined {
  // RFC 2045 section 6.4: an encoded multipart or message can't be walked as it lies there.
  if (!['7bit', '8bit', 'binary'].includes(part.encoding)) return 'encoded';
  if (depth >= MIME_DEPTH) return 'too deep';
  if (part.type === 'multipart') {
    const { boundary } = part.params;
    if (!boundary) return 'no boundary';
    const inner = part.subtype === 'digest' ? 'message/rfc822' : 'text/plain'; // RFC 2046 section 5.1.5
    const { ranges, problem } = partRanges(message, part, boundary, walk);
    for (const [from, to] of ranges) part.parts.push(readPart(message, from, to, inner, depth + 1, walk));
    return problem;
  }
  if (walk.partsLeft <= 0) return 'too many';
  walk.partsLeft -= 1;
  part.message = readPart(message, part.headerEnd, part.end, 'text/plain', depth + 1, walk);
  return undefined;
}

/** Where the parts between the delimiter lines of a multipart begin and end: RFC 2046 section 5.1.1. */
function partRanges(
  message: ByteString,
  part: MimePart,
  boundary: string,
  walk: Walk,
): { ranges: [number, number][]; problem?: MimeProblem } {
  const ranges: [number, number][] = [];
  const delimiter = `--${boundary}`;
  const body = message.slice(0, part.end);
  let open: number | undefined;
  let at = body.indexOf(delimiter, part.headerEnd);
  for (; at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > part.headerEnd && body[at - 1] !== '\n') continue;
    const after = at + delimiter.length;
    const newline = body.indexOf('\n', after);
    const lineEnd = newline < 0 ? body.length : newline + 1;
    const rest = body.slice(after, Math.min(lineEnd, after + 200)).trimEnd();
    if (rest !== '' && rest !== '--') continue; // a longer boundary that begins like this one
    if (open !== undefined) ranges.push([open, Math.max(open, beforeLineEnd(body, at))]);
    open = undefined;
    if (rest === '--') return { ranges };
    if (walk.partsLeft <= 0) return { ranges, problem: 'too many' };
    walk.partsLeft -= 1;
    open = lineEnd;
  }
  if (open === undefined) return { ranges, problem: 'no delimiter' };
  ranges.push([open, part.end]);
  return { ranges, problem: 'not closed' };
}

/** The line end before a delimiter belongs to the delimiter. */
const beforeLineEnd = (body: ByteString, at: number): number =>
  at - (body[at - 1] !== '\n' ? 0 : body[at - 2] === '\r' ? 2 : 1);

function findNewlines(message: ByteString): Uint32Array {
  let count = 0;
  for (let at = message.indexOf('\n'); at >= 0; at = message.indexOf('\n', at + 1)) count += 1;
  const newlines = new Uint32Array(count);
  let at = -1;
  for (let nth = 0; nth < count; nth += 1) {
    at = message.indexOf('\n', at + 1);
    newlines[nth] = at;
  }
  return newlines;
}

/** How many of the rising numbers are below `limit`. */
function rank(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts that have no parts, those of enclosed messages included, in order. */
export function* leafParts(part: MimePart): Generator<MimePart> {
  const inside = part.message ? [part.message, ...part.parts] : part.parts;
  if (inside.length === 0) yield part;
  for (const one of inside) yield* leafParts(one);
}

/** The octets of a part's body without its transfer encoding. An unknown encoding leaves them as they are. */
export function decodeBody(part: MimePart, message: ByteString): Uint8Array {
  const body = message.slice(part.headerEnd, part.end);
  if (part.encoding === 'base64') return decodeBase64(body);
  if (part.encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return fromByteString(body);
}
