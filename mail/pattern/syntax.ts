// A pattern as a tree: the regular expressions that people write into header and body checks, without what can't be
// matched in one pass (back references, look-around). Counterpart: program.ts makes steps of it, search.ts runs them.
// Rule: RFC 9485 (I-Regexp) in spirit: bounded, and what isn't understood is refused with its place.

import type { ByteString } from '../bytes.ts';
import { PATTERN_DEPTH, PATTERN_OCTETS, PATTERN_REPEATS } from '../limits.ts';
import { CLASSES, type OctetSet, setOf, unionOf, without } from './octet-set.ts';

export type PatternNode =
  | { kind: 'octet'; set: OctetSet }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; parts: PatternNode[] }
  /** `most` is absent where there is no end. */
  | { kind: 'repeat'; part: PatternNode; least: number; most?: number }
  | { kind: 'at'; place: 'start' | 'end' | 'word' | 'not word' };

export class PatternError extends Error {
  override name = 'PatternError';
}

/** Throws a PatternError with a sentence for a person. */
export function parsePattern(source: ByteString): PatternNode {
  if (source.length > PATTERN_OCTETS) throw new PatternError(`longer than ${PATTERN_OCTETS} characters`);
  const reader = new Reader(source);
  const tree = reader.choice(0);
  if (!reader.atEnd) throw new PatternError(`a ) too many at character ${reader.at + 1}`);
  return tree;
}

class Reader {
  readonly #source: ByteString;
  at = 0;

  constructor(source: ByteString) {
    this.#source = source;
  }

  get atEnd(): boolean {
    return this.at >= this.#source.length;
  }

  choice(depth: number): PatternNode {
    if (depth > PATTERN_DEPTH) throw new PatternError(`more than ${PATTERN_DEPTH} brackets inside each other`);
    const parts = [this.#sequence(depth)];
    while (this.#take('|')) parts.push(this.#sequence(depth));
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.atEnd && !'|)'.includes(this.#next)) parts.push(this.#repeated(depth));
    return { kind: 'sequence', parts };
  }

  #repeated(depth: number): PatternNode {
    let part = this.#atom(depth);
    for (let bounds = this.#bounds(); bounds; bounds = this.#bounds()) {
      if (part.kind === 'at') throw this.#problem('nothing to repeat');
      part = { kind: 'repeat', part, ...bounds };
      // Whether little or much is taken first doesn't matter to a yes or no.
      this.#take('?');
    }
    return part;
  }

  #bounds(): { least: number; most?: number } | undefined {
    if (this.#take('*')) return { least: 0 };
    if (this.#take('+')) return { least: 1 };
    if (this.#take('?')) return { least: 0, most: 1 };
    const written = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#source.slice(this.at, this.at + 16));
    if (!written) return undefined;
    const [whole, from = '', comma, to = ''] = written;
    this.at += whole.length;
    const least = Number(from);
    const most = comma === undefined ? least : to === '' ? undefined : Number(to);
    if (Math.max(least, most ?? 0) > PATTERN_REPEATS) throw this.#problem(`more than ${PATTERN_REPEATS} repetitions`);
    if (most !== undefined && most < least) throw this.#problem('bounds in the wrong order');
    return most === undefined ? { least } : { least, most };
  }

  #atom(depth: number): PatternNode {
    const character = this.#next;
    this.at += 1;
    switch (character) {
      case '(': {
        if (this.#take('?') && !this.#take(':')) throw this.#problem('look-around and named groups aren’t known here');
        const inside = this.choice(depth + 1);
        if (!this.#take(')')) throw this.#problem('a ( that never closes');
        return inside;
      }
      case '[':
        return { kind: 'octet', set: this.#class() };
      case '.':
        return { kind: 'octet', set: CLASSES.any };
      case '^':
        return { kind: 'at', place: 'start' };
      case '$':
        return { kind: 'at', place: 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw this.#problem('nothing to repeat');
      default:
        return { kind: 'octet', set: setOf(character) };
    }
  }

  #escape(): PatternNode {
    if (this.#take('b')) return { kind: 'at', place: 'word' };
    if (this.#take('B')) return { kind: 'at', place: 'not word' };
    return { kind: 'octet', set: this.#escaped() };
  }

  /** What a backslash stands for, inside a class and outside. */
  #escaped(): OctetSet {
    const character = this.#next;
    if (character === '') throw this.#problem('a backslash at the end');
    this.at += 1;
    const named = ESCAPES[character];
    if (named) return named;
    if (character === 'x') {
      const [hex] = /^[0-9a-f]{2}/i.exec(this.#source.slice(this.at, this.at + 2)) ?? [];
      if (hex === undefined) throw this.#problem('\\x without two hexadecimal digits');
      this.at += 2;
      return setOf(String.fromCharCode(Number.parseInt(hex, 16)));
    }
    if (/[1-9k]/.test(character)) throw this.#problem('back references aren’t known here');
    if (/[a-z]/i.test(character)) throw this.#problem(`\\${character} isn’t known here`);
    return setOf(character);
  }

  #class(): OctetSet {
    const isNegated = this.#take('^');
    const sets: OctetSet[] = [];
    // A ] that comes first is one of the characters.
    for (let isFirst = true; isFirst || this.#next !== ']'; isFirst = false) {
      if (this.atEnd) throw this.#problem('a [ that never closes');
      sets.push(this.#classPart());
    }
    this.at += 1;
    return isNegated ? without(unionOf(sets)) : unionOf(sets);
  }

  #classPart(): OctetSet {
    const [posix, name = ''] = /^\[:([a-z]{1,8}):\]/.exec(this.#source.slice(this.at, this.at + 12)) ?? [];
    if (posix !== undefined) {
      const named = POSIX[name];
      if (!named) throw this.#problem(`[:${name}:] isn’t known here`);
      this.at += posix.length;
      return named;
    }
    const from = this.#next;
    this.at += 1;
    if (from === '\\') return this.#escaped();
    const [, to = ''] = /^-([^\]\\])/.exec(this.#source.slice(this.at, this.at + 2)) ?? [];
    if (to === '') return setOf(from);
    this.at += 2;
    if (to < from) throw this.#problem('a range in the wrong order');
    return setOf(from, to);
  }

  get #next(): string {
    return this.#source.charAt(this.at);
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.at += 1;
    return true;
  }

  #problem(what: string): PatternError {
    return new PatternError(`${what}, at character ${this.at}`);
  }
}

const ESCAPES: Readonly<Record<string, OctetSet>> = {
  d: CLASSES.digit,
  D: without(CLASSES.digit),
  w: CLASSES.word,
  W: without(CLASSES.word),
  s: CLASSES.space,
  S: without(CLASSES.space),
  t: setOf('\t'),
  n: setOf('\n'),
  r: setOf('\r'),
};

const POSIX: Readonly<Record<string, OctetSet>> = {
  alpha: CLASSES.alpha,
  digit: CLASSES.digit,
  alnum: unionOf([CLASSES.alpha, CLASSES.digit]),
  space: CLASSES.space,
  blank: unionOf([setOf(' '), setOf('\t')]),
  upper: setOf('A', 'Z'),
  lower: setOf('a', 'z'),
  punct: without(unionOf([CLASSES.alpha, CLASSES.digit, setOf('\0', ' '), setOf('\x7f', '\xff')])),
  print: setOf(' ', '~'),
  xdigit: unionOf([CLASSES.digit, setOf('a', 'f'), setOf('A', 'F')]),
};
