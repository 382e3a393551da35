// A short name of the lab's state as this screen has folded it: the same on the wall and at every follower, or something was missed.
// Counterpart: contract/fold/hash.ts. Rule: worked out when nothing has happened for a moment, so that it costs nothing while
// letters move.

import { useEffect, useState } from 'react';

import { stateHash } from '../../contract/fold/hash.ts';
import { useBench } from '../app/use-bench.ts';

const QUIET_MS = 400;

export function useLabHash(): string | undefined {
  const live = useBench((state) => state.live);
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setHash(stateHash(live.lab)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [live]);
  return hash;
}
