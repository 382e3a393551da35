// A mailbox file written anew. Counterpart: mbox.ts decides when. Rule: in order of uid; letters of which nothing new is to
// be noted stay octet for octet, and so does what stands before the first.

import type { Letter } from './mailbox.ts';
import { type Noted, renoted } from './mbox-entry.ts';
import { endsClean, type Place } from './mbox-file.ts';

/** `base`: the numbers of the mailbox, which the first letter says and no other. */
export function writtenAnew(
  { octets: old, preamble }: { octets: Buffer; preamble: number },
  letters: readonly Letter[],
  before: ReadonlyMap<number, Place>,
  changed: ReadonlySet<number>,
  base: NonNullable<Noted['base']>,
): { octets: Buffer; places: Map<number, Place> } {
  const pieces = [old.subarray(0, preamble)];
  const places = new Map<number, Place>();
  let at = preamble;
  for (const [index, letter] of letters.entries()) {
    const place = before.get(letter.uid);
    if (!place) continue;
    const was = old.subarray(place.at, place.at + place.length);
    const isFirst = index === 0 || place.at === preamble;
    const isNew = isFirst || changed.has(letter.uid) || !endsClean(was);
    const entry = isNew ? renoted(was, { ...letter, ...(index === 0 ? { base } : {}) }) : was;
    pieces.push(entry);
    places.set(letter.uid, { at, length: entry.length });
    at += entry.length;
  }
  return { octets: Buffer.concat(pieces), places };
}
