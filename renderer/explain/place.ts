// Where a line stands in its dialog: which command it answers, or goes on with. Counterpart: store/dialog.ts has the
// lines in order. Rule: answers come in the order of their commands (RFC 2920; IMAP's carry tags), and a dialog whose
// beginning was dropped is read as far as it goes.

import { answerClass, endsAnswer, isChallenge } from '../../mail/answer.ts';
import type { Dialog, DialogItem, DialogLine } from '../store/dialog.ts';
import type { PlacedLine } from './explanation.ts';

/** What came before decides what a line is. */
interface Reading {
  /** Commands that aren't answered yet, the oldest first; '' is the greeting, which answers none. */
  pending: { verb: string; seq: number }[];
  /** The server is in the middle of an answer. */
  inAnswer: boolean;
  /** The server asked for more: what the client says next is no command. */
  asked: boolean;
  /** A literal was announced and the line goes on after it. */
  inLiteral: boolean;
}

export interface Place extends PlacedLine {
  /** The client's line that this one answers. */
  answers?: number;
}

type Reader = (
  reading: Reading,
  line: DialogLine,
  text: string,
) => Omit<Place, 'protocol' | 'from' | 'text' | 'secret'>;

const lineText = (line: DialogLine): string => line.bytes.replace(/\r?\n$/, '');

/** The place of one line of a dialog. */
export function placeOf(dialog: Dialog, wanted: DialogLine): Place {
  const read = readerOf(dialog);
  const reading: Reading = {
    pending: dialog.dropped === 0 ? [{ verb: '', seq: 0 }] : [],
    inAnswer: false,
    asked: false,
    inLiteral: false,
  };
  for (const item of dialog.items) {
    if (item.kind !== 'line') {
      readOther(reading, item);
      continue;
    }
    const place = read(reading, item, lineText(item));
    if (item.seq === wanted.seq) return placed(dialog, item, place);
  }
  return placed(dialog, wanted, { isMore: false });
}

function placed({ protocol }: Dialog, line: DialogLine, place: Omit<Place, 'protocol' | 'from' | 'text'>): Place {
  const { from, secret } = line;
  return { ...place, protocol, from, text: lineText(line), ...(secret === undefined ? {} : { secret }) };
}

function readOther(reading: Reading, item: Exclude<DialogItem, DialogLine>): void {
  if (item.kind === 'tls') {
    // With STARTTLS everything is answered; with TLS from the first octet the greeting is still to come.
    reading.inAnswer = false;
  } else if (item.content === 'mailData' && reading.pending.at(-1)?.verb !== '.') {
    reading.pending.push({ verb: '.', seq: item.seq });
  } else if (item.content === 'literal') reading.inLiteral = true;
}

function readerOf({ protocol }: Dialog): Reader {
  if (protocol === 'pop3') return readPop3;
  return protocol === 'imap' ? readImap : readSmtp;
}

const verbOf = (text: string): string => /^\s*([A-Za-z]+)/.exec(text)?.[1]?.toUpperCase() ?? '?';

/** How the answer to the oldest command stands to it. */
function answerTo({ pending }: Reading): { command?: string; answers?: number } {
  const [first] = pending;
  return first === undefined || first.verb === '' ? {} : { command: first.verb, answers: first.seq };
}

const readSmtp: Reader = (reading, line, text) => {
  if (line.from === 'client') {
    const isMore = reading.asked;
    reading.asked = false;
    if (!isMore) reading.pending.push({ verb: verbOf(text), seq: line.seq });
    return { isMore };
  }
  const place = { ...answerTo(reading), isMore: reading.inAnswer };
  const isAsking = isChallenge(text, 'smtp');
  reading.inAnswer = !isAsking && !endsAnswer(text, 'smtp');
  if (isAsking) reading.asked = true;
  else if (!reading.inAnswer) reading.pending.shift();
  return place;
};

const readPop3: Reader = (reading, line, text) => {
  if (line.from === 'client') {
    const isMore = reading.asked;
    reading.asked = false;
    if (!isMore) reading.pending.push({ verb: verbOf(text), seq: line.seq });
    return { isMore };
  }
  if (reading.inAnswer) {
    const place = { ...answerTo(reading), isMore: true };
    if (text === '.') {
      reading.inAnswer = false;
      reading.pending.shift();
    }
    return place;
  }
  const place = { ...answerTo(reading), isMore: false };
  if (isChallenge(text, 'pop3')) reading.asked = true;
  else if (answerClass(text, 'pop3') === 2 && isListed(reading, line)) reading.inAnswer = true;
  else reading.pending.shift();
  return place;
};

/** Whether a yes to this command is followed by a list (RFC 1939 section 3); RETR's and TOP's come as bulk. */
function isListed({ pending }: Reading, { bytes }: DialogLine): boolean {
  const verb = pending[0]?.verb ?? '';
  return verb === 'CAPA' || ((verb === 'LIST' || verb === 'UIDL') && !/^\+OK \d+ \S+\r?\n$/.test(bytes));
}

const readImap: Reader = (reading, line, text) => {
  if (line.from === 'client') {
    const isMore = reading.asked || reading.inLiteral;
    const under = reading.pending.at(-1)?.verb;
    reading.asked = /\{\d+\+?\}$/.test(text);
    reading.inLiteral = false;
    if (isMore) return { isMore, ...(under === undefined || under === '' ? {} : { command: under }) };
    const [, word = '?'] = text.trim().split(/\s+/, 2);
    reading.pending = reading.pending.filter((one) => one.verb !== '');
    reading.pending.push({ verb: word.toUpperCase(), seq: line.seq });
    return { isMore };
  }
  const isMore = reading.inLiteral;
  reading.inLiteral = false;
  if (isChallenge(text, 'imap')) reading.asked = reading.pending.at(-1)?.verb === 'AUTHENTICATE';
  const place = { ...answerTo(reading), isMore };
  if (!isMore && answerClass(text, 'imap') > 0) {
    if (!text.startsWith('*') || place.command === undefined) reading.pending.shift();
  }
  return place;
};
