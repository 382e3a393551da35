// Where the window of the notes is: the same page with a role behind the #, which no browser sends anywhere. Counterpart:
// main.tsx draws the window. Rule: the token stays in the fragment, beside it.

export const NOTES_WINDOW = 'posthorn-notes';
const ROLE = 'role';
const NOTES = 'notes';

export function notesAddress({ origin, pathname, hash }: Location): string {
  const fragment = new URLSearchParams(hash.slice(1));
  fragment.set(ROLE, NOTES);
  return `${origin === 'null' ? '' : origin}${pathname}#${fragment.toString()}`;
}

export function isNotesWindow({ hash }: Location): boolean {
  return new URLSearchParams(hash.slice(1)).get(ROLE) === NOTES;
}
