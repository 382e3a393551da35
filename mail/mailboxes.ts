// Lists of mailboxes, as From, To, Cc and their kin hold them. Counterpart: address.ts compares what is found here.
// Rule: RFC 5322 section 3.4 with groups, comments and obsolete routes, read leniently: whatever people wrote, each piece
// between commas yields what address it has. Names come back as octets; mime.ts `decodeWords` makes them readable.

import type { ByteString } from './bytes.ts';
import { COMMENT_DEPTH, FIELD_VALUE_OCTETS, MAILBOXES_COUNT } from './limits.ts';

export interface Mailbox {
  /** The display name without its quotes, or the comment that older mail programs put after the address. */
  name?: ByteString;
  /** The addr-spec as written, without white space and comments around it. */
  address: ByteString;
}

/** `at` and `end`: where a token stands in the value. */
type Token =
  | { kind: 'text' | 'quoted' | 'comment' | 'angle'; text: ByteString; at: number; end: number }
  | { kind: ',' | ';' | ':' };

/** An address and where it stands in the value of its field. */
export interface AddressSpan {
  address: ByteString;
  at: number;
  end: number;
}

/** Every mailbox of a field's value, those inside groups included, in order. Never throws. */
export function parseMailboxes(value: ByteString): Mailbox[] {
  return pieces(value).flatMap((piece) => mailboxOf(piece) ?? []);
}

/** The places of the addresses in a field's value, in order, for whoever changes them there. Never throws. */
export function addressSpans(value: ByteString): AddressSpan[] {
  return pieces(value).flatMap((piece) => spanOf(piece, value) ?? []);
}

/** What stands between commas, group names left out. */
function pieces(value: ByteString): Token[][] {
  const found: Token[][] = [];
  let piece: Token[] = [];
  const close = (): void => {
    if (mailboxOf(piece) && found.length < MAILBOXES_COUNT) found.push(piece);
    piece = [];
  };
  for (const token of tokens(value.slice(0, FIELD_VALUE_OCTETS * 10))) {
    if (token.kind === ',' || token.kind === ';') close();
    else if (token.kind === ':') piece = []; // what stood before it was a group's name
    else piece.push(token);
  }
  close();
  return found;
}

/** Where the piece's address is written: all of what stands in its brackets, or its words. */
function spanOf(piece: readonly Token[], value: ByteString): AddressSpan | undefined {
  const address = mailboxOf(piece)?.address;
  if (address === undefined) return undefined;
  let at: number | undefined;
  let end = 0;
  for (const token of piece) {
    if (!('at' in token) || token.kind === 'comment' || (token.kind === 'text' && token.text.trim() === '')) continue;
    if (token.kind === 'angle') {
      const closed = value.charAt(token.end - 1) === '>' ? 1 : 0;
      return { address, at: token.at + 1, end: Math.max(token.at + 1, token.end - closed) };
    }
    const text = value.slice(token.at, token.end);
    at ??= token.at + (text.length - text.trimStart().length);
    end = token.at + text.trimEnd().length;
  }
  return at === undefined ? undefined : { address, at, end };
}

function mailboxOf(piece: readonly Token[]): Mailbox | undefined {
  let words = '';
  let quotedName = '';
  let comment: ByteString | undefined;
  let angle: ByteString | undefined;
  for (const token of piece) {
    if (token.kind === 'text') {
      words += token.text;
      quotedName += token.text;
    } else if (token.kind === 'quoted') {
      words += token.text; // it may be a quoted local part, so the quotes stay here
      quotedName += unquote(token.text);
    } else if (token.kind === 'comment') comment ??= token.text.trim();
    else if (token.kind === 'angle') angle ??= token.text;
  }
  // An address without brackets may have white space around its dots and its @ (RFC 5322 section 4.4).
  const address = (angle ?? words).replace(/\s*([@.])\s*/g, '$1').trim();
  if (address === '') return undefined;
  const name = angle === undefined ? comment : quotedName.replace(/\s+/g, ' ').trim() || comment;
  return name ? { name, address } : { address };
}

const unquote = (quoted: ByteString): ByteString => quoted.replace(/^"|"$/g, '').replace(/\\([^])/g, '$1');

function* tokens(value: ByteString): Generator<Token> {
  let at = 0;
  let text = '';
  let textAt = 0;
  while (at < value.length) {
    const character = value.charAt(at);
    const end = closingOf(value, at);
    if (end === undefined && !/[,;:]/.test(character)) {
      if (text === '') textAt = at;
      text += character;
      at += 1;
      continue;
    }
    if (text !== '') yield { kind: 'text', text, at: textAt, end: at };
    text = '';
    if (end === undefined) {
      yield { kind: character as ',' | ';' | ':' };
      at += 1;
    } else {
      const inside = value.slice(at, end);
      if (character === '"') yield { kind: 'quoted', text: inside, at, end };
      else if (character === '(') yield { kind: 'comment', text: commentText(inside), at, end };
      else if (character === '<') yield { kind: 'angle', text: withoutRoute(inside), at, end };
      else {
        text = inside; // a domain literal is text, but its colons are its own
        textAt = at;
      }
      at = end;
    }
  }
  if (text !== '') yield { kind: 'text', text, at: textAt, end: at };
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '(': ')', '<': '>', '[': ']' };

/** The offset after what opens at `at`; the end of the value when it never closes; undefined when nothing opens here. */
function closingOf(value: ByteString, at: number): number | undefined {
  const opener = value.charAt(at);
  const closer = CLOSERS[opener];
  if (closer === undefined) return undefined;
  let depth = 1;
  let quoted = false;
  for (let end = at + 1; end < value.length; end += 1) {
    const character = value.charAt(end);
    if (character === '\\') end += 1;
    else if (opener === '<' && character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === closer) {
      depth -= 1;
      if (depth === 0) return end + 1;
    } else if (opener === '(' && character === '(' && depth < COMMENT_DEPTH) depth += 1;
  }
  return value.length;
}

const commentText = (comment: ByteString): ByteString =>
  comment
    .slice(1)
    .replace(/\)$/, '')
    .replace(/\\([^])/g, '$1');

/** The inside of the brackets without an obsolete route: RFC 5322 section 4.4. */
const withoutRoute = (angle: ByteString): ByteString =>
  angle
    .slice(1)
    .replace(/>$/, '')
    .trim()
    .replace(/^@[^:"]*:/, '');
