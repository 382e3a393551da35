// The presenter's second window: notes, timer, and the keys, which the stage in the first window obeys. Counterpart: lecture-desk.ts
// hears of them by `lecture.status`. Rule: it shows what the engine's process was told, and changes nothing itself.

import { useEffect, useState } from 'react';

import type { LectureStatus, PresenterKey } from '../../contract/lecture/commands.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { STAGE_LIMITS } from './limits.ts';
import { NotesCard, Timer } from './notes-card.tsx';
import './stage.css';
import './lecture.css';

const KEYS: Readonly<Record<string, PresenterKey>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  r: 'rescue',
  b: 'black',
  '.': 'black',
  f: 'freeze',
  v: 'vote',
};

export function NotesWindow() {
  const { source } = useBenchParts();
  const status = useStatus();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
      if (key === undefined || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      void source.dispatch('lecture.press', { key });
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [source]);
  useEffect(() => {
    document.title = t('lecture.notesTitle');
  }, []);
  const { stage, notes, hall } = status ?? {};
  return (
    <main className="notes-window">
      <h1>{stage ? stage.scene.title : t('lecture.notesTitle')}</h1>
      {notes && <Timer began_ms={notes.began_ms} minutes={notes.minutes} />}
      {notes ? <NotesCard notes={notes} /> : <p>{t('lecture.nothingOn')}</p>}
      {stage && (
        <p className="notes-window__state">
          {stage.isBlack && <strong>{t('lecture.isBlack')}</strong>}{' '}
          {stage.frozen && <strong>{t('lecture.isFrozen')}</strong>}{' '}
          {hall && t('lecture.following', { count: hall.following })}
        </p>
      )}
      <p className="soft small">{t('lecture.notesKeys')}</p>
    </main>
  );
}

function useStatus(): LectureStatus | undefined {
  const { source } = useBenchParts();
  const [status, setStatus] = useState<LectureStatus>();
  useEffect(() => {
    let isGone = false;
    const watch = async (seen: number | undefined): Promise<void> => {
      if (isGone) return;
      try {
        const news = await source.dispatch('lecture.status', seen === undefined ? {} : { seen });
        if (isGone) return;
        setStatus(news);
        await watch(news.news);
      } catch {
        setTimeout(() => void watch(undefined), STAGE_LIMITS.again_ms);
      }
    };
    void watch(undefined);
    return () => {
      isGone = true;
    };
  }, [source]);
  return status;
}
