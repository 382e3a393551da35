// A Sieve script as its grammar has it (RFC 5228 section 8.2): commands with arguments, tests and blocks, whatever they
// are called. Counterpart: script.ts knows the names. Rule: recursion is bounded.

import { SIEVE_LIMITS } from '../limits.ts';
import { SieveError } from './problem.ts';
import { type Token, tokensOf } from './tokens.ts';

export type Argument =
  | { kind: 'tag'; text: string; line: number }
  | { kind: 'number'; value: number; line: number }
  /** One string, or a list of them in brackets. */
  | { kind: 'strings'; values: string[]; line: number };

export interface Phrase {
  name: string;
  line: number;
  args: Argument[];
  tests: Phrase[];
  /** Absent of a test, and of a command that ends in a semicolon. */
  block?: Phrase[];
}

export function phrasesOf(script: string): Phrase[] {
  const reader = new Reader(tokensOf(script));
  return reader.commands(0, undefined);
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  commands(depth: number, opened: number | undefined): Phrase[] {
    if (depth > SIEVE_LIMITS.depth) throw new SieveError(this.#line(), 'blocks and tests are nested too deeply');
    const commands: Phrase[] = [];
    for (;;) {
      const token = this.#peek();
      if (!token) {
        if (opened !== undefined) throw new SieveError(opened, 'the block that begins here isn’t ended by }');
        return commands;
      }
      if (token.kind === '}') {
        if (opened === undefined) throw new SieveError(token.line, 'there is no block that this } could end');
        this.#at += 1;
        return commands;
      }
      commands.push(this.#command(depth));
    }
  }

  #command(depth: number): Phrase {
    const phrase = this.#phrase(depth, 'a command');
    const next = this.#peek();
    if (next?.kind === ';') {
      this.#at += 1;
      return phrase;
    }
    if (next?.kind === '{') {
      this.#at += 1;
      return { ...phrase, block: this.commands(depth + 1, next.line) };
    }
    throw new SieveError(this.#tokens[this.#at - 1]?.line ?? phrase.line, `${phrase.name} isn’t ended by a semicolon`);
  }

  #phrase(depth: number, what: string): Phrase {
    if (depth > SIEVE_LIMITS.depth) throw new SieveError(this.#line(), 'blocks and tests are nested too deeply');
    const token = this.#peek();
    if (token?.kind !== 'identifier') throw new SieveError(this.#line(), `${what} is expected here`);
    this.#at += 1;
    const phrase: Phrase = { name: token.text, line: token.line, args: [], tests: [] };
    for (let argument = this.#argument(); argument; argument = this.#argument()) phrase.args.push(argument);
    const next = this.#peek();
    if (next?.kind === 'identifier') phrase.tests.push(this.#phrase(depth + 1, 'a test'));
    else if (next?.kind === '(') {
      this.#at += 1;
      phrase.tests.push(this.#phrase(depth + 1, 'a test'));
      while (this.#takes(',')) phrase.tests.push(this.#phrase(depth + 1, 'a test'));
      if (!this.#takes(')'))
        throw new SieveError(this.#line(), 'tests stand between brackets, with commas: (one, two)');
    }
    return phrase;
  }

  #argument(): Argument | undefined {
    const token = this.#peek();
    if (token?.kind === 'tag' || token?.kind === 'number') {
      this.#at += 1;
      return token;
    }
    if (token?.kind === 'string') {
      this.#at += 1;
      return { kind: 'strings', values: [token.text], line: token.line };
    }
    if (token?.kind !== '[') return undefined;
    this.#at += 1;
    const values: string[] = [];
    do {
      const one = this.#peek();
      if (one?.kind !== 'string') throw new SieveError(this.#line(), 'a list is of strings: ["one", "two"]');
      values.push(one.text);
      this.#at += 1;
    } while (this.#takes(','));
    if (!this.#takes(']')) throw new SieveError(token.line, 'the list that begins here isn’t ended by ]');
    return { kind: 'strings', values, line: token.line };
  }

  #takes(kind: ',' | ')' | ']'): boolean {
    const found = this.#peek()?.kind === kind;
    if (found) this.#at += 1;
    return found;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #line(): number {
    return (this.#peek() ?? this.#tokens.at(-1))?.line ?? 1;
  }
}
