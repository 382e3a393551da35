// How the hall answered, before the discussion and after it, as bars. Counterpart: contract/lecture/stage.ts has the counts, and
// whether they may be seen. Rule: numbers beside the bars, a sign and a word for the right answer: colour isn't the carrier.

import type { Counts, Vote } from '../../contract/lecture/stage.ts';
import { t } from '../text/t.ts';

const LETTER_A = 65;
/** Answers are called by letters in the hall. */
export const answerLetter = (at: number) => `${String.fromCodePoint(LETTER_A + at)}.`;

export function VoteChart({ vote: { asks, options, rounds, right } }: { vote: Vote }) {
  const most = Math.max(1, ...rounds.flatMap((counts) => options.map(({ id }) => counts[id] ?? 0)));
  return (
    <section className="chart" aria-label={t('vote.chart')}>
      <h2 className="chart__asks">{asks}</h2>
      <ul className="chart__options">
        {options.map(({ id, text }, at) => (
          <li key={id} className={id === right ? 'chart__option chart__option--right' : 'chart__option'}>
            <span className="chart__text">
              {id === right && <span className="chart__right">{t('vote.right')}</span>} {answerLetter(at)} {text}
            </span>
            {rounds.map((counts, round) => (
              <Bar key={round} counts={counts} id={id} most={most} name={roundName(round, rounds.length)} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bar({ counts, id, most, name }: { counts: Counts; id: string; most: number; name: string }) {
  const count = counts[id] ?? 0;
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const percent = all === 0 ? 0 : Math.round((100 * count) / all);
  return (
    <span className="chart__round">
      <span className="chart__name">{name}</span>
      <progress className="chart__bar" value={count} max={most} aria-label={name} />
      <span className="chart__count">{t('vote.count', { count, percent })}</span>
    </span>
  );
}

function roundName(round: number, rounds: number): string {
  if (rounds < 2) return '';
  return t(round === 0 ? 'vote.before' : 'vote.after');
}
