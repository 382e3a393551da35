// In which states an IMAP command is valid: the four groups of RFC 3501 section 6. Counterpart: mail/states/imap.ts has the
// states and how a session moves between them; each command names its group.

export const ANY_STATE = ['notAuthenticated', 'authenticated', 'selected'] as const;
export const NOT_AUTHENTICATED = ['notAuthenticated'] as const;
export const AUTHENTICATED = ['authenticated', 'selected'] as const;
export const SELECTED = ['selected'] as const;
