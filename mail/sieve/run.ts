// What a Sieve script does with a letter (RFC 5228 section 2.10). Counterpart: script.ts. Rule: pure; a letter is kept
// unless something says otherwise, and each action knows its line.

import { parseMailboxes } from '../mailboxes.ts';
import { splitAddress } from '../address.ts';
import { fieldsNamed, type Field } from '../fields.ts';
import { SIEVE_LIMITS } from '../limits.ts';
import { decodeWords } from '../words.ts';
import type { AddressPart, Command, Matching, Test } from './script.ts';
import { SieveError } from './problem.ts';

export interface SieveLetter {
  fields: readonly Field[];
  octets: number;
  /** The envelope's sender, and the recipient for whom the script runs. */
  from: string;
  to: string;
}

/** `line`: of the command; 0 for the keep that nothing cancelled. */
export type SieveAction =
  | { do: 'keep' | 'discard'; line: number }
  | { do: 'redirect'; line: number; to: string }
  | { do: 'fileinto'; line: number; folder: string; create: boolean };

/** Throws SieveError when the script wants too much. */
export function runSieve(script: readonly Command[], letter: SieveLetter): SieveAction[] {
  const actions: SieveAction[] = [];
  const isKept = { implicitly: true };
  perform(script, letter, actions, isKept);
  const redirects = actions.filter((one) => one.do === 'redirect');
  if (redirects.length > SIEVE_LIMITS.redirects) {
    throw new SieveError(
      redirects.at(-1)?.line ?? 1,
      `a letter is redirected to ${SIEVE_LIMITS.redirects} addresses at most`,
    );
  }
  const done = unique(actions.filter((one) => one.do !== 'discard'));
  if (isKept.implicitly && !done.some((one) => one.do === 'keep')) done.push({ do: 'keep', line: 0 });
  // Discarding is only told where it decided.
  return done.length > 0 ? done : actions.filter((one) => one.do === 'discard').slice(0, 1);
}

/** False when the script stopped. */
function perform(
  commands: readonly Command[],
  letter: SieveLetter,
  actions: SieveAction[],
  isKept: { implicitly: boolean },
): boolean {
  for (const command of commands) {
    switch (command.do) {
      case 'stop':
        return false;
      case 'if': {
        const branch = command.branches.find(({ test }) => holds(test, letter));
        const block = branch?.block ?? command.otherwise ?? [];
        if (!perform(block, letter, actions, isKept)) return false;
        break;
      }
      case 'keep':
        actions.push({ do: 'keep', line: command.line });
        break;
      case 'discard':
        actions.push({ do: 'discard', line: command.line });
        isKept.implicitly = false;
        break;
      case 'redirect':
        actions.push({ do: 'redirect', line: command.line, to: command.to });
        if (!command.copy) isKept.implicitly = false;
        break;
      case 'fileinto':
        actions.push({ do: 'fileinto', line: command.line, folder: command.folder, create: command.create });
        if (!command.copy) isKept.implicitly = false;
        break;
    }
  }
  return true;
}

/** Section 2.10.3: the same thing is done once. */
function unique(actions: readonly SieveAction[]): SieveAction[] {
  const keyOf = (one: SieveAction) => JSON.stringify({ ...one, line: 0 });
  return actions.filter((one, index) => actions.findIndex((other) => keyOf(other) === keyOf(one)) === index);
}

function holds(test: Test, letter: SieveLetter): boolean {
  switch (test.test) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'not':
      return !holds(test.of, letter);
    case 'allof':
      return test.of.every((one) => holds(one, letter));
    case 'anyof':
      return test.of.some((one) => holds(one, letter));
    case 'exists':
      return test.fields.every((name) => fieldsNamed(letter.fields, name).length > 0);
    case 'size':
      return test.over ? letter.octets > test.octets : letter.octets < test.octets;
    case 'header': {
      const values = test.fields.flatMap((name) =>
        fieldsNamed(letter.fields, name).map(({ value }) => decodeWords(value).trim()),
      );
      return values.some((value) => test.keys.some((key) => matches(value, key, test.matching)));
    }
    case 'address': {
      const addresses = test.fields.flatMap((name) =>
        fieldsNamed(letter.fields, name).flatMap(({ value }) => parseMailboxes(value).map(({ address }) => address)),
      );
      return addresses.some((one) => test.keys.some((key) => matches(partOf(one, test.part), key, test.matching)));
    }
    case 'envelope': {
      const parts = test.fields.flatMap((name) =>
        name.toLowerCase() === 'from' ? [letter.from] : name.toLowerCase() === 'to' ? [letter.to] : [],
      );
      return parts.some((one) => test.keys.some((key) => matches(partOf(one, test.part), key, test.matching)));
    }
  }
}

function partOf(address: string, part: AddressPart): string {
  if (part === 'all') return address;
  const split = splitAddress(address);
  return (part === 'domain' ? split?.domain : split?.localPart) ?? '';
}

/** ASCII letters alone are the same in either case (RFC 4790 section 9.2). */
function matches(value: string, key: string, { type, isCaseSensitive }: Matching): boolean {
  const fold = (text: string) => (isCaseSensitive ? text : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  const [text, wanted] = [fold(value), fold(key)];
  if (type === 'is') return text === wanted;
  return type === 'contains' ? text.includes(wanted) : isLike(text, wanted);
}

/** `*` stands for any characters, `?` for one, a backslash takes the next as it is. Never tries more than text by pattern. */
function isLike(text: string, pattern: string): boolean {
  const steps = [...pattern.matchAll(/\\([^])|([^])/g)].map(([, plain, character]) => ({
    character: plain ?? character ?? '',
    isWild: plain === undefined && (character === '*' || character === '?'),
  }));
  let [at, step, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    const { character, isWild } = steps[step] ?? { character: '', isWild: false };
    if (isWild && character === '*') {
      star = step;
      resume = at;
      step += 1;
    } else if (step < steps.length && ((isWild && character === '?') || character === text[at])) {
      at += 1;
      step += 1;
    } else if (star >= 0) {
      step = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  return steps.slice(step).every(({ character, isWild }) => isWild && character === '*');
}
