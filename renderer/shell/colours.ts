// The session's text in the terminal's colours: who types stands out, a dialog's other end is blue, refusals are red.
// Counterpart: terminal-theme.ts says what these colours are. Rule: palette colours and bold only, which xterm draws
// with classes; a colour of its own would need an inline style, which the page's policy forbids.

import { isRefusal } from '../../mail/answer.ts';

const RESET = '\x1b[0m';

export type Voice = 'plain' | 'dialog' | 'refusal';

const CODES: Readonly<Record<Voice, string>> = { plain: '', dialog: '\x1b[34m', refusal: '\x1b[31m' };

/** How a line of a dialog begins decides for all of it. */
export function voiceOf(line: string, isDialog: boolean): Voice {
  if (!isDialog) return 'plain';
  return isRefusal(line, 'raw') ? 'refusal' : 'dialog';
}

export function said(text: string, voice: Voice): string {
  const code = CODES[voice];
  return code === '' || text === '' ? text : code + text + RESET;
}

export function typed(text: string): string {
  return text === '' ? '' : `\x1b[1m${text}${RESET}`;
}

/** The prompt, and words of the screen's own. */
export function aside(text: string): string {
  return text === '' ? '' : `\x1b[90m${text}${RESET}`;
}
