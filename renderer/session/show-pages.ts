// From an opened session of millions to what the screen shows. Counterpart: session-desk.ts opens, store/page-turner.ts turns
// the pages. Rule: exact means that the last page folds to the state that the session was saved in.

import { stateHash } from '../../contract/fold/hash.ts';
import type { Source } from '../source/source.ts';
import type { BenchStore } from '../store/bench-store.ts';
import { PageTurner, type TurnerParts } from '../store/page-turner.ts';
import type { PagedRun } from '../store/paged-run.ts';
import { PagedSource } from './paged-source.ts';

/** Throws SessionProblem. */
export async function showPages(store: BenchStore, run: PagedRun, name: string, parts: TurnerParts): Promise<Source> {
  const { topology } = await run.file.checkpoint();
  await PageTurner.open(store, run, parts);
  const { live } = store.getState();
  return new PagedSource({
    file: run.file,
    name,
    topology,
    isExact: stateHash(live.lab) === run.file.manifest.hash,
    moment: () => store.getState().moment,
  });
}
