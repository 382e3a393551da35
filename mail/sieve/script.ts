// A Sieve script with its names understood (RFC 5228 sections 3 to 5): what it tests, what it does. Counterpart: grammar.ts
// reads phrases, run.ts carries out. Rule: all that can be wrong is found before a letter comes; what an extension brings
// must be required, as section 3.2 says.

import { SIEVE_LIMITS } from '../limits.ts';
import { type Argument, type Phrase, phrasesOf } from './grammar.ts';
import { SieveError, suggestion } from './problem.ts';

export type MatchType = 'is' | 'contains' | 'matches';
export type AddressPart = 'all' | 'localpart' | 'domain';

/** How strings are compared. */
export interface Matching {
  type: MatchType;
  /** The comparator i;octet; i;ascii-casemap otherwise. */
  isCaseSensitive: boolean;
}

export type Test =
  | { test: 'true' | 'false' }
  | { test: 'not'; of: Test }
  | { test: 'allof' | 'anyof'; of: Test[] }
  | { test: 'exists'; fields: string[] }
  | { test: 'size'; over: boolean; octets: number }
  | { test: 'header'; matching: Matching; fields: string[]; keys: string[] }
  | { test: 'address'; matching: Matching; part: AddressPart; fields: string[]; keys: string[] }
  | { test: 'envelope'; matching: Matching; part: AddressPart; fields: string[]; keys: string[] };

export type Command =
  | { do: 'if'; line: number; branches: { line: number; test: Test; block: Command[] }[]; otherwise?: Command[] }
  | { do: 'keep' | 'discard' | 'stop'; line: number }
  | { do: 'redirect'; line: number; to: string; copy: boolean }
  | { do: 'fileinto'; line: number; folder: string; create: boolean; copy: boolean };

const EXTENSIONS = ['fileinto', 'envelope', 'mailbox', 'copy', 'comparator-i;octet', 'comparator-i;ascii-casemap'];
const COMMANDS = ['require', 'if', 'elsif', 'else', 'keep', 'discard', 'stop', 'redirect', 'fileinto'];
const TESTS = ['true', 'false', 'not', 'allof', 'anyof', 'exists', 'size', 'header', 'address', 'envelope'];
const MATCH_TYPES = ['is', 'contains', 'matches'];
const PARTS = ['all', 'localpart', 'domain'];

/** Throws SieveError. */
export function scriptOf(text: string): Command[] {
  const phrases = phrasesOf(text);
  const requires = phrases.findIndex(({ name }) => name !== 'require');
  const head = requires < 0 ? phrases : phrases.slice(0, requires);
  const required = new Set(head.flatMap(extensionsOf));
  return new Reader(required).block(phrases.slice(head.length));
}

function extensionsOf({ line, args, tests, block }: Phrase): string[] {
  const [list, ...more] = args;
  if (list?.kind !== 'strings' || more.length > 0 || tests.length > 0 || block) {
    throw new SieveError(line, 'require takes a list of extensions: require ["fileinto"];');
  }
  for (const one of list.values) {
    if (EXTENSIONS.includes(one)) continue;
    throw new SieveError(
      list.line,
      `"${one.slice(0, 40)}" is no extension that is known here${suggestion(one, EXTENSIONS)}`,
    );
  }
  return list.values;
}

class Reader {
  readonly #required: ReadonlySet<string>;

  constructor(required: ReadonlySet<string>) {
    this.#required = required;
  }

