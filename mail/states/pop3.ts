// POP3 as a table: which command may be given in which state, and where its +OK leads. Counterpart: the server of
// engine/access/pop3 obeys it, renderer/states draws it. Rule: RFC 1939 section 3 and the extensions' own words; no command
// decides about states itself.
//
//   AUTHORIZATION --PASS, APOP, AUTH--> TRANSACTION --QUIT--> UPDATE --> CLOSED
//         '------------------QUIT------------------------------------^

export type Pop3State = 'AUTHORIZATION' | 'TRANSACTION' | 'UPDATE' | 'CLOSED';

export type Pop3Verb =
  | 'APOP'
  | 'AUTH'
  | 'CAPA'
  | 'DELE'
  | 'LIST'
  | 'NOOP'
  | 'PASS'
  | 'QUIT'
  | 'RETR'
  | 'RSET'
  | 'STAT'
  | 'STLS'
  | 'TOP'
  | 'UIDL'
  | 'USER';

/** The state after a positive answer; a verb that is missing isn't allowed in that state. */
export const POP3_STATES: Readonly<Record<Pop3State, Readonly<Partial<Record<Pop3Verb, Pop3State>>>>> = {
  AUTHORIZATION: {
    CAPA: 'AUTHORIZATION', // RFC 2449 section 5
    STLS: 'AUTHORIZATION', // RFC 2595 section 4: permitted here only
    USER: 'AUTHORIZATION',
    PASS: 'TRANSACTION',
    APOP: 'TRANSACTION',
    AUTH: 'TRANSACTION', // RFC 5034 section 4
    QUIT: 'CLOSED', // nothing was touched, so no UPDATE (RFC 1939 section 4)
  },
  TRANSACTION: {
    CAPA: 'TRANSACTION',
    STAT: 'TRANSACTION',
    LIST: 'TRANSACTION',
    UIDL: 'TRANSACTION',
    RETR: 'TRANSACTION',
    TOP: 'TRANSACTION',
    DELE: 'TRANSACTION',
    RSET: 'TRANSACTION',
    NOOP: 'TRANSACTION',
    QUIT: 'UPDATE',
  },
  UPDATE: {},
  CLOSED: {},
};
