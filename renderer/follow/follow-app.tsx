// The screen of a follower: what stands on the presenter's stage, and the question that is open. Counterpart: app/app.tsx is the
// presenter's. Rule: nothing here can do anything to the lab; what is shown follows the stage, and one may look around in it.

import { useEffect } from 'react';
import { useStore } from 'zustand';

import { BenchTimeline, Letter, Middle } from '../app/panels.tsx';
import { Journeys } from '../app/journeys.tsx';
import { useBenchParts, useFrame } from '../app/use-bench.ts';
import type { Stage } from '../../contract/lecture/stage.ts';
import { FindingProvider } from '../filter/finding.tsx';
import { StageHead } from '../lecture/stage-head.tsx';
import '../lecture/stage.css';
import { showMoment } from '../store/bench-store.ts';
import { t } from '../text/t.ts';
import { BallotPaper } from './ballot.tsx';
import './follow.css';
import type { FollowSource } from './follow-source.ts';
import { FollowLight } from './follow-light.tsx';
import { JoinForm } from './join-form.tsx';
import type { ShellLines } from './shell-lines.ts';
import { ShellView } from './shell-view.tsx';

export function FollowApp({ source, lines }: { source: FollowSource; lines: ShellLines }) {
  const state = useStore(source.store);
  const stage = useFrame((frame) => frame.stage);
  useStageInStore(stage);
  const isJoining = state.phase === 'asking' || (state.phase === 'joining' && !stage);
  if (isJoining) return <JoinForm source={source} state={state} />;
  if (state.phase === 'over') return <Words text={t(state.why === 'over' ? 'follow.over' : 'follow.sentAway')} />;
  if (!stage) return <Words text={t(state.phase === 'lost' ? 'follow.lost' : 'follow.waiting')} />;
  return (
    <FindingProvider>
      <Journeys>
        <div className="app app--stage app--follow">
          <StageHead stage={stage}>
            <span className="stage-head__note">
              {state.phase === 'inside' ? t('follow.reading') : t('follow.lost')}
            </span>
          </StageHead>
          <main className="app__main">
            <div className="bench">
              <Middle shell={<ShellView lines={lines} />} />
              <Letter />
            </div>
            <BenchTimeline />
          </main>
          {stage.vote && (
            <aside className="follow__vote" aria-label={t('vote.title')}>
              <BallotPaper vote={stage.vote} source={source} />
            </aside>
          )}
          <FollowLight stage={stage} />
          {stage.isBlack && <Words text={t('follow.black')} />}
        </div>
      </Journeys>
    </FindingProvider>
  );
}

function Words({ text }: { text: string }) {
  return (
    <div className="follow__words" role="status">
      <p>{text}</p>
    </div>
  );
}

/** What the presenter looks at is looked at here too, from when it changes there. */
function useStageInStore(stage: Stage | undefined): void {
  const { store } = useBenchParts();
  const journey = stage?.journey;
  const pointed = stage?.pointed;
  const moment = stage?.moment;
  useEffect(() => store.setState({ chosen: journey }), [store, journey]);
  useEffect(() => store.setState({ pointed }), [store, pointed]);
  useEffect(() => showMoment(store, moment), [store, moment]);
}
