// The TRANSACTION state: STAT, LIST, UIDL, RETR, TOP, DELE, RSET, NOOP (RFC 1939 sections 5 and 7).
// Counterpart: commands.ts lists them. Rule: numbers are those of login and never move; a letter
// marked as deleted is as good as gone until RSET.

import { type Letter, type Mailbox, StoreError } from '../../store/mailbox.ts';
import { topOf } from './dot-stuff.ts';
import type { Pop3Command, Pop3Reply, Pop3Session } from './session.ts';

export const stat: Pop3Command = (session) => {
  const letters = present(session).map(({ letter }) => letter);
  return { kind: 'ok', text: `${letters.length} ${octetsOf(letters)}` };
};

export const list: Pop3Command = (session, argument) =>
  listing(
    session,
    argument,
    (letter) => String(letter.octets),
    (letters) => `${letters.length} messages:`,
  );

export const uidl: Pop3Command = (session, argument) =>
  listing(
    session,
    argument,
    (letter) => uniqueId(session, letter),
    () => '',
  );

export const retr: Pop3Command = (session, argument) =>
  withLetter(session, argument, (letter) =>
    withOctets(session, letter, (octets) => {
      session.out.event('pop3.retrieved', { uid: uniqueId(session, letter), octets: octets.length });
      return { kind: 'ok', text: `${octets.length} octets`, body: octets };
    }),
  );

export const top: Pop3Command = (session, argument) => {
  const [number = '', lines = '', ...more] = argument.trim().split(/ +/);
  if (!/^\d{1,9}$/.test(lines) || more.length > 0) return { kind: 'err', text: 'Usage: TOP msg n' };
  return withLetter(session, number, (letter) =>
    withOctets(session, letter, (octets) => ({ kind: 'ok', text: '', body: topOf(octets, Number(lines)) })),
  );
};

export const dele: Pop3Command = (session, argument) =>
  withLetter(session, argument, (letter) => {
    session.deleted.add(letter.uid);
    return { kind: 'ok', text: 'Marked to be deleted.' };
  });

export const rset: Pop3Command = (session) => {
  session.deleted.clear();
  return { kind: 'ok', text: '' };
};

export const noop: Pop3Command = () => ({ kind: 'ok', text: '' });

/** RFC 1939 section 7: 1 to 70 printable characters that stay the same; the file's name, unless it is longer. */
export function uniqueId({ mailbox }: { mailbox?: Mailbox }, letter: Letter): string {
  if (/^[\x21-\x7e]{1,70}$/.test(letter.file)) return letter.file;
  return `${mailbox?.uidValidity ?? 0}.${letter.uid}`;
}

function present({ letters, deleted }: Pop3Session): { number: number; letter: Letter }[] {
  return letters
    .map((letter, index) => ({ number: index + 1, letter }))
    .filter(({ letter }) => !deleted.has(letter.uid));
}

function octetsOf(letters: readonly Letter[]): number {
  return letters.reduce((sum, letter) => sum + letter.octets, 0);
}

/** LIST and UIDL: one line for a number, all lines without. */
function listing(
  session: Pop3Session,
  argument: string,
  value: (letter: Letter) => string,
  title: (letters: readonly Letter[]) => string,
): Pop3Reply {
  if (argument.trim() !== '') {
    return withLetter(session, argument, (letter, number) => ({ kind: 'ok', text: `${number} ${value(letter)}` }));
  }
  const letters = present(session);
  const lines = letters.map(({ number, letter }) => `${number} ${value(letter)}\r\n`);
  return { kind: 'ok', text: title(letters.map(({ letter }) => letter)), body: Buffer.from(lines.join('')) };
}

function withLetter(
  session: Pop3Session,
  argument: string,
  action: (letter: Letter, number: number) => Pop3Reply,
): Pop3Reply {
  const typed = argument.trim();
  if (!/^\d{1,9}$/.test(typed))
    return { kind: 'err', text: `Invalid message number: ${typed.slice(0, 32).replace(/[^ -~]/g, '?')}` };
  const number = Number(typed);
  const letter = session.letters[number - 1];
  if (!letter) return { kind: 'err', text: `There's no message ${number}.` };
  if (session.deleted.has(letter.uid)) return { kind: 'err', text: 'Message is deleted.' };
  return action(letter, number);
}

function withOctets(session: Pop3Session, letter: Letter, action: (octets: Uint8Array) => Pop3Reply): Pop3Reply {
  try {
    return action(session.mailbox?.read(letter.uid) ?? new Uint8Array());
  } catch (error) {
    // An IMAP session may have removed it: the lock keeps other POP3 sessions out only.
    if (error instanceof StoreError) return { kind: 'err', text: "Message is gone or can't be read." };
    throw error;
  }
}
