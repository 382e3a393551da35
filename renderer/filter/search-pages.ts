// Looks through a run in pages, from its beginning. Counterpart: search.ts takes the events, finding.tsx shows what was found.
// Rule: a page at a time, so that the screen draws between and a person can stop it; what was found by then stays.

import type { PagedRun } from '../store/paged-run.ts';
import type { Search } from './search.ts';

export interface PageWatch {
  /** How many of the pages were looked through; the end when `done` is 1. */
  onPage: (done: number) => void;
  isStopped: () => boolean;
  pause: () => Promise<void>;
}

/** True when it came to the end. Throws SessionProblem. */
export async function searchPages(run: PagedRun, search: Search, watch: PageWatch): Promise<boolean> {
  for (let index = 0; index < run.pages; index += 1) {
    if (watch.isStopped()) return false;
    // Pages that are only looked through aren't kept: those around the shown moment are.
    search.take(await run.file.page(index));
    watch.onPage((index + 1) / run.pages);
    await watch.pause();
  }
  return true;
}
