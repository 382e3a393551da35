// The strip in which one looks for lines: the filter, how many fit, from one to the next, and what else a filter is good
// for: to see nothing but these, and to stop the next one on the wire. Counterpart: use-finding.ts has what was found.
// Rule: what is wrong with a filter is said at once, and what is right of it already counts.

import { useId, useState } from 'react';

import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import type { FilterProblem } from '../../contract/filter/filter.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import { useAttempt, useWire, useWireDesk } from '../wire/use-wire.ts';
import { FilterField } from './filter-field.tsx';
import { FoundList } from './found-list.tsx';
import './filter.css';
import { goTo, nextPlace } from './go-to.ts';
import { type Finding, useFinding } from './use-finding.ts';

const LISTED_FROM_PX = 900;

export function FilterBar() {
  const isOpen = useFrame((state) => state.filter !== undefined);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar() {
  const { frame, store } = useBenchParts();
  const text = useFrame((state) => state.filter?.text ?? '');
  const isOnly = useFrame((state) => state.filter?.isOnly ?? false);
  const pointed = useBench((state) => state.pointed?.seq);
  const { filter, lines, total, progress } = useFinding();
  // On a low screen the list would take the room of what it leads to.
  const [isListed, setListed] = useState(() => innerHeight >= LISTED_FROM_PX);
  const id = useId();
  const place = lines.findIndex((line) => line.seq === pointed);
  const step = (way: 1 | -1) => {
    const line = lines[nextPlace(lines, pointed, way)];
    if (line) goTo(store, line);
  };
  const leave = () => frame.setState({ filter: undefined });
  const hasNone = lines.length === 0;
  const label = t('filter.close');
  return (
    <search className="filter" aria-label={t('filter.title')}>
      <div className="filter__row">
        <FilterField
          value={text}
          isWrong={filter.problems.length > 0}
          describedBy={`${id}said`}
          onChange={(next) => frame.setState({ filter: { text: next, isOnly } })}
          onNext={step}
          onLeave={leave}
        />
        <p id={`${id}said`} className="filter__count" role="status">
          {filter.isEmpty ? t('filter.begin') : countOf(place, lines.length, total, progress)}
        </p>
        {progress?.stop && (
          <>
            <progress className="filter__progress" aria-label={t('filter.reading')} value={progress.done} max={1} />
            <button type="button" className="plain-button" onClick={progress.stop}>
              {t('filter.stopReading')}
            </button>
          </>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t('filter.previous')}
          title={t('filter.previous')}
          disabled={hasNone}
          onClick={() => step(-1)}
        >
          {'\u2191'}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('filter.next')}
          title={t('filter.next')}
          disabled={hasNone}
          onClick={() => step(1)}
        >
          {'\u2193'}
        </button>
        <button
          type="button"
          className="plain-button"
          aria-expanded={isListed && !hasNone}
          disabled={hasNone}
          onClick={() => setListed(!isListed)}
        >
          {t('filter.list')}
        </button>
        <label className="filter__only">
          <input
            type="checkbox"
            checked={isOnly}
            onChange={({ target }) => frame.setState({ filter: { text, isOnly: target.checked } })}
          />
          {t('filter.only')}
        </label>
        <StopNext text={text} />
        <button type="button" className="icon-button filter__close" aria-label={label} title={label} onClick={leave}>
          <Close />
        </button>
      </div>
      {filter.problems.map((problem) => (
        <p key={`${problem.code} ${problem.start}`} className="filter__problem">
          {sayProblem(problem)}
        </p>
      ))}
      {isListed && !hasNone && <FoundList lines={lines} total={total} pointed={pointed} />}
    </search>
  );
}

/** A breakpoint for the lines that fit, where a line on its way can be asked all that the filter wants to know. */
function StopNext({ text }: { text: string }) {
  const isLive = useBench((state) => state.link.name === 'live');
  const isSet = useWire((state) => state.rules.some((rule) => rule.filter === text));
  const { filter } = useFinding();
  const desk = useWireDesk();
  const attempt = useAttempt();
  if (!isLive) return null;
  const [late] = filter.late;
  const isPossible = !filter.isEmpty && filter.problems.length === 0 && late === undefined && !isSet;
  const why = late === undefined ? t('filter.stop.help') : t('filter.stop.late', { key: late });
  return (
    <button
      type="button"
      className="plain-button"
      title={why}
      disabled={!isPossible}
      onClick={() => attempt(() => desk.addFilter(text))}
    >
      {t(isSet ? 'filter.stops' : 'filter.stop')}
    </button>
  );
}

function countOf(place: number, listed: number, total: number, progress: Finding['progress']): string {
  const part = progress && Math.floor(progress.done * 100);
  if (part !== undefined && place < 0) {
    return t(progress?.stop ? 'filter.soFar' : 'filter.upTo', { count: total, part });
  }
  if (total === 0) return t('filter.none');
  // The oldest of very many aren't listed: the place is told from the end.
  return place < 0 ? t('filter.count', { count: total }) : t('filter.place', { at: total - listed + place + 1, total });
}

function sayProblem({ code, what, key, perhaps }: FilterProblem): string {
  if (code === 'too long') return t('filter.tooLong', { count: Number(what) });
  if (code === 'no value') return t('filter.noValue', { key: what });
  if (code === 'bad value') return t('filter.badValue', { key: key ?? '', value: what });
  return perhaps === undefined ? t('filter.unknown', { key: what }) : t('filter.perhaps', { key: what, perhaps });
}
