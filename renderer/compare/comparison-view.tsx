// Two runs side by side: what is different, what came of it, and every line of both. Counterpart: align.ts pairs them. Rule:
// the change stays in sight; one difference is the current one, and keys and buttons lead from one to the next.

import { type ReactNode, useEffect, useRef, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { download } from '../session/download.ts';
import { fileTime } from '../session/file-name.ts';
import { t } from '../text/t.ts';
import type { Difference } from './align.ts';
import type { Comparison } from './compare-desk.ts';
import { COMPARE_LIMITS } from './limits.ts';
import { PairView } from './pair-view.tsx';
import { Summary } from './summary-view.tsx';

/** The difference stands a third of the way down: what led to it above, what came of it below. */
const LOOK_AHEAD = 3;

export function ComparisonView({ comparison, another }: { comparison: Comparison; another: ReactNode }) {
  const { said, names, alignment } = comparison;
  const { pairs, differences, first } = alignment;
  const [at, setAt] = useState(() => differences.findIndex((place) => isSame(place, first)));
  const scroll = useRef<HTMLDivElement>(null);
  const current = differences[at];
  // What had the keyboard while it was played is gone; the arrows scroll here, and the keys below work.
  useEffect(() => scroll.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const row = scroll.current?.querySelector<HTMLElement>('[aria-current="true"]');
    // Not `scrollIntoView`, which would move the sheet too.
    if (row && scroll.current) scroll.current.scrollTop = row.offsetTop - scroll.current.clientHeight / LOOK_AHEAD;
  }, [current]);
  const go = (by: number) => setAt((at + by + differences.length) % Math.max(1, differences.length));
  return (
    <div
      className="compare"
      onKeyDown={(event) => {
        const by = { n: 1, p: -1 }[event.key];
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        // Elsewhere N moves the clock.
        event.stopPropagation();
        go(by);
      }}
    >
      <div className="compare__top">
        <p className="compare__change">
          <b>{t('compare.change')}</b> {said}
        </p>
        <div className="compare__acts">
          <span role="status">
            {differences.length === 0 ? t('compare.equal') : t('compare.at', { n: at + 1, count: differences.length })}
          </span>
          <button type="button" className="plain-button" disabled={differences.length < 2} onClick={() => go(-1)}>
            {t('compare.previous')} <kbd>P</kbd>
          </button>
          <button type="button" className="plain-button" disabled={differences.length < 2} onClick={() => go(1)}>
            {t('compare.next')} <kbd>N</kbd>
          </button>
          <OpenRuns comparison={comparison} />
          {another}
        </div>
      </div>
      <Summary comparison={comparison} />
      <div ref={scroll} className="compare__scroll" role="region" aria-label={t('compare.lines')} tabIndex={0}>
        <div className="compare__heads" aria-hidden="true">
          <span>{names.one}</span>
          <span />
          <span>{names.two}</span>
        </div>
        {pairs.slice(0, COMPARE_LIMITS.pairs).map((pair, index) => (
          <PairView
            key={pair.key}
            pair={pair}
            names={names}
            topology={comparison.topology}
            first={first?.pair === index ? first.row : undefined}
            current={current?.pair === index ? current.row : undefined}
          />
        ))}
        {pairs.length > COMPARE_LIMITS.pairs && (
          <p className="soft">{t('compare.morePairs', { count: pairs.length - COMPARE_LIMITS.pairs })}</p>
        )}
      </div>
    </div>
  );
}

const isSame = (one: Difference, other: Difference | undefined) => one.pair === other?.pair && one.row === other.row;

/** Either run on the bench, as a recorded session; or as a file. */
function OpenRuns({ comparison: { files, names } }: { comparison: Comparison }) {
  const { sessions, frame } = useBenchParts();
  const open = (side: 'one' | 'two') => {
    frame.setState({ sheet: undefined });
    void sessions.open(files[side], t('compare.run', { run: names[side] }));
  };
  return (
    <>
      {(['one', 'two'] as const).map((side) => (
        <button key={side} type="button" className="plain-button" onClick={() => open(side)}>
          {t('compare.open', { run: t('compare.run', { run: names[side] }) })}
        </button>
      ))}
      <button
        type="button"
        className="plain-button"
        onClick={() => download(files.two, `${t('compare.file')} ${fileTime(Date.now())}.posthorn`)}
      >
        {t('compare.save')}
      </button>
    </>
  );
}
