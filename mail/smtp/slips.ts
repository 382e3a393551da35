// What people mistype at a mail server. Counterpart: smtp/command.ts attaches these to every command; the screen turns a
// code into a hint. Rule: codes and positions only, no prose, and never a change to what the server does: a hint about
// an accepted command is still a hint.

import type { ByteString } from '../bytes.ts';
import { COMMAND_LINE_OCTETS, NEAR_MISS_WORD_OCTETS } from '../limits.ts';
import { nearWord } from '../near-word.ts';

export type SlipCode =
  | 'missing-brackets' // MAIL FROM:a@b
  | 'unclosed-bracket' // MAIL FROM:<a@b
  | 'space-before-path' // MAIL FROM: <a@b>
  | 'space-before-colon' // MAIL FROM :<a@b>
  | 'missing-colon' // MAIL FROM <a@b>
  | 'missing-from' // MAIL <a@b>
  | 'missing-to' // RCPT <a@b>
  | 'swapped-from-to' // MAIL TO:<a@b>
  | 'missing-space' // MAILFROM:<a@b>
  | 'missing-path' // MAIL FROM:
  | 'missing-argument' // EHLO
  | 'display-name' // MAIL FROM:Ann <a@b>
  | 'header-as-command' // Subject: hi
  | 'near-verb' // HELLO
  | 'other-protocol' // USER ann
  | 'http-request' // GET / HTTP/1.1
  | 'leading-space'
  | 'backspace' // the terminal sent its editing keys
  | 'escape-sequence' // arrow keys
  | 'telnet-negotiation' // octets of RFC 854
  | 'bare-lf'
  | 'bare-cr'
  | 'control-character'
  | 'eight-bit';

export interface Slip {
  code: SlipCode;
  /** The verb that was probably meant, where one is. */
  meant?: string;
}

const VERBS = [
  'HELO',
  'EHLO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
  'VRFY',
  'EXPN',
  'HELP',
  'ETRN',
  'AUTH',
  'BDAT',
  'STARTTLS',
] as const;

/** Words that mean a verb but are no near miss of it. */
const SAID_INSTEAD: Readonly<Record<string, string>> = {
  HELLO: 'HELO',
  HALLO: 'HELO',
  HI: 'HELO',
  EXIT: 'QUIT',
  BYE: 'QUIT',
  LOGOUT: 'QUIT',
  CLOSE: 'QUIT',
  FROM: 'MAIL',
  SENDER: 'MAIL',
  TO: 'RCPT',
  RECIPIENT: 'RCPT',
  BODY: 'DATA',
  MESSAGE: 'DATA',
  RESET: 'RSET',
  TLS: 'STARTTLS',
  LOGIN: 'AUTH',
  VERIFY: 'VRFY',
  EXPAND: 'EXPN',
};

const OTHER_PROTOCOLS =
  /^(?:(?:USER|PASS|APOP|STAT|LIST|RETR|DELE|TOP|UIDL|CAPA)(?: |$)|\S+ (?:LOGIN|SELECT|FETCH|CAPABILITY|LOGOUT|STARTTLS|IDLE)(?: |$))/i;
const HEADER_LINE =
  /^(?:from|to|cc|bcc|subject|date|reply-to|sender|message-id|mime-version|content-[a-z-]+|x-[a-z-]+):/i;

type Look = (line: ByteString) => Slip | undefined;

const when =
  (pattern: RegExp, code: SlipCode, meant?: string): Look =>
  (line) =>
    pattern.test(line) ? (meant === undefined ? { code } : { code, meant }) : undefined;

const ESCAPE = '\x1b';

/** A control character that no other look names. */
const otherControl: Look = (line) =>
  /[^\b\t\n\r\x20-\xff]/.test(line.replaceAll(ESCAPE, '')) ? { code: 'control-character' } : undefined;

/** Each looks at a line on its own; more than one may find something. */
const LOOKS: readonly Look[] = [
  when(/[\b\x7f]/, 'backspace'),
  (line) => (line.includes(ESCAPE) ? { code: 'escape-sequence' } : undefined),
  when(/\xff[\xf0-\xff]/, 'telnet-negotiation'),
  when(/\n/, 'bare-lf'),
  when(/\r/, 'bare-cr'),
  otherControl,
  when(/[\x80-\xff]/, 'eight-bit'),
  when(/^\s+\S/, 'leading-space'),
  when(/^\s*(?:MAIL|RCPT)\s+(?:FROM|TO):\s+[^\s]/i, 'space-before-path'),
  when(/^\s*(?:MAIL|RCPT)\s+(?:FROM|TO)\s+:/i, 'space-before-colon'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s+[^\s:]/i, 'missing-colon'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO):\s*$/i, 'missing-path'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*[^\s<"]+\s*$/i, 'missing-brackets'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*[^\s<"]+\s+[A-Z0-9]+=/i, 'missing-brackets'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*<[^>]*$/i, 'unclosed-bracket'),
  when(/^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*[^<\s][^<]*\s*<[^>]*>/i, 'display-name'),
  when(/^\s*MAIL(?:\s*$|\s+(?!FROM|TO\b|TO:)\S)/i, 'missing-from', 'MAIL'),
  when(/^\s*RCPT(?:\s*$|\s+(?!FROM\b|TO)\S)/i, 'missing-to', 'RCPT'),
  when(/^\s*MAIL\s+TO\b/i, 'swapped-from-to', 'MAIL'),
  when(/^\s*RCPT\s+FROM\b/i, 'swapped-from-to', 'RCPT'),
  when(/^\s*MAILFROM\b/i, 'missing-space', 'MAIL'),
  when(/^\s*RCPTTO\b/i, 'missing-space', 'RCPT'),
  when(/^\s*(?:HELO|EHLO|AUTH|VRFY|ETRN)\s*$/i, 'missing-argument'),
  when(/^\s*(?:GET|POST|PUT|HEAD|OPTIONS|CONNECT) \S+ HTTP\//i, 'http-request'),
  when(OTHER_PROTOCOLS, 'other-protocol'),
  when(HEADER_LINE, 'header-as-command'),
  nearVerb,
];

/** What looks mistyped in a line without its line end; empty when nothing does. Reads no more than a command may have. */
export function nearMisses(line: ByteString): Slip[] {
  const read = line.slice(0, COMMAND_LINE_OCTETS);
  return LOOKS.map((look) => look(read)).filter((slip) => slip !== undefined);
}

/** A first word that is no verb but close to one. */
function nearVerb(line: ByteString): Slip | undefined {
  const word = /^\s*([A-Za-z]+)(?=[\s:<]|$)/.exec(line)?.[1]?.toUpperCase();
  if (word === undefined || word.length > NEAR_MISS_WORD_OCTETS) return undefined;
  if ((VERBS as readonly string[]).includes(word) || HEADER_LINE.test(line)) return undefined;
  if (OTHER_PROTOCOLS.test(line)) return undefined;
  const said = Object.hasOwn(SAID_INSTEAD, word) ? SAID_INSTEAD[word] : undefined;
  if (said !== undefined) return { code: 'near-verb', meant: said };
  const meant = nearWord(word, VERBS);
  return meant === undefined ? undefined : { code: 'near-verb', meant };
}
