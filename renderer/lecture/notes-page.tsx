// The page of the notes' window, loaded when it is one. Counterpart: notes-window.tsx is what comes.

import { lazy, Suspense } from 'react';

const NotesWindow = lazy(async () => ({ default: (await import('./notes-window.tsx')).NotesWindow }));

export function NotesPage() {
  return (
    <Suspense>
      <NotesWindow />
    </Suspense>
  );
}
