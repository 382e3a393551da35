// What people mistype at an IMAP server (RFC 9051). Counterpart: pop3.ts; mail/smtp/slips.ts for SMTP.

import { NEAR_MISS_WORD_OCTETS } from '../../mail/limits.ts';
import { nearWord } from '../../mail/near-word.ts';
import type { Dialect } from './dialect.ts';

const COMMANDS = [
  ...['CAPABILITY', 'NOOP', 'LOGOUT', 'STARTTLS', 'AUTHENTICATE', 'LOGIN', 'ENABLE', 'ID', 'IDLE'],
  ...['SELECT', 'EXAMINE', 'CREATE', 'DELETE', 'RENAME', 'SUBSCRIBE', 'UNSUBSCRIBE', 'LIST', 'LSUB', 'NAMESPACE'],
  ...['STATUS', 'APPEND', 'CHECK', 'CLOSE', 'UNSELECT', 'EXPUNGE', 'SEARCH', 'FETCH', 'STORE', 'COPY', 'MOVE', 'UID'],
];

/** Words that mean a command but are no near miss of it. */
const SAID_INSTEAD: Readonly<Record<string, string>> = {
  QUIT: 'LOGOUT',
  EXIT: 'LOGOUT',
  BYE: 'LOGOUT',
  USER: 'LOGIN',
  OPEN: 'SELECT',
  READ: 'FETCH',
  GET: 'FETCH',
  RETR: 'FETCH',
  DELE: 'STORE',
  REMOVE: 'STORE',
  MARK: 'STORE',
  STAT: 'STATUS',
  PURGE: 'EXPUNGE',
  FIND: 'SEARCH',
};

const OTHER_PROTOCOL = /^\s*(?:USER|PASS|STAT|RETR|DELE|UIDL|CAPA|QUIT|HELO|EHLO|MAIL|RCPT|DATA)(?:\s|$)/i;

export const imapDialect: Dialect = {
  onLine(line) {
    if (OTHER_PROTOCOL.test(line)) return { code: 'imap-other-protocol' };
    const [first = '', second = ''] = line.trim().toUpperCase().split(/\s+/, 2);
    if (COMMANDS.includes(first)) return { code: 'imap-tag-missing' };
    if (!/^[A-Z]+$/.test(second) || second.length > NEAR_MISS_WORD_OCTETS || COMMANDS.includes(second)) {
      return undefined;
    }
    const meant = Object.hasOwn(SAID_INSTEAD, second) ? SAID_INSTEAD[second] : nearWord(second, COMMANDS);
    return meant === undefined ? undefined : { code: 'imap-near-command', meant };
  },
  onRefusal({ verb, reply }) {
    if (/log in first/i.test(reply)) return { code: 'imap-log-in-first' };
    if (/no mailbox selected/i.test(reply)) return { code: 'imap-select-first' };
    if (verb === 'DELETE') return { code: 'imap-delete-folder' };
    return verb === 'FETCH' && / BAD /.test(reply) ? { code: 'imap-fetch-what' } : undefined;
  },
};
