// What people mistype at a POP3 server (RFC 1939). Counterpart: imap.ts; mail/smtp/slips.ts for SMTP.

import { NEAR_MISS_WORD_OCTETS } from '../../mail/limits.ts';
import { nearWord } from '../../mail/near-word.ts';
import type { Dialect } from './dialect.ts';

const VERBS = [
  ...['USER', 'PASS', 'APOP', 'AUTH', 'CAPA', 'STLS', 'STAT', 'LIST', 'UIDL'],
  ...['RETR', 'TOP', 'DELE', 'RSET', 'NOOP', 'QUIT'],
];

/** Words that mean a verb but are no near miss of it. */
const SAID_INSTEAD: Readonly<Record<string, string>> = {
  LOGIN: 'USER',
  NAME: 'USER',
  PASSWORD: 'PASS',
  STATUS: 'STAT',
  COUNT: 'STAT',
  READ: 'RETR',
  GET: 'RETR',
  FETCH: 'RETR',
  RETRIEVE: 'RETR',
  SHOW: 'RETR',
  HEADER: 'TOP',
  DELETE: 'DELE',
  REMOVE: 'DELE',
  RESET: 'RSET',
  EXIT: 'QUIT',
  BYE: 'QUIT',
  LOGOUT: 'QUIT',
  CLOSE: 'QUIT',
};

const OTHER_PROTOCOL =
  /^\s*(?:(?:HELO|EHLO|MAIL|RCPT|DATA|VRFY)(?:\s|$)|\S+\s+(?:LOGIN|SELECT|FETCH|CAPABILITY|LOGOUT)(?:\s|$))/i;

export const pop3Dialect: Dialect = {
  onLine(line) {
    if (OTHER_PROTOCOL.test(line)) return { code: 'pop3-other-protocol' };
    if (/^\s*(?:RETR|DELE|TOP)\s*$/i.test(line)) return { code: 'pop3-number-missing' };
    if (/^\s*TOP\s+\d+\s*$/i.test(line)) return { code: 'pop3-lines-missing' };
    const word = /^\s*([A-Za-z]+)/.exec(line)?.[1]?.toUpperCase() ?? '';
    if (word === '' || word.length > NEAR_MISS_WORD_OCTETS || VERBS.includes(word)) return undefined;
    const meant = Object.hasOwn(SAID_INSTEAD, word) ? SAID_INSTEAD[word] : nearWord(word, VERBS);
    return meant === undefined ? undefined : { code: 'pop3-near-verb', meant };
  },
  onRefusal({ verb, line, reply }) {
    if (/AUTHORIZATION state/.test(reply)) return { code: 'pop3-log-in-first' };
    if (verb === 'PASS' && /no username/i.test(reply)) return { code: 'pop3-pass-before-user' };
    if (/\[IN-USE\]/i.test(reply)) return { code: 'pop3-in-use' };
    const isNumber = /^(?:LIST|UIDL|RETR|DELE|TOP)$/.test(verb) && /\d/.test(line);
    if (isNumber && /deleted/i.test(reply)) return { code: 'pop3-marked' };
    return isNumber ? { code: 'pop3-no-such-number' } : undefined;
  },
};
