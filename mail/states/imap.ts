// IMAP's states as a table (RFC 3501 section 3), and which command takes which step. Counterpart: sessions of
// engine/access/imap move by it, renderer/states draws it. Rule: nothing else changes a session's state.
//
//   notAuthenticated --login--> authenticated --select--> selected --unselect--> authenticated
//   any of them --logout--> logout

export type ImapState = 'notAuthenticated' | 'authenticated' | 'selected' | 'logout';

export type ImapStep = 'login' | 'select' | 'unselect' | 'logout';

export const IMAP_STATES: Readonly<Record<ImapState, Readonly<Partial<Record<ImapStep, ImapState>>>>> = {
  notAuthenticated: { login: 'authenticated', logout: 'logout' },
  authenticated: { select: 'selected', unselect: 'authenticated', logout: 'logout' },
  selected: { select: 'selected', unselect: 'authenticated', logout: 'logout' },
  logout: {},
};

/** The commands that lead elsewhere; SELECT leads out of a mailbox also when it fails (section 6.3.1). */
export const IMAP_STEPS: Readonly<Record<string, ImapStep>> = {
  LOGIN: 'login',
  AUTHENTICATE: 'login',
  SELECT: 'select',
  EXAMINE: 'select',
  CLOSE: 'unselect',
  UNSELECT: 'unselect', // RFC 3691
  LOGOUT: 'logout',
};

/** The commands that may be given in a state (sections 6.1 to 6.4, and the extensions' own words). */
export const IMAP_VERBS: Readonly<Record<ImapState, readonly string[]>> = {
  notAuthenticated: ['CAPABILITY', 'ID', 'NOOP', 'LOGOUT', 'STARTTLS', 'AUTHENTICATE', 'LOGIN'],
  authenticated: [
    ...['CAPABILITY', 'ID', 'NOOP', 'LOGOUT', 'ENABLE', 'SELECT', 'EXAMINE', 'CREATE', 'DELETE', 'RENAME'],
    ...['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST', 'LSUB', 'STATUS', 'APPEND', 'NAMESPACE', 'IDLE'],
  ],
  selected: [
    // A server needn't refuse ENABLE here (RFC 5161 section 3.1), and this one doesn't.
    ...['CAPABILITY', 'ID', 'NOOP', 'LOGOUT', 'ENABLE', 'SELECT', 'EXAMINE', 'CREATE', 'DELETE', 'RENAME'],
    ...['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST', 'LSUB', 'STATUS', 'APPEND', 'NAMESPACE', 'IDLE'],
    ...['CHECK', 'CLOSE', 'UNSELECT', 'EXPUNGE', 'SEARCH', 'FETCH', 'STORE', 'COPY', 'MOVE'],
  ],
  logout: [],
};
