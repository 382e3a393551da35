// The header of a message as a list of fields, and back. Counterpart: address, date, received and mime read the values.
// Rule: lossless for any input: the raw fields, the separator and the body joined are the message, octet for octet,
// because provenance compares fields from hop to hop and a signature covers every space.

import { toByteString, type ByteString } from './bytes.ts';
import { FIELD_NAME_OCTETS, FOLD_OCTETS } from './limits.ts';

/** One header field: RFC 5322 section 2.2. */
export interface Field {
  /** As written, without the colon and any space before it. Compare without regard to case. */
  name: ByteString;
  /** The whole field with its folding and line ends, exactly as it stands in the message. */
  raw: ByteString;
  /** The body, unfolded (RFC 5322 section 2.2.3), without the final line end and without one leading space. */
  value: ByteString;
}

export interface SplitMessage {
  fields: Field[];
  /** The blank line that ends the header, or '' when the message has none. */
  separator: ByteString;
  body: ByteString;
}

const FIELD_START = new RegExp(`^([\\x21-\\x39\\x3b-\\x7e]{1,${FIELD_NAME_OCTETS}})[ \\t]*:`);
const FIELD_START_OCTETS = FIELD_NAME_OCTETS + 64; // what of a line is read to tell what it is

type LineKind = 'blank' | 'field' | 'continuation' | 'other';

function kindOf(lineStart: ByteString): LineKind {
  if (lineStart === '\n' || lineStart === '\r\n') return 'blank';
  if (lineStart.startsWith(' ') || lineStart.startsWith('\t')) return 'continuation';
  return FIELD_START.test(lineStart) ? 'field' : 'other';
}

/**
 * Splits a message into fields, separator and body. Accepts bare LF as a line end. A line that is neither field nor
 * continuation (no colon, an mbox `From ` line) ends the header without a separator and begins the body, as in Postfix.
 */
export function splitMessage(message: ByteString): SplitMessage {
  const fields: Field[] = [];
  let fieldAt = 0;
  let at = 0;
  let separator = '';
  const close = (): void => {
    if (at > fieldAt) fields.push(readField(message.slice(fieldAt, at)));
    fieldAt = at;
  };
  while (at < message.length) {
    const newline = message.indexOf('\n', at);
    const end = newline < 0 ? message.length : newline + 1;
    const kind = kindOf(message.slice(at, Math.min(end, at + FIELD_START_OCTETS)));
    if (kind === 'continuation' && at > fieldAt) {
      at = end;
      continue;
    }
    close();
    if (kind === 'blank') separator = message.slice(at, end);
    if (kind !== 'field') break;
    at = end;
  }
  close();
  return { fields, separator, body: message.slice(at + separator.length) };
}

/** Octets of the header with its separator: where the body starts. Reads no further than that. */
export function headerLength(message: Uint8Array): number {
  let at = 0;
  while (at < message.length) {
    const newline = message.indexOf(10, at);
    const end = newline < 0 ? message.length : newline + 1;
    const kind = kindOf(toByteString(message.subarray(at, Math.min(end, at + FIELD_START_OCTETS))));
    if (kind === 'blank') return end;
    if (kind === 'other' || (kind === 'continuation' && at === 0)) return at;
    at = end;
  }
  return at;
}

function readField(raw: ByteString): Field {
  const start = FIELD_START.exec(raw);
  return { name: start?.[1] ?? '', raw, value: unfold(raw.slice(start?.[0].length ?? 0)) };
}

/** RFC 5322 section 2.2.3: a line end before white space is folding and goes; the white space stays. */
function unfold(body: ByteString): ByteString {
  return body
    .replace(/\r?\n(?=[ \t])/g, '')
    .replace(/\r?\n$/, '')
    .replace(/^ /, '');
}

/** All fields of a name, in the order of the message. */
export function fieldsNamed(fields: readonly Field[], name: string): Field[] {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted);
}

/** The value of the first field of a name, or undefined. */
export function firstValue(fields: readonly Field[], name: string): ByteString | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value;
}

/**
 * Writes a field with CRLFs, folded before white space so that lines have at most `maxLine` octets where the words
 * allow it (RFC 5322 section 2.1.1). Line ends and NULs inside `body` become spaces: a value can't add a field.
 */
export function foldField(name: ByteString, body: ByteString, maxLine = FOLD_OCTETS): ByteString {
  const oneLine = body.replace(/\r?\n(?=[ \t])/g, '').replace(/[\r\n\0]/g, ' ');
  const words = oneLine.match(/[ \t]*[^ \t]+|[ \t]+$/g) ?? [];
  const lines: ByteString[] = [];
  let line = `${name}: ${words[0] ?? ''}`;
  for (const word of words.slice(1)) {
    // A line of white space alone would end the header for careless readers: RFC 5322 section 3.2.2.
    const breakable = /[^ \t]/.test(word);
    if (breakable && line.length + word.length > maxLine) {
      lines.push(line);
      line = word;
    } else line += word;
  }
  return [...lines, line].join('\r\n') + '\r\n';
}
