// Keeps the search going while the lab does. Counterpart: search.ts looks, use-finding.ts is how views learn of it.
// Rule: a few looks a second at most, and none while nothing is looked for.

import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';

import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import { readFilter } from '../../contract/filter/filter.ts';
import { FILTER_LIMITS } from './limits.ts';
import { Search } from './search.ts';
import { searchPages } from './search-pages.ts';
import { type Finding, FindingContext, NOTHING } from './use-finding.ts';

export function FindingProvider({ children }: { children: ReactNode }) {
  const filterState = useFrame((state) => state.filter);
  // Typing stays quick: the lines are looked through when there is time.
  const text = useDeferredValue(filterState?.text ?? '');
  const isOnly = filterState?.isOnly ?? false;
  const finding = useSearch(text);
  const value = useMemo(
    () => (finding === NOTHING || finding.isOnly === isOnly ? finding : { ...finding, isOnly }),
    [finding, isOnly],
  );
  return <FindingContext value={value}>{children}</FindingContext>;
}

function useSearch(text: string): Finding {
  const { store, sessions } = useBenchParts();
  const pages = useBench((state) => state.pages);
  const [finding, setFinding] = useState(NOTHING);
  useEffect(() => {
    const filter = readFilter(text);
    const search = filter.isEmpty ? undefined : new Search(filter.test);
    if (!search) {
      setFinding(filter.problems.length === 0 ? NOTHING : { ...NOTHING, filter });
      return undefined;
    }
    if (pages) {
      let isStopped = false;
      const stop = () => {
        isStopped = true;
      };
      let told_ms = 0;
      const tell = (done: number, isOver: boolean) => {
        const isDue = performance.now() - told_ms >= FILTER_LIMITS.redraw_ms;
        if (isLeft || (!isDue && !isOver)) return;
        told_ms = performance.now();
        const progress = done === 1 ? {} : { progress: { done, stop: isOver ? undefined : stop } };
        setFinding({ ...findingOf(search, filter), ...progress });
      };
      let isLeft = false;
      let reached = 0;
      searchPages(pages.run, search, {
        onPage: (done) => tell((reached = done), done === 1),
        isStopped: () => isStopped || isLeft,
        pause: () => new Promise((resolve) => setTimeout(resolve)),
      }).then(
        () => tell(reached, true),
        (error: unknown) => sessions.fail(error, ''),
      );
      tell(0, false);
      return () => {
        isLeft = true;
      };
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (isFirst: boolean) => {
      timer = undefined;
      const isNew = search.follow(store.getState().history);
      if (isNew || isFirst) setFinding(findingOf(search, filter));
    };
    look(true);
    const stop = store.subscribe(({ live }, before) => {
      if (live !== before.live) timer ??= setTimeout(look, FILTER_LIMITS.redraw_ms, false);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, sessions, pages, text]);
  return finding;
}

function findingOf({ lines, total }: Search, filter: Finding['filter']): Finding {
  return {
    filter,
    lines: [...lines],
    total,
    seqs: new Set(lines.map((line) => line.seq)),
    conns: new Set(lines.map((line) => line.conn)),
    messages: new Set(lines.flatMap(({ message }) => message ?? [])),
    isOnly: false,
  };
}
