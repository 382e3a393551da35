// The question on the presenter's stage: asked, discussed, asked again, shown. Counterpart: vote-round.ts. Rule: how many have
// answered may be seen, how they answered not before it is shown; hands are typed in where nobody has a phone.

import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { t } from '../text/t.ts';
import { useLecture, useLectureDesk } from './use-lecture.ts';
import { answerLetter, VoteChart } from './vote-chart.tsx';
import { countedIn, voteOf, type Voting } from './vote-round.ts';

export function VotePanel({ voting }: { voting: Voting }) {
  const desk = useLectureDesk();
  const answers = useLecture((state) => state.status?.answers);
  const isDone = voting.phase === 'shown';
  const isOpen = voting.phase === 'open' || voting.phase === 'again';
  const counted = Object.values(countedIn(voting, answers)).reduce((sum, count) => sum + count, 0);
  return (
    <section className="vote" aria-label={t('vote.title')}>
      {isDone ? (
        <VoteChart vote={voteOf(voting)} />
      ) : (
        <>
          <h2 className="vote__asks">{voting.question.asks}</h2>
          <ol className="vote__options">
            {voting.question.options.map(({ id, text }, at) => (
              <li key={id}>
                <span className="vote__letter">{answerLetter(at)}</span>
                <span>{text}</span>
                {isOpen && (
                  <label className="vote__hands">
                    <span className="sr">{t('vote.hands', { text })}</span>
                    <input
                      type="number"
                      min={0}
                      max={LECTURE_LIMITS.hands}
                      value={voting.hands[id] ?? ''}
                      placeholder={t('vote.handsShort')}
                      onChange={({ target }) => desk.hands(id, handsOf(target.value))}
                    />
                  </label>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="vote__acts">
        <span role="status">
          {t(`vote.stage.${voting.phase}`)} {isOpen && counted > 0 && t('vote.answered', { count: counted })}
        </span>
        <button type="button" className="plain-button" onClick={() => desk.vote()}>
          {t(`vote.press.${voting.phase}`)}
        </button>
        {!isDone && (
          <button type="button" className="plain-button" onClick={() => desk.reveal()}>
            {t('stage.reveal')}
          </button>
        )}
      </p>
    </section>
  );
}

function handsOf(text: string): number {
  const count = Math.floor(Number(text));
  return Number.isFinite(count) ? Math.min(LECTURE_LIMITS.hands, Math.max(0, count)) : 0;
}
