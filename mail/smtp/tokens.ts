// A command line cut into words, with the boundaries that Postfix sees: `<...>` and `"..."` hold their white space, and
// `FROM:` or `TO:` ends a word without one. Counterpart: smtp/command.ts. Rule: cutting only; no word is judged here
// except one whose quote or bracket never closes.

import type { ByteString } from '../bytes.ts';

export interface CommandToken {
  text: ByteString;
  /** Offset after it in the line. */
  end: number;
  /** A quote or bracket that opens in it never closes. */
  open: boolean;
}

/** Words of a line, in order. */
export function readTokens(line: ByteString): CommandToken[] {
  const tokens: CommandToken[] = [];
  let start = -1;
  let open = false;
  let at = 0;
  const close = (end: number): void => {
    if (start >= 0) tokens.push({ text: line.slice(start, end), end, open });
    start = -1;
    open = false;
  };
  while (at < line.length) {
    const character = line.charAt(at);
    if (/\s/.test(character)) {
      close(at);
      at += 1;
      continue;
    }
    if (start < 0) start = at;
    if (character === '<' || character === '"') {
      const end = closing(line, at);
      open = end === undefined;
      at = end ?? line.length;
    } else if (character === '\\') at = Math.min(at + 2, line.length);
    else {
      at += 1;
      if (character === ':' && /^(?:from|to):$/i.test(line.slice(start, at))) close(at);
    }
  }
  close(line.length);
  return tokens;
}

/** The offset after the bracket or quote that opens at `at`. Brackets nest; inside quotes only a quote counts. */
function closing(line: ByteString, at: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let end = at; end < line.length; end += 1) {
    const character = line.charAt(end);
    if (character === '\\') end += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '<') depth += 1;
    else if (!quoted && character === '>') depth -= 1;
    if (depth === 0 && !quoted && end < line.length) return end + 1;
  }
  return undefined;
}
