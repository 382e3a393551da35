// Whether a letter fits a SEARCH (RFC 3501 section 6.4.4). Counterpart: keys.ts reads what is asked. Rule: people search
// for words, so headers and bodies are decoded first, and case makes no difference;
// what the name and flags can decide reads no file.

import { keywordNames } from '../../../store/mailbox.ts';
import type { Letter } from '../../../store/mailbox.ts';
import type { LoadedLetter } from '../fetch/loaded-letter.ts';
import type { Range } from '../sequence-set.ts';
import type { Numbered } from '../view.ts';
import type { SearchKey } from './keys.ts';
import { bodyWords, fieldWords, headerWords, sentDay } from './words.ts';

export interface Candidate {
  numbered: Numbered;
  letter: Letter;
  /** Reads the letter; only asked when a key needs it. */
  load: () => LoadedLetter;
}

export type Match = (candidate: Candidate) => boolean;

/** Turns keys into a question. `highest`: what `*` stands for in sequence numbers and in uids. */
export function matcher(key: SearchKey, highest: (uid: boolean) => number | undefined): Match {
  switch (key.kind) {
    case 'all':
      return () => true;
    case 'recent':
      return ({ numbered }) => numbered.recent;
    case 'old':
      return ({ numbered }) => !numbered.recent;
    case 'new':
      return ({ numbered, letter }) => numbered.recent && !letter.flags.has('Seen');
    case 'flag':
      return ({ letter }) => letter.flags.has(key.flag) === key.set;
    case 'keyword':
      return ({ letter }) => keywordNames(letter.flags).some((name) => name.toLowerCase() === key.name) === key.set;
    case 'set': {
      const ranges = key.set.ranges(highest(key.uid));
      return ({ numbered }) => inRanges(ranges, key.uid ? numbered.uid : numbered.number);
    }
    case 'size':
      return ({ letter }) => (key.than === 'larger' ? letter.octets > key.octets : letter.octets < key.octets);
    case 'date':
      return (candidate) => fitsDate(key, candidate);
    case 'header':
      return ({ load }) => fieldWords(load(), key.name).some((words) => words.includes(key.words));
    case 'body':
      return ({ load }) => bodyWords(load()).includes(key.words);
    case 'text':
      return ({ load }) => headerWords(load()).includes(key.words) || bodyWords(load()).includes(key.words);
    case 'not': {
      const match = matcher(key.key, highest);
      return (candidate) => !match(candidate);
    }
    case 'or': {
      const matches = key.keys.map((one) => matcher(one, highest));
      return (candidate) => matches.some((match) => match(candidate));
    }
    case 'and': {
      const matches = key.keys.map((one) => matcher(one, highest));
      return (candidate) => matches.every((match) => match(candidate));
    }
  }
}

function fitsDate(key: Extract<SearchKey, { kind: 'date' }>, { letter, load }: Candidate): boolean {
  const day = key.of === 'received' ? Math.floor(letter.received_ms / 86_400_000) : sentDay(load());
  if (day === undefined) return false;
  if (key.compare === 'before') return day < key.day;
  return key.compare === 'on' ? day === key.day : day >= key.day;
}

/** Ranges are sorted and don't touch. */
function inRanges(ranges: readonly Range[], number: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] ?? [0, 0];
    if (number < from) high = middle - 1;
    else if (number > to) low = middle + 1;
    else return true;
  }
  return false;
}
