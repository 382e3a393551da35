// The bench's own side column: the letter to send, and the letters there are. Counterpart: compose.tsx, letter-list.tsx.
// Rule: nothing of its own.

import { useJourneys } from '../app/use-bench.ts';
import { Compose } from './compose.tsx';
import { LetterList } from './letter-list.tsx';

export function Desk() {
  const { journeys, shown } = useJourneys();
  return (
    <>
      <Compose />
      <LetterList journeys={journeys} shown={shown} />
    </>
  );
}
