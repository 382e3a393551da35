// What was found, line by line in the order of the run. Counterpart: go-to.ts. Rule: a row is a button; the one that is
// looked at is marked and kept in sight.

import { useEffect, useRef } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow } from '../theme/icons.tsx';
import { goTo } from './go-to.ts';
import { FILTER_LIMITS } from './limits.ts';
import type { FoundLine } from './search.ts';

interface Props {
  lines: readonly FoundLine[];
  total: number;
  pointed: number | undefined;
}

export function FoundList({ lines, total, pointed }: Props) {
  const { store } = useBenchParts();
  const topology = useBench((state) => state.live.lab.topology);
  const list = useRef<HTMLUListElement>(null);
  const place = lines.findIndex((line) => line.seq === pointed);
  // Around the one that is looked at, else the latest.
  const end = place < 0 ? lines.length : Math.min(lines.length, place + FILTER_LIMITS.listed / 2);
  const shown = lines.slice(Math.max(0, end - FILTER_LIMITS.listed), end);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  return (
    <>
      {shown.length < total && <p className="filter__part">{t('filter.part', { shown: shown.length, total })}</p>}
      <ul ref={list} className="filter__found" aria-label={t('filter.found')}>
        {shown.map((line) => {
          const speaker = hostView(topology, line.speaker);
          const hearer = hostView(topology, line.hearer);
          return (
            <li key={line.seq}>
              <button
                type="button"
                className="filter__line"
                aria-current={line.seq === pointed ? 'true' : undefined}
                onClick={() => goTo(store, line)}
              >
                <span className="filter__time mono">{showTime(line.at_ms)}</span>
                <span className="filter__ends">
                  <HostMark host={speaker} size={14} />
                  {speaker.short}
                  <Arrow />
                  {hearer.short}
                </span>
                <code className={line.isRefusal ? 'filter__text filter__text--refused' : 'filter__text'}>
                  {line.text === '' ? t('filter.bulk') : line.text}
                </code>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
