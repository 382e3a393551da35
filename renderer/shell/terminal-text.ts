// Text on its way to a terminal. Counterpart: session.ts writes it. Rule: a terminal gets no control character but line
// ends and tabs, whoever sent it.

/** The engine sends harmless text; a terminal gets nothing else, whoever sent it. */
export function harmless(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** A terminal's line ends, each line in its colour. */
export function inLines(text: string, colour: (part: string) => string): string {
  return text
    .split('\n')
    .map((part) => colour(part))
    .join('\r\n');
}
