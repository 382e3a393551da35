// The words of a Sieve script (RFC 5228 section 8.1). Counterpart: grammar.ts. Rule: bounded, and each word knows its line.

import { SIEVE_LIMITS } from '../limits.ts';
import { SieveError } from './problem.ts';

export type Token =
  | { kind: 'identifier'; text: string; line: number }
  | { kind: 'tag'; text: string; line: number }
  | { kind: 'string'; text: string; line: number }
  | { kind: 'number'; value: number; line: number }
  | { kind: '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';'; line: number };

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const SPACE = /(?:[ \t\r\n]+|#[^\n]*|\/\*[^]*?\*\/)/y;
const NUMBER = /(\d{1,10})([kmg]?)(?![a-z0-9_])/iy;
const NAME = /(:?)([a-z_][a-z0-9_]*)/iy;
const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
/** A text of many lines ends with a line that is only a dot. */
const MULTILINE = /text:[ \t]*(?:#[^\n]*)?\r?\n((?:(?!\.\r?$)[^\n]*\n)*)\.\r?(?:\n|$)/imy;

export function tokensOf(script: string): Token[] {
  if (script.length > SIEVE_LIMITS.scriptOctets) throw new SieveError(1, 'the script is too long');
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(script);
    if (!match) return undefined;
    at += match[0].length;
    return match;
  };
  while (at < script.length) {
    const from = at;
    const begun = line;
    const next = script[at] ?? '';
    if (take(SPACE)) {
      // only counted
    } else {
      const multiline = take(MULTILINE);
      const quoted = multiline ?? take(QUOTED);
      const number = quoted ? undefined : take(NUMBER);
      const name = (quoted ?? number) ? undefined : take(NAME);
      if (multiline) tokens.push({ kind: 'string', text: (multiline[1] ?? '').replace(/^\./gm, ''), line: begun });
      else if (quoted) tokens.push({ kind: 'string', text: (quoted[1] ?? '').replace(/\\([^])/g, '$1'), line: begun });
      else if (number) {
        const value = Number(number[1]) * (UNITS[(number[2] ?? '').toLowerCase()] ?? 1);
        tokens.push({ kind: 'number', value, line: begun });
      } else if (name) {
        const text = (name[2] ?? '').toLowerCase();
        if (name[1] === ':') tokens.push({ kind: 'tag', text, line: begun });
        else tokens.push({ kind: 'identifier', text, line: begun });
      } else if (isPunctuation(next)) {
        tokens.push({ kind: next, line: begun });
        at += 1;
      } else throw new SieveError(begun, unreadable(next));
    }
    line += newlines(script.slice(from, at));
    if (tokens.length > SIEVE_LIMITS.tokens) throw new SieveError(begun, 'the script has too many words');
  }
  return tokens;
}

function isPunctuation(character: string): character is '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' {
  return '()[]{},;'.includes(character) && character !== '';
}

function unreadable(character: string): string {
  if (character === '"') return 'a string that begins here isn’t ended by a quotation mark';
  if (character === '/') return 'a comment that begins here isn’t ended by */';
  if (/['“”„]/.test(character)) return 'strings stand between straight double quotation marks: "like this"';
  return `the character ${JSON.stringify(character)} means nothing here`;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
