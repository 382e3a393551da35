// A pattern as steps, and the search for it: every way through the pattern is followed at the same time, octet by octet,
// so that no text takes longer than its length times the pattern's (Thompson 1968). Counterpart: syntax.ts reads it.
// Rule: nothing is ever tried twice; a pattern that would need too many steps is refused when it is made; where no way is
// open, all that can't begin a match is passed over at once.

import type { ByteString } from '../bytes.ts';
import { PATTERN_STEPS } from '../limits.ts';
import { CLASSES, inBothCases, type OctetSet, unionOf } from './octet-set.ts';
import { parsePattern, PatternError, type PatternNode } from './syntax.ts';

type Step =
  | { kind: 'octet'; set: OctetSet }
  | { kind: 'at'; place: Extract<PatternNode, { kind: 'at' }>['place'] }
  /** Goes on at each of them. */
  | { kind: 'fork'; to: number[] }
  | { kind: 'found' };

export class Pattern {
  readonly #steps: readonly Step[];
  /** Step -> position at which it was last entered, so that it isn't entered twice there. */
  readonly #entered: Int32Array;
  /** What a match can begin with after the beginning of a text; undefined when it may be empty. */
  readonly #begins: OctetSet | undefined;

  /** Throws a PatternError with a sentence for a person. */
  constructor(source: ByteString, { ignoreCase = false } = {}) {
    const steps: Step[] = [];
    write(parsePattern(source), steps, ignoreCase);
    steps.push({ kind: 'found' });
    this.#steps = steps;
    this.#entered = new Int32Array(steps.length);
    this.#begins = beginnings(steps);
  }

  /** How many steps it has: what an octet costs at most. */
  get size(): number {
    return this.#steps.length;
  }

  /** Whether it is found anywhere in the text. */
  isIn(text: ByteString): boolean {
    this.#entered.fill(-1);
    let ways: number[] = [];
    for (let at = 0; at <= text.length; at += 1) {
      if (ways.length === 0 && at > 0) at = this.#nextBeginning(text, at);
      const here: number[] = [];
      for (const way of ways) if (this.#enter(way, at, text, here)) return true;
      if (this.#enter(0, at, text, here)) return true;
      const octet = text.charCodeAt(at);
      ways = [];
      for (const way of here) {
        const step = this.#steps[way];
        if (step?.kind === 'octet' && step.set[octet] === 1) ways.push(way + 1);
      }
    }
    return false;
  }

  /** Where a match can begin next; beyond the text when nowhere. */
  #nextBeginning(text: ByteString, from: number): number {
    const begins = this.#begins;
    if (!begins) return from;
    let at = from;
    while (at < text.length && begins[text.charCodeAt(at)] !== 1) at += 1;
    return at < text.length ? at : at + 1;
  }

  /** Follows the steps that take no octet; true when the end was found. */
  #enter(from: number, at: number, text: ByteString, here: number[]): boolean {
    const open = [from];
    for (let way = open.pop(); way !== undefined; way = open.pop()) {
      if (this.#entered[way] === at) continue;
      this.#entered[way] = at;
      const step = this.#steps[way];
      if (step?.kind === 'found') return true;
      if (step?.kind === 'octet') here.push(way);
      else if (step?.kind === 'fork') open.push(...step.to);
      else if (step?.kind === 'at' && isAt(step.place, text, at)) open.push(way + 1);
    }
    return false;
  }
}

function beginnings(steps: readonly Step[]): OctetSet | undefined {
  const open = [0];
  const entered = new Set<number>();
  const sets: OctetSet[] = [];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    if (entered.has(way)) continue;
    entered.add(way);
    const step = steps[way];
    if (step?.kind === 'found') return undefined;
    if (step?.kind === 'octet') sets.push(step.set);
    else if (step?.kind === 'fork') open.push(...step.to);
    else if (step?.kind === 'at' && step.place !== 'start') open.push(way + 1);
  }
  return unionOf(sets);
}

function isAt(place: Extract<PatternNode, { kind: 'at' }>['place'], text: ByteString, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  const isWord = (octet: number) => CLASSES.word[octet] === 1;
  const isBorder = isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at));
  return place === 'word' ? isBorder : !isBorder;
}

function write(node: PatternNode, steps: Step[], ignoreCase: boolean): void {
  if (steps.length > PATTERN_STEPS) throw new PatternError(`more than ${PATTERN_STEPS} steps when written out`);
  switch (node.kind) {
    case 'octet':
      steps.push({ kind: 'octet', set: ignoreCase ? inBothCases(node.set) : node.set });
      return;
    case 'at':
      steps.push(node);
      return;
    case 'sequence':
      for (const part of node.parts) write(part, steps, ignoreCase);
      return;
    case 'choice': {
      const fork: Step & { kind: 'fork' } = { kind: 'fork', to: [] };
      steps.push(fork);
      const ends: (Step & { kind: 'fork' })[] = [];
      for (const part of node.parts) {
        fork.to.push(steps.length);
        write(part, steps, ignoreCase);
        const end: Step & { kind: 'fork' } = { kind: 'fork', to: [] };
        steps.push(end);
        ends.push(end);
      }
      for (const end of ends) end.to.push(steps.length);
      return;
    }
    case 'repeat':
      writeRepeat(node, steps, ignoreCase);
  }
}

function writeRepeat(
  { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
  steps: Step[],
  ignoreCase: boolean,
): void {
  for (let count = 0; count < least; count += 1) write(part, steps, ignoreCase);
  const skips: (Step & { kind: 'fork' })[] = [];
  for (let count = least; count < (most ?? least + 1); count += 1) {
    const fork: Step & { kind: 'fork' } = { kind: 'fork', to: [steps.length + 1] };
    const began = steps.length;
    steps.push(fork);
    write(part, steps, ignoreCase);
    if (most === undefined) steps.push({ kind: 'fork', to: [began] });
    skips.push(fork);
  }
  for (const skip of skips) skip.to.push(steps.length);
}
