// The question to the hall, as a follower answers it. Counterpart: contract/lecture/stage.ts; lecture/chart.tsx shows the
// counts. Rule: an answer can be changed while the question is open; which one counts is what the other end says.

import { useStore } from 'zustand';

import { isVoting, type Vote } from '../../contract/lecture/stage.ts';
import { answerLetter, VoteChart } from '../lecture/vote-chart.tsx';
import { t } from '../text/t.ts';
import type { FollowSource } from './follow-source.ts';

export function BallotPaper({ vote, source }: { vote: Vote; source: FollowSource }) {
  const answer = useStore(source.store, (state) => state.answer);
  const sent = useStore(source.store, (state) => state.sent);
  const counted = answer?.vote === vote.id ? answer.option : undefined;
  const chosen = sent?.vote === vote.id ? sent.option : counted;
  if (vote.phase === 'shown') return <VoteChart vote={vote} />;
  return (
    <fieldset className="ballot" disabled={!isVoting(vote)}>
      <legend className="ballot__asks">{vote.asks}</legend>
      {vote.options.map(({ id, text }, at) => (
        <label key={id} className="ballot__option">
          <input
            type="radio"
            name={vote.id}
            value={id}
            checked={chosen === id}
            onChange={() => source.answer(vote.id, id)}
          />
          <span>
            {answerLetter(at)} {text}
          </span>
        </label>
      ))}
      <p className="ballot__state" role="status">
        {t(`vote.${vote.phase}`)} {chosen !== undefined && chosen === counted && isVoting(vote) && t('vote.counted')}
      </p>
    </fieldset>
  );
}
