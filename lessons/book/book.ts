// What a lesson knows of the lab: open dialogs, letters, lines that can be selected. Counterpart: ../runner.ts keeps one;
// sighting.ts is what it hands to the matchers. Rule: a pure fold; the old book stays as it was. Bytes that no event
// carries are asked for by `wantedBytes` and come in as observations.

import type { LabEvent } from '../../contract/events.ts';
import { READ_OCTETS } from '../limits.ts';
import { withoutLineEnd } from './lines.ts';
import { post, type Letters } from './letters.ts';
import type { Token } from '../../contract/learner.ts';
import type { BytesWanted, Chosen, LetterFacts, Observation, Sighting } from './sighting.ts';
import { hear, noTalks, type Talks } from './talks.ts';

export interface Book {
  talks: Talks;
  letters: Letters;
  at_ms: number;
  seq: number;
}

export const emptyBook: Book = { talks: noTalks, letters: {}, at_ms: 0, seq: 0 };

/** Takes in one observation; answers the book after it and what there is to see now. */
export function observe(book: Book, observation: Observation): { book: Book; sightings: Sighting[] } {
  switch (observation.kind) {
    case 'event':
      return observeEvent(book, observation.event);
    case 'bytes':
      return observeBytes(book, observation);
    case 'chosen': {
      const chosen = resolve(book, observation.token);
      const { at_ms, seq } = book;
      return { book, sightings: chosen ? [{ kind: 'chosen', at_ms, seq, chosen }] : [] };
    }
  }
}

function observeEvent(before: Book, event: LabEvent): { book: Book; sightings: Sighting[] } {
  const { at_ms, seq } = event;
  // A new run has its own connections, letters and numbers.
  const book = event.type === 'lab.opened' ? emptyBook : before;
  const { talks, exchanges } = hear(book.talks, event);
  // A closing connection is looked up once more by the letter that it carried.
  const { letters, changed } = post(book.letters, event.type === 'conn.closed' ? book.talks : talks, event);
  const sightings: Sighting[] = [{ kind: 'event', at_ms, seq, event }];
  // In character mode a key is told at a time, and only a whole line can be judged.
  if (event.type === 'shell.input' && event.data.text.endsWith('\n')) {
    const inData = Object.values(talks.open).some((talk) => !talk.door && talk.client === event.host && talk.inData);
    sightings.push({ kind: 'typed', at_ms, seq, host: event.host, text: withoutLineEnd(event.data.text), inData });
  }
  for (const exchange of exchanges) sightings.push({ kind: 'exchange', at_ms, seq, exchange });
  if (changed) sightings.push({ kind: 'letter', at_ms, seq, letter: changed });
  return { book: { talks, letters, at_ms, seq }, sightings };
}

function observeBytes(
  book: Book,
  { wanted, bytes }: { wanted: BytesWanted; bytes: string },
): { book: Book; sightings: Sighting[] } {
  const letter = book.letters[wanted.message];
  if (!letter) return { book, sightings: [] };
  const read = wanted.kind === 'wire' ? withWire(letter, wanted, bytes) : withStored(letter, wanted, bytes);
  const { at_ms, seq } = book;
  return {
    book: { ...book, letters: { ...book.letters, [letter.message]: read } },
    sightings: [{ kind: 'letter', at_ms, seq, letter: read }],
  };
}

function withWire(letter: LetterFacts, { ref }: { ref: { at: number } }, bytes: string): LetterFacts {
  const fits = (wire: LetterFacts['wires'][number]) => wire.refs[0]?.at === ref.at;
  return { ...letter, wires: letter.wires.map((wire) => (fits(wire) ? { ...wire, bytes } : wire)) };
}

function withStored(letter: LetterFacts, wanted: { address: string; uid: number }, bytes: string): LetterFacts {
  const fits = (copy: LetterFacts['copies'][number]) => copy.mailbox === wanted.address && copy.uid === wanted.uid;
  return { ...letter, copies: letter.copies.map((copy) => (fits(copy) ? { ...copy, bytes } : copy)) };
}

/** What has to be read before checks that look into bytes can say anything, of letters since `sinceSeq`. */
export function wantedBytes(book: Book, reads: ReadonlySet<'wire' | 'stored'>, sinceSeq: number): BytesWanted[] {
  const wanted: BytesWanted[] = [];
  for (const { message, firstSeq, wires, copies } of Object.values(book.letters)) {
    if (firstSeq < sinceSeq) continue;
    for (const { bytes, refs, octets } of wires) {
      const [ref] = refs;
      // A letter in several pieces is longer than anybody types.
      if (!reads.has('wire') || bytes !== undefined || !ref || refs.length > 1 || octets > READ_OCTETS) continue;
      wanted.push({ kind: 'wire', message, ref });
    }
    for (const { bytes, mailbox, uid, octets } of copies) {
      if (!reads.has('stored') || bytes !== undefined || octets > READ_OCTETS) continue;
      wanted.push({ kind: 'stored', message, address: mailbox, uid });
    }
  }
  return wanted;
}

function resolve(book: Book, token: Token): Chosen | undefined {
  if (token.kind === 'line') {
    const line = book.talks.lines.find((one) => one.seq === token.seq);
    return line && { kind: 'line', line };
  }
  if (token.kind === 'field') {
    const field = book.letters[token.message]?.fields[token.field];
    return field && { kind: 'field', message: token.message, field };
  }
  return token;
}
