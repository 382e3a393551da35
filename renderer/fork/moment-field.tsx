// From the beginning, or from the moment that is shown. Counterpart: moment.ts. Rule: while now is shown, there is nothing
// after it to be different, so the beginning is meant.

import { useMemo, useState } from 'react';

import type { Seq } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import { useBench } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { topologyAt } from './moment.ts';

interface ForkMoment {
  after: Seq;
  topology: Topology | undefined;
  /** As a person would say it. */
  said: string;
  isShown: boolean;
  setShown: (isShown: boolean) => void;
}

export function useForkMoment(): ForkMoment {
  const history = useBench((state) => state.history);
  const cursor = useBench((state) => state.cursor);
  const live = useBench((state) => state.live.lab.topology);
  const [isWanted, setShown] = useState(true);
  const isShown = isWanted && cursor !== undefined;
  const after = isShown ? cursor : history.first;
  const topology = useMemo(() => topologyAt(history, after) ?? live, [history, after, live]);
  const time = showTime(history.event(after)?.at_ms ?? 0);
  const said = isShown ? t('fork.from.moment', { time }) : t('fork.from.beginning');
  return { after, topology, said, isShown, setShown };
}

export function MomentField({ isShown, setShown }: ForkMoment) {
  const at_ms = useBench(({ cursor, history }) => (cursor === undefined ? undefined : history.event(cursor)?.at_ms));
  if (at_ms === undefined) return <p className="soft">{t('fork.from.help')}</p>;
  return (
    <fieldset className="fork__from">
      <legend>{t('fork.from')}</legend>
      <label>
        <input type="radio" name="fork-from" checked={isShown} onChange={() => setShown(true)} />{' '}
        {t('fork.from.moment', { time: showTime(at_ms) })}
      </label>
      <label>
        <input type="radio" name="fork-from" checked={!isShown} onChange={() => setShown(false)} />{' '}
        {t('fork.from.beginning')}
      </label>
    </fieldset>
  );
}
