// The table of the experiment: a row for each sender, the numbers of both settings beside each other, and above it what
// they come to. Counterpart: engine/experiment/tally.ts counts. Rule: a difference is said in words as well as by its
// sign; each number is a button that opens its letters.

import type { ExperimentRow, ExperimentTotals, LetterFate } from '../../contract/experiment.ts';
import { showActor } from '../text/actor.ts';
import { t, type TextKey } from '../text/t.ts';
import { showDuration } from '../text/times.ts';
import type { DoneTrial } from './experiment.tsx';
import { experiments, type OpenLetters, type SideId } from './experiment-store.ts';

const GOOD: readonly LetterFate[] = ['arrived'];
const BAD: readonly LetterFate[] = ['stopped', 'marked'];

export function ResultTable({ done }: { done: readonly DoneTrial[] }) {
  const rows = done[0]?.result.rows ?? [];
  const honest = rows.filter(({ isHonest }) => isHonest);
  const spam = rows.filter(({ isHonest }) => !isHonest);
  return (
    <>
      <Totals done={done} />
      <div className="results__frame" tabIndex={0} role="region" aria-label={t('experiment.table')}>
        <table className="results">
          <caption className="sr">{t('experiment.table')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('experiment.who')}
              </th>
              <th scope="col" rowSpan={2} className="results__number">
                {t('experiment.count')}
              </th>
              {done.map(({ side }) => (
                <th key={side} scope="colgroup" colSpan={3} className="results__setting">
                  <Side side={side} />
                </th>
              ))}
            </tr>
            <tr>
              {done.map((one) => (
                <ColumnHeads key={one.side} />
              ))}
            </tr>
          </thead>
          <Body title={t('experiment.wanted')} rows={honest} done={done} />
          <Body title={t('experiment.unwanted')} rows={spam} done={done} />
        </table>
      </div>
    </>
  );
}

function ColumnHeads() {
  return (
    <>
      <th scope="col" className="results__number results__first">
        {t('experiment.arrived')}
      </th>
      <th scope="col" className="results__number">
        {t('experiment.stopped')}
      </th>
      <th scope="col" className="results__number" title={t('experiment.laterHelp')}>
        {t('experiment.later')}
      </th>
    </>
  );
}

function Body({ title, rows, done }: { title: string; rows: readonly ExperimentRow[]; done: readonly DoneTrial[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2 + 3 * done.length} className="results__group">
          {title}
        </th>
      </tr>
      {rows.map(({ actor, letters }) => (
        <tr key={actor}>
          <th scope="row" title={showActor(actor).help}>
            {showActor(actor).title}
          </th>
          <td className="results__number">{letters}</td>
          {done.map(({ side, result }) => {
            const own = result.rows.find((one) => one.actor === actor);
            const base = side === 'a' ? undefined : done[0]?.result.rows.find((one) => one.actor === actor);
            return own && <Cells key={side} side={side} row={own} base={base} />;
          })}
        </tr>
      ))}
    </tbody>
  );
}

interface CellsProps {
  side: SideId;
  row: ExperimentRow;
  /** The same kind in the other setting. */
  base: ExperimentRow | undefined;
}

function Cells({ side, row, base }: CellsProps) {
  const { actor, isHonest, arrived, stopped, marked, median_s, worst_s } = row;
  const lost = stopped + marked;
  // What somebody wanted and didn't get, or got and didn't want.
  const isBad = (fates: readonly LetterFate[]) => (fates === GOOD) !== isHonest;
  const number = (count: number, fates: readonly LetterFate[], what: TextKey) => (
    <Number
      open={{ side, actor, fates }}
      count={count}
      label={t('experiment.show', { side: side.toUpperCase(), what: t(what), count, actor: showActor(actor).title })}
      isBad={count > 0 && isBad(fates)}
    />
  );
  return (
    <>
      <td className="results__number results__first">
        {number(arrived, GOOD, 'experiment.arrived')}
        {base && <Difference by={arrived - base.arrived} />}
      </td>
      <td className="results__number">
        {number(lost, BAD, 'experiment.stopped')}
        {marked > 0 && <span className="results__note">{t('experiment.marked')}</span>}
      </td>
      <td className="results__number">
        {median_s === undefined || worst_s === undefined ? (
          <span className="soft">{t('experiment.never')}</span>
        ) : (
          showDelay(median_s, worst_s)
        )}
      </td>
    </>
  );
}

interface NumberProps {
  open: OpenLetters;
  count: number;
  label: string;
  isBad: boolean;
}

function Number({ open, count, label, isBad }: NumberProps) {
  if (count === 0) return <span className="soft">{count}</span>;
  return (
    <button
      type="button"
      className={`results__open${isBad ? ' results__open--bad' : ''}`}
      aria-label={label}
      onClick={() => experiments.show(open)}
    >
      {isBad && <span aria-hidden="true">! </span>}
      {count}
    </button>
  );
}

function Difference({ by }: { by: number }) {
  if (by === 0) return null;
  const count = Math.abs(by);
  return (
    <span className="results__difference">
      <span className="sr">{t(by > 0 ? 'experiment.more.by' : 'experiment.less.by', { count })}</span>
      <span aria-hidden="true">
        {by > 0 ? '▲' : '▼'}
        {count}
      </span>
    </span>
  );
}

function Side({ side }: { side: SideId }) {
  return (
    <>
      <span className="sr">{t('experiment.setting', { side: side.toUpperCase() })}</span>
      <span aria-hidden="true" className={`side side--${side}`}>
        {side.toUpperCase()}
      </span>
    </>
  );
}

const TOTALS = [
  { title: 'experiment.caught', isHonest: false, fates: BAD, isBad: false, of: (one) => one.caught },
  { title: 'experiment.missed', isHonest: false, fates: GOOD, isBad: true, of: (one) => one.missed },
  { title: 'experiment.falsePositives', isHonest: true, fates: BAD, isBad: true, of: (one) => one.falsePositives },
] as const satisfies readonly {
  title: TextKey;
  isHonest: boolean;
  fates: readonly LetterFate[];
  isBad: boolean;
  of: (totals: ExperimentTotals) => number;
}[];

/** What the table comes to, a line for each setting. */
function Totals({ done }: { done: readonly DoneTrial[] }) {
  return (
    <ul className="totals">
      {done.map(({ side, result: { totals } }) => (
        <li key={side} className="totals__setting">
          <Side side={side} />
          <dl className="totals__numbers">
            {TOTALS.map(({ title, isHonest, fates, isBad, of }) => {
              const count = of(totals);
              const actor = t(isHonest ? 'experiment.wanted' : 'experiment.unwanted');
              return (
                <div key={title} className="totals__one">
                  <dt>{t(title)}</dt>
                  <dd>
                    <Number
                      open={{ side, isHonest, fates }}
                      count={count}
                      label={t('experiment.show', { side: side.toUpperCase(), what: t(title), count, actor })}
                      isBad={isBad && count > 0}
                    />
                  </dd>
                </div>
              );
            })}
            <div className="totals__one">
              <dt title={t('experiment.laterHelp')}>{t('experiment.honestDelay')}</dt>
              <dd className="totals__delay">{showDelay(totals.median_s, totals.worst_s)}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function showDelay(median_s: number, worst_s: number): string {
  if (worst_s === 0) return t('experiment.atOnce');
  const show = (seconds: number) => (seconds === 0 ? '0' : showDuration(seconds * 1000));
  return t('experiment.delay', { median: show(median_s), worst: show(worst_s) });
}
