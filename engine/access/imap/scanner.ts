// Reads a gathered command piece by piece, in the words of RFC 3501 section 9. Counterpart: reader.ts gathers;
// commands/ ask for what their syntax has next. Rule: strict, so that what a student typed wrong is
// told and not guessed; every problem is a SyntaxProblem, answered with BAD.

import { type ByteString, toByteString } from '../../../mail/bytes.ts';
import { type GatheredCommand, LITERAL_0 } from './reader.ts';

export class SyntaxProblem extends Error {
  override name = 'SyntaxProblem';
}

// The printable characters of ASCII without those that mean something; `+-[` and `^-z` are ranges.
/** ATOM-CHAR, and `]`, which an astring may have. */
const ASTRING_ATOM = /[!#$&'+-[\]-z|}~]+/y;
const ATOM = /[!#$&'+-[^-z|}~]+/y;
const LIST_MAILBOX = /[!#-'*-[\]-z|}~]+/y;
const KEYWORD = /[A-Za-z0-9.]+/y;
const TAG = /[!#$&',-[\]-z|}~]+/y;
/** Octets above 127 are let through: UTF-8 in quotes is what people type. */
const QUOTED = /"((?:[^"\\\r\n\0]|\\["\\])*)"/y;
const NUMBER = /\d{1,10}/y;
const LITERAL = /[\ue000-\uf8ff]/y;
const FIRST_LITERAL = String.fromCharCode(LITERAL_0);

const HIGHEST_NUMBER = 2 ** 32 - 1;

export class Scanner {
  readonly #text: string;
  readonly #literals: readonly Uint8Array[];
  #at = 0;

  constructor({ text, literals }: GatheredCommand) {
    this.#text = text;
    this.#literals = literals;
  }

  tag(): string {
    return this.match(TAG)?.[0] ?? fail('a command begins with a tag');
  }

  /** Command names, fetch items, search keys: in upper case. */
  keyword(): string {
    return (this.match(KEYWORD)?.[0] ?? fail('a word is missing')).toUpperCase();
  }

  atom(): ByteString {
    return this.match(ATOM)?.[0] ?? fail('an atom is missing');
  }

  number(): number {
    const number = Number(this.match(NUMBER)?.[0] ?? fail('a number is missing'));
    if (number > HIGHEST_NUMBER) fail('the number is too large');
    return number;
  }

  /** atom, quoted string or literal. */
  astring(): ByteString {
    return this.#string() ?? this.match(ASTRING_ATOM)?.[0] ?? fail('a string is missing');
  }

  /** As astring, with the wildcards of LIST. */
  listMailbox(): ByteString {
    return this.#string() ?? this.match(LIST_MAILBOX)?.[0] ?? fail('a mailbox name is missing');
  }

  /** Quoted string or literal. */
  string(): ByteString {
    return this.#string() ?? fail('a quoted string or literal is missing');
  }

  /** The octets of a literal, as they came. */
  literal(): Uint8Array {
    const standIn = this.match(LITERAL)?.[0];
    const literal = standIn === undefined ? undefined : this.#literals[standIn.charCodeAt(0) - LITERAL_0];
    return literal ?? fail('a literal is missing');
  }

  /** `(` items separated by one space `)`; at least `least` of them. */
  list<T>(item: () => T, least = 0): T[] {
    this.expect('(');
    const items: T[] = [];
    if (this.optional(')')) return least > 0 ? fail('the list is empty') : items;
    do items.push(item());
    while (this.optional(' '));
    this.expect(')');
    return items;
  }

  space(): void {
    if (!this.optional(' ')) fail(this.atEnd() ? 'an argument is missing' : 'a space is missing');
  }

  /** The next character, or nothing at the end. */
  peek(): string {
    return this.#text.charAt(this.#at);
  }

  /** Whether the next character is this one. */
  sees(character: string): boolean {
    return this.peek() === character;
  }

  optional(character: string): boolean {
    if (!this.sees(character)) return false;
    this.#at += 1;
    return true;
  }

  expect(character: string): void {
    if (!this.optional(character)) fail(`'${character}' is missing`);
  }

  /** `pattern` must be sticky. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match || match[0] === '') return undefined;
    this.#at += match[0].length;
    return match;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  end(): void {
    if (!this.atEnd()) fail('there is more than the command takes');
  }

  #string(): ByteString | undefined {
    if (this.peek() >= FIRST_LITERAL) return toByteString(this.literal());
    if (!this.sees('"')) return undefined;
    const quoted = this.match(QUOTED) ?? fail('the quoted string has no end, or what no quoted string may have');
    return (quoted[1] ?? '').replace(/\\(["\\])/g, '$1');
  }
}

function fail(problem: string): never {
  throw new SyntaxProblem(problem);
}
