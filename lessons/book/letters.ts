// The letters of the lab as the events tell them: who brought them, who wrote each field, where copies lie.
// Counterpart: talks.ts (who speaks on a connection); ../goal/letter/ tests what is kept here.
// Rule: a letter is its message id, never its Message-ID; nothing is parsed to learn who wrote a field.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import { FIELDS_COUNT, LETTERS_COUNT, SAID_COUNT } from '../limits.ts';
import { maskSecret, quoted } from './lines.ts';
import type { LetterFacts } from './sighting.ts';
import type { Talks } from './talks.ts';

export type Letters = Record<string, LetterFacts>;

/** The letters after an event, and the one that changed so that a check should look at it again. */
export interface Posted {
  letters: Letters;
  changed?: LetterFacts;
}

export function post(letters: Letters, talks: Talks, event: LabEvent): Posted {
  if (event.message === undefined) return { letters };
  const letter = letters[event.message] ?? blank(event.message, event.seq);
  switch (event.type) {
    case 'wire.line':
      return keep(letters, announced(letter, event));
    case 'wire.bulk':
      return keep(letters, crossed(letter, talks, event));
    case 'field.added':
    case 'field.changed':
      return keep(letters, withField(letter, event));
    case 'message.arrived':
      return show(letters, arrived(letter, talks, event));
    case 'queue.entered':
      return show(letters, entered(letter, event));
    case 'queue.delivered': {
      const { to, recipients } = event.data;
      return show(letters, { ...letter, hops: [...letter.hops, { host: event.host, to, recipients, seq: event.seq }] });
    }
    case 'queue.deferred':
      return show(letters, { ...letter, deferred: [...letter.deferred, missed(event)] });
    case 'queue.bounced':
      return show(letters, { ...letter, bounced: [...letter.bounced, missed(event)] });
    case 'queue.removed':
      return show(letters, { ...letter, finished: [...letter.finished, { host: event.host }] });
    case 'store.delivered': {
      const { mailbox, uid, octets, fields } = event.data;
      return show(letters, {
        ...letter,
        copies: [...letter.copies, { host: event.host, mailbox, uid, octets, fields }],
      });
    }
    default:
      return { letters };
  }
}

function blank(message: string, firstSeq: number): LetterFacts {
  return {
    ...{ message, firstSeq, client: '', server: '', port: 0, reversePath: '', recipients: [] },
    ...{
      fields: {},
      written: [],
      said: [],
      wires: [],
      copies: [],
      hops: [],
      entries: [],
      deferred: [],
      bounced: [],
      finished: [],
    },
  };
}

/** The commands before the letter are the learner's own words, too. */
function announced(letter: LetterFacts, event: LabEventOf<'wire.line'>): LetterFacts {
  const { from, bytes, secret } = event.data;
  if (from !== 'client' || letter.wires.length > 0) return letter;
  const text = quoted(maskSecret(bytes, secret));
  return { ...letter, said: [...letter.said, { seq: event.seq, from, text }].slice(0, SAID_COUNT) };
}

function crossed(letter: LetterFacts, talks: Talks, event: LabEventOf<'wire.bulk'>): LetterFacts {
  const { kind, from, ref } = event.data;
  const talk = talks.open[event.conn ?? ''];
  if (kind !== 'mailData' || from !== 'client' || !talk) return letter;
  const last = letter.wires.at(-1);
  // A long letter crosses in pieces.
  const isMore = last?.conn === talk.conn && last.bytes === undefined;
  const wire = isMore
    ? { ...last, refs: [...last.refs, ref], octets: last.octets + ref.length }
    : {
        ...{ conn: talk.conn, client: talk.client, server: talk.server },
        seq: event.seq,
        refs: [ref],
        octets: ref.length,
      };
  const firstSeq = last === undefined ? event.seq : letter.firstSeq;
  return { ...letter, firstSeq, wires: [...(isMore ? letter.wires.slice(0, -1) : letter.wires), wire] };
}

function withField(letter: LetterFacts, event: LabEventOf<'field.added'> | LabEventOf<'field.changed'>): LetterFacts {
  const { field, name, raw, standing } = event.data;
  if (Object.keys(letter.fields).length >= FIELDS_COUNT) return letter;
  return {
    ...letter,
    fields: { ...letter.fields, [field]: { name, raw, standing, host: event.host, seq: event.seq } },
  };
}

/** The first arrival tells who brought the letter, and with what in it. */
function arrived(letter: LetterFacts, talks: Talks, event: LabEventOf<'message.arrived'>): LetterFacts {
  const talk = talks.open[event.conn ?? ''];
  if (letter.client !== '' || !talk) return letter;
  return { ...letter, client: talk.client, server: talk.server, port: talk.port, written: event.data.fields };
}

function entered(letter: LetterFacts, event: LabEventOf<'queue.entered'>): LetterFacts {
  const { kind, reversePath, recipients } = event.data;
  const first = letter.entries.length === 0 ? { reversePath, recipients } : {};
  const entry = { host: event.host, queueId: event.queueId ?? '', kind, reversePath, recipients };
  return { ...letter, ...first, entries: [...letter.entries, entry] };
}

function missed(event: LabEventOf<'queue.deferred'> | LabEventOf<'queue.bounced'>) {
  return { host: event.host, recipients: event.data.recipients };
}

function show(letters: Letters, letter: LetterFacts): Posted {
  return { ...keep(letters, letter), changed: letter };
}

function keep(letters: Letters, letter: LetterFacts): Posted {
  if (letters[letter.message] === letter) return { letters };
  const next = { ...letters, [letter.message]: letter };
  const names = Object.keys(next);
  for (const name of names.slice(0, Math.max(0, names.length - LETTERS_COUNT))) delete next[name];
  return { letters: next };
}
