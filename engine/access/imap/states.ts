// IMAP's states as a table (RFC 3501 section 3). Counterpart: machine.ts asks it, each command says where it
// is valid. Rule: nothing else changes a session's state.
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

/** RFC 3501 sections 6.1 to 6.4: the four groups of commands. */
export const ANY_STATE = ['notAuthenticated', 'authenticated', 'selected'] as const;
export const NOT_AUTHENTICATED = ['notAuthenticated'] as const;
export const AUTHENTICATED = ['authenticated', 'selected'] as const;
export const SELECTED = ['selected'] as const;