  block(phrases: readonly Phrase[]): Command[] {
    const commands: Command[] = [];
    for (const phrase of phrases) {
      const before = commands.at(-1);
      if (phrase.name === 'elsif' || phrase.name === 'else') {
        if (before?.do !== 'if' || before.otherwise) throw new SieveError(phrase.line, `${phrase.name} follows an if`);
        if (phrase.name === 'elsif') before.branches.push(this.#branch(phrase));
        else before.otherwise = this.block(this.#blockOf(phrase, 0));
      } else commands.push(this.#command(phrase));
    }
    return commands;
  }

  #command(phrase: Phrase): Command {
    const { name, line } = phrase;
    if (name === 'if') return { do: 'if', line, branches: [this.#branch(phrase)] };
    if (name === 'require') throw new SieveError(line, 'require stands before all other commands');
    if (!COMMANDS.includes(name)) {
      const hint = TESTS.includes(name) ? `; it is a test: if ${name} ... { ... }` : suggestion(name, COMMANDS);
      throw new SieveError(line, `"${name}" is no command${hint}`);
    }
    if (phrase.block) throw new SieveError(line, `${name} has no block`);
    if (phrase.tests.length > 0)
      throw new SieveError(line, `${name} takes no test; a semicolon may be missing before it`);
    const tags = this.#tags(
      phrase,
      { create: 'mailbox', copy: 'copy' },
      name === 'fileinto' ? ['create', 'copy'] : name === 'redirect' ? ['copy'] : [],
    );
    const strings = stringsOf(phrase);
    if (name === 'keep' || name === 'discard' || name === 'stop') {
      if (strings.length > 0) throw new SieveError(line, `${name} takes no words`);
      return { do: name, line };
    }
    const [[value, ...others] = [], ...more] = strings;
    if (value === undefined || others.length > 0 || more.length > 0) {
      throw new SieveError(
        line,
        name === 'redirect'
          ? 'redirect takes an address: redirect "bob@harbor.example";'
          : 'fileinto takes a folder: fileinto "Lists";',
      );
    }
    if (name === 'redirect') {
      if (!/^[^\s@<>]+@[^\s@<>]+$/.test(value)) throw new SieveError(line, `"${value.slice(0, 60)}" is no address`);
      return { do: 'redirect', line, to: value, copy: tags.has('copy') };
    }
    this.#need('fileinto', 'fileinto', line);
    return { do: 'fileinto', line, folder: value, create: tags.has('create'), copy: tags.has('copy') };
  }

  #branch(phrase: Phrase): { line: number; test: Test; block: Command[] } {
    const [test] = phrase.tests;
    const block = this.#blockOf(phrase, 1);
    if (!test)
      throw new SieveError(
        phrase.line,
        `${phrase.name} takes a test: ${phrase.name} header :contains "Subject" "hello" { ... }`,
      );
    return { line: phrase.line, test: this.#test(test), block: this.block(block) };
  }

  #blockOf({ name, line, args, tests, block }: Phrase, wanted: number): Phrase[] {
    if (args.length > 0 || tests.length > wanted)
      throw new SieveError(line, `${name} takes ${wanted === 0 ? 'nothing but' : 'one test and'} a block`);
    if (!block) throw new SieveError(line, `${name} has no block: what is to be done stands between { and }`);
    return block;
  }

  #test(phrase: Phrase): Test {
    const { name, line, tests } = phrase;
    const strings = stringsOf(phrase);
    switch (name) {
      case 'true':
      case 'false':
        return { test: name };
      case 'not': {
        const [of] = tests;
        if (!of || tests.length > 1) throw new SieveError(line, 'not takes one test');
        return { test: 'not', of: this.#test(of) };
      }
      case 'allof':
      case 'anyof':
        if (tests.length === 0) throw new SieveError(line, `${name} takes tests between brackets: ${name} (one, two)`);
        return { test: name, of: tests.map((one) => this.#test(one)) };
      case 'exists': {
        this.#tags(phrase, {}, []);
        const [fields, ...more] = strings;
        if (!fields || more.length > 0)
          throw new SieveError(line, 'exists takes names of fields: exists ["X-Spam", "List-Id"]');
        return { test: 'exists', fields };
      }
      case 'size': {
        const tags = this.#tags(phrase, {}, ['over', 'under']);
        const limit = phrase.args.find((one) => one.kind === 'number');
        if (tags.size !== 1 || !limit)
          throw new SieveError(line, 'size takes :over or :under and a number: size :over 100K');
        return { test: 'size', over: tags.has('over'), octets: limit.value };
      }
      case 'header':
      case 'address':
      case 'envelope': {
        if (name === 'envelope') this.#need('envelope', 'envelope', line);
        const tags = this.#tags(phrase, {}, name === 'header' ? MATCH_TYPES : [...MATCH_TYPES, ...PARTS]);
        const [fields, keys, ...more] = strings;
        if (!fields || !keys || more.length > 0) {
          throw new SieveError(
            line,
            `${name} takes names of fields and words to look for: ${name} :contains "From" "alice"`,
          );
        }
        const matching = { type: oneOf(tags, MATCH_TYPES, line) ?? 'is', isCaseSensitive: isOctet(phrase) } as Matching;
        if (name === 'header') return { test: 'header', matching, fields, keys };
        return { test: name, matching, part: (oneOf(tags, PARTS, line) ?? 'all') as AddressPart, fields, keys };
      }
      default:
        throw new SieveError(line, `"${name}" is no test${suggestion(name, TESTS)}`);
    }
  }

  /** The tags of a phrase; a comparator and its name are looked at elsewhere. */
  #tags({ name, args }: Phrase, needs: Readonly<Record<string, string>>, known: readonly string[]): Set<string> {
    const tags = new Set<string>();
    for (const one of args) {
      if (one.kind !== 'tag' || one.text === 'comparator') continue;
      if (!known.includes(one.text))
        throw new SieveError(one.line, `${name} doesn’t know :${one.text}${suggestion(one.text, known)}`);
      const extension = needs[one.text];
      if (extension !== undefined) this.#need(extension, `:${one.text}`, one.line);
      tags.add(one.text);
    }
    return tags;
  }

  #need(extension: string, what: string, line: number): void {
    if (this.#required.has(extension)) return;
    throw new SieveError(line, `${what} has to be asked for at the top: require ["${extension}"];`);
  }
}

/** Positional lists, without the name of a comparator. */
function stringsOf({ args }: Phrase): string[][] {
  return args.flatMap((one, index) => {
    const isComparator = isTag(args[index - 1], 'comparator');
    if (one.kind !== 'strings' || isComparator) return [];
    if (one.values.length > SIEVE_LIMITS.list) throw new SieveError(one.line, 'the list is too long');
    return [one.values];
  });
}

function isOctet({ args }: Phrase): boolean {
  const at = args.findIndex((one) => isTag(one, 'comparator'));
  const named = args[at + 1];
  if (at < 0) return false;
  const [comparator = ''] = named?.kind === 'strings' ? named.values : [];
  if (comparator === 'i;octet') return true;
  if (comparator === 'i;ascii-casemap') return false;
  throw new SieveError(args[at]?.line ?? 1, ':comparator is "i;octet" or "i;ascii-casemap"');
}

function isTag(argument: Argument | undefined, text: string): boolean {
  return argument?.kind === 'tag' && argument.text === text;
}

function oneOf(tags: ReadonlySet<string>, group: readonly string[], line: number): string | undefined {
  const found = group.filter((one) => tags.has(one));
  if (found.length > 1) throw new SieveError(line, `:${found.join(' and :')} can’t stand together`);
  return found[0];
}
