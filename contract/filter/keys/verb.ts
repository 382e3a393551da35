// verb:RCPT, the command and what was answered to it. `CONNECT` is the greeting, `.` the letter's text.

import type { FilterKey } from '../key.ts';

export const verb: FilterKey = {
  key: 'verb',
  values: [
    ...['CONNECT', 'HELO', 'EHLO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.', 'RSET', 'QUIT'],
    ...['USER', 'PASS', 'RETR', 'DELE', 'LOGIN', 'SELECT', 'FETCH', 'STORE', 'IDLE'],
  ],
  test: (value) => {
    const wanted = value.toUpperCase();
    return /^(?:[A-Z]{1,16}|\.)$/.test(wanted) ? (subject) => subject.verb === wanted : undefined;
  },
};
