// The letters in what somebody pasted or dropped: one, headers alone, or a mailbox file full of them. Counterpart:
// engine/store/mbox-read.ts reads the lab's own files. Rule: a letter of a mailbox file begins at a From_ line behind a blank
// one; what was pasted with blank lines or an indent around it is still a letter.

import type { ByteString } from '../bytes.ts';
import { ANALYSIS_LIMITS } from '../limits.ts';
import { fromMboxText } from '../mbox.ts';

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/** At least one, however empty; each without its From_ line. */
export function lettersIn(pasted: ByteString): ByteString[] {
  const text = pasted.startsWith(BYTE_ORDER_MARK) ? pasted.slice(BYTE_ORDER_MARK.length) : pasted;
  const begun = text.replace(/^(?:[ \t]*\r?\n)+/, '');
  if (!begun.startsWith('From ')) return [withoutIndent(begun)];
  const starts = [0];
  const between = /\n\r?\n(?=From [^\r\n]*\d)/g;
  for (const match of begun.matchAll(between)) {
    if (starts.length === ANALYSIS_LIMITS.letters) break;
    starts.push(match.index + match[0].length);
  }
  return starts.map((at, index) => {
    const entry = begun.slice(at, starts[index + 1]);
    // The blank line at its end is the file's.
    const letter = entry.slice(entry.indexOf('\n') + 1).replace(/(?<=\n)\r?\n$/, '');
    return fromMboxText(letter, 'mboxrd');
  });
}

/** Text that was copied out of a page has every line indented alike, and the first not at all. */
function withoutIndent(text: ByteString): ByteString {
  const [indent = ''] = /^[ \t]+(?=[\w-]+:)/.exec(text) ?? [];
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n').slice(indent.length);
}
