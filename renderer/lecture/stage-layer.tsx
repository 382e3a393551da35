// Around the bench while a lecture is given: the line above, the bar below, the question, the notes on a single screen, black, the
// spotlight. Counterpart: lecture-desk.ts; stage.css. Rule: all that is here the presenter reaches by a key, and `?` shows which.

import { useCallback, useEffect } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { openKeys } from '../actions/screen.ts';
import type { StageThing } from '../../contract/lecture/stage.ts';
import { t } from '../text/t.ts';
import { watchScrolling } from './by-hand.ts';
import './lecture.css';
import { notesOf, pressOf } from './notes.ts';
import { NotesCard, Timer } from './notes-card.tsx';
import { Spotlight } from './spotlight.tsx';
import './stage.css';
import { StageHead } from './stage-head.tsx';
import { useFrame } from '../app/use-bench.ts';
import { useLecture, useLectureDesk } from './use-lecture.ts';
import { VotePanel } from './vote-panel.tsx';

export function StageLayer() {
  const desk = useLectureDesk();
  const stage = useFrame((state) => state.stage);
  const running = useLecture((state) => state.running);
  const hall = useLecture((state) => state.status?.hall);
  const failure = useLecture((state) => state.failure);
  const hasNotes = useLecture((state) => state.hasNotes);
  const answered = useLecture((state) => state.status?.answers);
  const light = useCallback((thing: StageThing | undefined) => desk.light(thing), [desk]);
  useEffect(() => watchScrolling(document, (thing) => desk.scrolledTo(thing)), [desk]);
  if (!stage || !running) return null;
  const beats = running.scenes[running.at]?.beats.length ?? 0;
  return (
    <>
      <StageHead stage={stage}>
        {hall && (
          <span className="stage-head__join">
            <span className="mono">{hall.origin}</span> <span className="sr">{t('follow.code')}</span>
            <strong className="mono">{hall.code}</strong>
          </span>
        )}
        {hall && <span className="stage-head__note">{t('lecture.following', { count: hall.following })}</span>}
        <Timer began_ms={running.began_ms} minutes={running.cut} />
        <ActionButton action={openKeys} className="plain-button">
          ?
        </ActionButton>
        <button type="button" className="plain-button" onClick={() => void desk.end()}>
          {t('stage.endShort')}
        </button>
      </StageHead>
      <footer className="stage-bar" aria-label={t('stage.bar')}>
        {failure !== undefined && (
          <p className="stage-bar__failure" role="alert">
            {failure} {t('stage.failed')}
          </p>
        )}
        <div className="stage-bar__line">
          <p className="stage-bar__state" role="status">
            {t(`stage.phase.${running.phase}`)} {t('stage.beats', { done: running.beat, of: beats })}
            {running.isRecorded && <strong> {t('stage.isRecorded')}</strong>}
            {running.frozen && <strong> {t('lecture.isFrozen')}</strong>}
          </p>
          <p className="stage-bar__next">
            <kbd className="keys">{'\u2192'}</kbd> {pressOf(running, answered)}
          </p>
        </div>
        {running.voting && <VotePanel voting={running.voting} />}
        {hasNotes && <NotesCard notes={notesOf(running, answered)} />}
      </footer>
      {running.isSpot && <Spotlight onThing={light} />}
      {running.isBlack && (
        <div className="stage-black" role="status">
          <span className="sr">{t('lecture.isBlack')}</span>
        </div>
      )}
    </>
  );
}
