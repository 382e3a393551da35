// Everything there is to look at, latest first: letters of the lab's users, and what outside tools brought in.
// Counterpart: store/journeys.ts. Rule: the latest is followed until the person picks one; a row is drawn again when a
// word of it changed, and not more of them than one looks through.

import { memo, useCallback, useRef, useState } from 'react';

import { useInSight } from '../app/in-sight.ts';
import { useSlots } from '../app/slots.ts';
import { useBench, useBenchParts, usePlan } from '../app/use-bench.ts';
import type { Topology } from '../../contract/topology.ts';
import { useFinding } from '../filter/use-finding.ts';
import { hostView } from '../store/hosts.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import './letter-list.css';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { type LetterRow, letterRow } from './letter-row.ts';

interface Props {
  journeys: readonly Journey[];
  shown: Journey | undefined;
}

export function LetterList({ journeys: all, shown }: Props) {
  const { conns, messages, isOnly } = useFinding();
  const isFound = ({ letter, dialogs }: Journey) =>
    messages.has(letter?.id ?? '') || dialogs.some(({ id }) => conns.has(id));
  const journeys = isOnly ? all.filter(isFound) : all;
  const { store } = useBenchParts();
  const topology = usePlan();
  const isPicked = useBench((state) => state.chosen !== undefined);
  const choose = useCallback((id: string) => store.setState({ chosen: id }), [store]);
  const isLatest = shown?.id === journeys[0]?.id;
  const [wanted, setWanted] = useState<number>(SCREEN_LIMITS.letterRows);
  // The one that is shown always has its row, if need be below those that are listed.
  const isBelow = journeys.findIndex(({ id }) => id === shown?.id) >= wanted;
  const listed = [...journeys.slice(0, wanted), ...(isBelow && shown ? [shown] : [])];
  const rest = journeys.length - wanted;
  const list = useRef<HTMLUListElement>(null);
  const inSight = useInSight(list, ROW_REM);
  const isPast = useBench((state) => state.cursor !== undefined);
  const slots = useSlots(
    listed.map(({ id }) => id),
    isPast,
  );
  return (
    <section className="letters" aria-labelledby="letters-title">
      <div className="letters__head">
        <h2 id="letters-title">{t('letters.title')}</h2>
        {isPicked && !isLatest && (
          <button type="button" className="letters__follow" onClick={() => store.setState({ chosen: undefined })}>
            {t('letters.follow')}
          </button>
        )}
      </div>
      {journeys.length === 0 && (
        <p className="letters__none">{t(isOnly && all.length > 0 ? 'filter.noLetter' : 'letters.none')}</p>
      )}
      <ul ref={list} className="letters__list">
        {listed.slice(0, inSight).map((journey, index) => (
          <Row
            key={slots[index]}
            id={journey.id}
            topology={topology}
            {...letterRow(journey, topology)}
            isShown={journey.id === shown?.id}
            isBelow={index >= wanted}
            onChoose={choose}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="letters__more" onClick={() => setWanted(wanted + SCREEN_LIMITS.letterRows)}>
          {t('letters.more', { count: Math.min(rest, SCREEN_LIMITS.letterRows) })}
        </button>
      )}
    </section>
  );
}

/** The least height of a row: a title, what is below it, and the space around them. */
const ROW_REM = 3;

interface RowProps extends LetterRow {
  id: string;
  topology: Topology | undefined;
  isShown: boolean;
  /** Others stand between it and the row before. */
  isBelow: boolean;
  onChoose: (id: string) => void;
}

const Row = memo(function Row({ id, topology, isShown, isBelow, onChoose, ...row }: RowProps) {
  const { host, title, time, who, status, statusWords } = row;
  return (
    <li className={isBelow ? 'letters__row letters__row--below' : 'letters__row'}>
      <button
        type="button"
        className="letters__item"
        aria-current={isShown ? 'true' : undefined}
        onClick={() => onChoose(id)}
      >
        <HostMark host={hostView(topology, host)} />
        <span className="letters__title">{title}</span>
        <span className="letters__who">
          <span className="letters__time mono">{time}</span> {who}
        </span>
        <span className={`letters__status letters__status--${status}`}>{statusWords}</span>
      </button>
    </li>
  );
});
