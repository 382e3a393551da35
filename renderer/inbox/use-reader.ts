// Whose mail the Inbox shows. Counterpart: folder-column.tsx lets one choose. Rule: who gets the first letter is who has
// something to read, until somebody else is chosen.

import { useBench } from '../app/use-bench.ts';
import { firstLetter, usersOf } from '../store/hosts.ts';
import { useInbox } from './use-inbox.ts';

/** Undefined while no lab is known. */
export function useReader(): string | undefined {
  const topology = useBench((state) => state.live.lab.topology);
  const chosen = useInbox((state) => state.reader);
  const { everybody } = usersOf(topology);
  return chosen !== undefined && everybody.includes(chosen) ? chosen : firstLetter(topology)?.to;
}
