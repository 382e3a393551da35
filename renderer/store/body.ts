// The text that a reader of a letter sees, out of its octets. Counterpart: inspector/letter-body.tsx. Rule: plain text
// only; HTML from a letter never gets near the page.

import { type MimePart, walkMime } from '../../mail/mime.ts';
import { textOf } from './charsets.ts';
import { showText } from './octets.ts';

export type BodyText = { kind: 'text'; text: string } | { kind: 'other'; type: string };

/** `message`: the whole letter, one character an octet. */
export function bodyText(message: string): BodyText {
  const whole = walkMime(message);
  const part = firstPlain(whole);
  if (!part) return { kind: 'other', type: `${whole.type}/${whole.subtype}` };
  return { kind: 'text', text: showText(textOf(part, message).text).trimEnd() };
}

function firstPlain(part: MimePart): MimePart | undefined {
  if (part.parts.length === 0) return part.type === 'text' && part.subtype === 'plain' ? part : undefined;
  for (const child of part.parts) {
    const found = firstPlain(child);
    if (found) return found;
  }
  return undefined;
}
