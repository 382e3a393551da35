// One connection of both runs, line beside line. Counterpart: align.ts has the rows. Rule: equal lines are folded away with
// their number; a difference has a sign and a word in both columns, and the first of all says so.

import { Fragment, useState } from 'react';

import type { Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { isDifference, type Pair, type Row, type RowKind } from './align.ts';
import { type Fold, foldsOf } from './folds.ts';
import type { Said } from './talk.ts';

interface Props {
  pair: Pair;
  names: { one: string; two: string };
  topology: Topology | undefined;
  /** The row of the first difference of all, if it is here. */
  first: number | undefined;
  /** The row that one has come to. */
  current: number | undefined;
}

export function PairView({ pair, names, topology, first, current }: Props) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const { rows, one, two } = pair;
  const client = hostView(topology, pair.client);
  const server = hostView(topology, pair.server);
  const isEqual = rows.every(({ kind }) => !isDifference(kind)) && one !== undefined && two !== undefined;
  const time = (at_ms: number | undefined) => (at_ms === undefined ? t('compare.notThere') : showTime(at_ms));
  const ends = t('compare.ends', { client: client.short, server: server.short, port: String(pair.port) });
  return (
    <div role="group" className={isEqual ? 'compare-pair is-equal' : 'compare-pair'} aria-label={ends}>
      <h3 className="compare-pair__head">
        <HostMark host={client} size={18} /> <HostMark host={server} size={18} /> {ends}
        <span className="compare-pair__times">
          {one?.at_ms === two?.at_ms ? time(one?.at_ms) : `${time(one?.at_ms)} | ${time(two?.at_ms)}`}
        </span>
      </h3>
      {foldsOf(rows, unfolded).map((fold) =>
        fold.kind !== 'shown' ? (
          <button
            key={fold.from}
            type="button"
            className="compare-pair__folded"
            onClick={() => setUnfolded(new Set([...unfolded, fold.from]))}
          >
            {t(`compare.folded.${fold.kind}`, { count: fold.count })}
          </button>
        ) : (
          <Rows key={fold.from} fold={fold} rows={rows} names={names} first={first} current={current} />
        ),
      )}
    </div>
  );
}

interface RowsProps extends Pick<Props, 'names' | 'first' | 'current'> {
  fold: Fold;
  rows: readonly Row[];
}

function Rows({ fold, rows, names, first, current }: RowsProps) {
  return rows.slice(fold.from, fold.from + fold.count).map((row, index) => {
    const at = fold.from + index;
    return (
      <Fragment key={at}>
        {at === first && <p className="compare-pair__first">{t('compare.first')}</p>}
        <div className={`compare-row compare-row--${row.kind}`} aria-current={at === current ? 'true' : undefined}>
          <Line said={row.one} name={names.one} row={row} isBegin={rows[at - 1]?.kind !== row.kind} />
          <span className="compare-row__sign" title={t(`compare.kind.${row.kind}`)}>
            <span aria-hidden="true">{SIGNS[row.kind]}</span>
            <span className="sr">{t(`compare.kind.${row.kind}`)}</span>
          </span>
          <Line said={row.two} name={names.two} row={row} isBegin={rows[at - 1]?.kind !== row.kind} />
        </div>
      </Fragment>
    );
  });
}

const SIGNS: Readonly<Record<RowKind, string>> = { same: '=', echo: '≈', other: '≠', one: '−', two: '+' };

interface LineProps {
  said: Said | undefined;
  name: string;
  row: Row;
  /** The first of a stretch of its kind. */
  isBegin: boolean;
}

function Line({ said, name, row, isBegin }: LineProps) {
  if (!said) {
    return (
      <span className="compare-line compare-line--none">
        <span className="sr">{name}: </span>
        {isBegin ? t('compare.notSaid') : <span className="sr">{t('compare.notSaid')}</span>}
      </span>
    );
  }
  const { from, text, isLetter, isRefusal, isChanged } = said;
  const isOther = isDifference(row.kind);
  return (
    <code className={`compare-line compare-line--${from}${isRefusal ? ' compare-line--refused' : ''}`}>
      <span className="sr">
        {isOther ? `${name}: ` : ''}
        {t(from === 'client' ? 'dialog.client' : 'dialog.server')}{' '}
      </span>
      <span className="compare-line__sign" aria-hidden="true">
        {isLetter ? '\u2709' : from === 'client' ? '\u203a' : '\u2039'}
      </span>
      <span>
        {isRefusal && <span className="sr">{t('dialog.refused')} </span>}
        {text === '' ? '\u00a0' : text}
        {isChanged && <span className="line__mark">{t('dialog.changed')}</span>}
      </span>
    </code>
  );
}
