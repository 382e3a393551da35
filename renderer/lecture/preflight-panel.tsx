// Every scene played on this machine before the hall is there; what it showed is kept, in case the live one fails. Counterpart:
// lessons/playlists/preflight.ts plays, engine/aside/ has the lab. Rule: it can be ended at any moment, and says which scene
// failed of what.

import { useRef, useState } from 'react';

import type { CutScene } from '../../lessons/playlists/cut.ts';
import type { OwnNames } from '../../lessons/playlists/own-names.ts';
import { preflight, type SceneCheck } from '../../lessons/playlists/preflight.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { fetchPacked } from '../session/save-session.ts';
import { pickSessionFile } from '../session/pick-file.ts';
import { t } from '../text/t.ts';
import { type NamedAside, openAside } from './aside-lab.ts';
import { useLecture, useLectureDesk } from './use-lecture.ts';

interface Props {
  scenes: readonly CutScene[];
  names: OwnNames | undefined;
}

export function PreflightPanel({ scenes, names }: Props) {
  const { source } = useBenchParts();
  const desk = useLectureDesk();
  const recordings = useLecture((state) => state.recordings);
  const [checks, setChecks] = useState<readonly SceneCheck[]>([]);
  const [isRunning, setRunning] = useState(false);
  const cancelled = useRef(false);
  const run = async () => {
    cancelled.current = false;
    setChecks([]);
    setRunning(true);
    const { dispatch } = source;
    const isCancelled = () => cancelled.current;
    try {
      await preflight(scenes, {
        open: (scene) => openAside(dispatch, scene, names),
        now_ms: () => performance.now(),
        isCancelled,
        onCheck: (check) => setChecks((known) => [...known, check]),
        onPlayed: async (scene, lab) => {
          const { packing } = await dispatch('aside.pack', { aside: (lab as NamedAside).name });
          desk.record(scene.id, await fetchPacked(dispatch, packing, { onProgress: () => undefined, isCancelled }));
        },
      });
    } finally {
      setRunning(false);
    }
  };
  const failed = checks.filter(({ problems }) => problems.length > 0).length;
  return (
    <section aria-label={t('preflight.title')}>
      <h3 className="lecture__heading">{t('preflight.title')}</h3>
      <p className="soft small">{t('preflight.about')}</p>
      <p className="lecture__acts">
        {isRunning ? (
          <button type="button" className="plain-button" onClick={() => (cancelled.current = true)}>
            {t('preflight.cancel')}
          </button>
        ) : (
          <button type="button" className="plain-button" onClick={() => void run()}>
            {t('preflight.run')}
          </button>
        )}
        <span role="status">
          {isRunning && t('preflight.running', { done: checks.length, of: scenes.length })}
          {!isRunning &&
            checks.length > 0 &&
            (failed === 0 ? t('preflight.allWell') : t('preflight.failed', { count: failed }))}
        </span>
      </p>
      {checks.length > 0 && (
        <ul className="preflight">
          {checks.map(({ scene, title, took_ms, problems }) => (
            <li key={scene}>
              <span aria-hidden="true">{problems.length === 0 ? '\u2713' : '\u2717'}</span>{' '}
              {t(problems.length === 0 ? 'preflight.well' : 'preflight.wrong', {
                title,
                seconds: (took_ms / 1000).toFixed(1),
              })}
              {problems.map((problem) => (
                <p key={problem} className="preflight__problem">
                  {problem}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('fallback.title')}</summary>
        <p className="soft small">{t('fallback.about')}</p>
        <ul className="preflight">
          {scenes.map(({ id, title }) => (
            <li key={id}>
              {title}: {t(recordings.has(id) ? 'fallback.there' : 'fallback.none')}{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => pickSessionFile((file) => desk.record(id, file))}
              >
                {t('fallback.pick')}
                <span className="sr"> {title}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
