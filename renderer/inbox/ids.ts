// What elements of the Inbox are called, for whoever leads the keyboard or a pointer to them. Counterpart: actions/inbox.ts
// and the views that have them.

/** The button of a letter in the list. */
export const rowId = (uid: number): string => `letter-row-${uid}`;

/** The field of the search. */
export const SEARCH_FIELD = 'inbox-search';

/** The first field of the form for a letter. */
export const INBOX_WRITE_FIELD = 'inbox-write-from';

/** The kind of what is dragged: uids of the open folder. */
export const DRAGGED = 'application/x-posthorn-uids';
