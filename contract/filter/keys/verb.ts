// verb:RCPT, the command and what was answered to it. `CONNECT` is the greeting, `.` the letter's text.

import type { FilterKey } from '../key.ts';

const VALUES = [
  ...['CONNECT', 'HELO', 'EHLO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.', 'RSET', 'QUIT'],
  ...['USER', 'PASS', 'RETR', 'DELE', 'LOGIN', 'SELECT', 'FETCH', 'STORE', 'IDLE'],
];

export const verb: FilterKey = {
  key: 'verb',
  values: VALUES,
  test: (value) => {
    const wanted = value.toUpperCase();
    return /^(?:[A-Z]{1,16}|\.)$/.test(wanted) ? (subject) => subject.verb === wanted : undefined;
  },
  like: ({ from, text, protocol }) => {
    // A tag stands before a command of IMAP (RFC 3501 section 2.2.1). What isn't known as a verb may be a line of another kind.
    const [first = '', second = ''] = text.split(/[ \r\n]/, 2);
    const word = (protocol === 'imap' ? second : first).toUpperCase();
    return from === 'client' && VALUES.includes(word) ? word : undefined;
  },
};
