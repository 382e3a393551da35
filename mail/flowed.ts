// Plain text as paragraphs with their depth of quoting. Counterpart: the mail program that shows them. Rule: RFC 3676 where
// the part says format=flowed; elsewhere lines stay as they are and only the marks of quoting are read.

import { QUOTE_DEPTH } from './limits.ts';

export interface QuotedText {
  /** How often it was quoted: 0 for the writer's own words. */
  depth: number;
  /** Lines joined by LF. */
  text: string;
}

export interface Flow {
  flowed: boolean;
  /** DelSp=yes: the space before a soft line break isn't part of the text. */
  delSp: boolean;
}

/** Neighbouring lines of one depth are one piece. `text`: decoded, lines ended by LF. */
export function quotedText(text: string, { flowed, delSp }: Flow = { flowed: false, delSp: false }): QuotedText[] {
  const pieces: { depth: number; lines: string[] }[] = [];
  /** The last line goes on in the next one of its depth. */
  let isOpen = false;
  for (const line of text.split('\n')) {
    const [marks = ''] = (flowed ? /^>*/ : /^(?:> ?)*/).exec(line) ?? [];
    const depth = Math.min(marks.replaceAll(' ', '').length, QUOTE_DEPTH);
    const content = line.slice(marks.length);
    const stuffed = flowed && content.startsWith(' ') ? content.slice(1) : content;
    // `-- ` is the mark above a signature, and no soft line break (section 4.3).
    const isSoft = flowed && stuffed.endsWith(' ') && stuffed !== '-- ';
    const words = isSoft && delSp ? stuffed.slice(0, -1) : stuffed;
    const last = pieces.at(-1);
    if (last && last.depth === depth) {
      if (isOpen && stuffed !== '-- ') last.lines.push((last.lines.pop() ?? '') + words);
      else last.lines.push(words);
    } else pieces.push({ depth, lines: [words] });
    isOpen = isSoft;
  }
  return pieces.map(({ depth, lines }) => ({ depth, text: lines.join('\n') }));
}
