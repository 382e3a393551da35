// Tests on the octets of a letter, the same for what crossed a wire and for what lies in a mailbox.
// Counterpart: wire.ts, stored.ts. Rule: lines end in CRLF, as on the wire; nothing is decoded.

import { z } from '../../../contract/schema.ts';
import { quoted } from '../../book/lines.ts';
import type { Reason } from '../matcher.ts';

const text = z.string().max(400);

export const textShape = {
  /** A whole line, exactly. */
  line: text.optional(),
  noLine: text.optional(),
  /** Anywhere, header included, without regard to case. */
  contains: text.optional(),
  lacks: text.optional(),
} as const;

const schema = z.strictObject(textShape);
export type TextSpec = z.output<typeof schema>;

export function failingText(bytes: string, { line, noLine, contains, lacks }: TextSpec): Reason | undefined {
  // The last line's end begins no line of its own.
  const lines = bytes.replace(/\r\n$/, '').split('\r\n');
  const lower = bytes.toLowerCase();
  if (line !== undefined && !lines.includes(line)) return { key: 'text.line', params: { wanted: quoted(line) } };
  if (noLine !== undefined && lines.includes(noLine)) return { key: 'text.noLine', params: { wanted: quoted(noLine) } };
  if (contains !== undefined && !lower.includes(contains.toLowerCase())) {
    return { key: 'text.contains', params: { wanted: quoted(contains) } };
  }
  if (lacks !== undefined && lower.includes(lacks.toLowerCase())) {
    return { key: 'text.lacks', params: { wanted: quoted(lacks) } };
  }
  return undefined;
}
