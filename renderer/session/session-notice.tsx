// What is being saved or opened, what went wrong with it, and which session is shown. Counterpart: session-desk.ts.
// Rule: nothing while the live lab is shown and nothing is under way; quick work shows no progress.

import { useBench } from '../app/use-bench.ts';
import type { LinkState } from '../source/source.ts';
import { t } from '../text/t.ts';
import { showDay } from '../text/times.ts';
import './session.css';
import { useSessionDesk, useSessions } from './use-session.ts';

export function SessionNotice() {
  const link = useBench((state) => state.link);
  return (
    <>
      {link.name === 'session' && <Mark link={link} />}
      <Task />
      <Failure />
    </>
  );
}

function Mark({ link }: { link: Extract<LinkState, { name: 'session' }> }) {
  const desk = useSessionDesk();
  const count = useBench(({ pages }) => pages?.run.last);
  const hasLab = useSessions((state) => state.hasLab);
  const { file, saved_ms } = link;
  const title =
    saved_ms === undefined ? t('session.markUndated', { file }) : t('session.mark', { day: showDay(saved_ms), file });
  return (
    <div className="notice session-mark" role="status">
      <p>
        <strong>{title}</strong> {t(link.isExact ? 'session.readOnly' : 'session.inexact')}
        {count !== undefined && ` ${t('session.inPages', { count })}`}
      </p>
      {hasLab && (
        <button type="button" className="plain-button" onClick={() => desk.close()}>
          {t('session.close')}
        </button>
      )}
    </div>
  );
}

function Task() {
  const desk = useSessionDesk();
  const task = useSessions((state) => state.task);
  if (!task?.isSlow) return null;
  const words = t(task.kind === 'saving' ? 'session.saving' : 'session.opening', { file: task.file });
  return (
    <div className="notice" role="status">
      <label className="session-task">
        {words}
        <progress value={task.done} max={1} />
      </label>
      <button type="button" className="plain-button" onClick={() => desk.cancel()}>
        {t('session.cancel')}
      </button>
    </div>
  );
}

function Failure() {
  const desk = useSessionDesk();
  const failure = useSessions((state) => state.failure);
  if (failure === '') return null;
  return (
    <div className="notice notice--trouble" role="alert">
      <p>{failure}</p>
      <button type="button" className="plain-button" onClick={() => desk.dismiss()}>
        {t('session.dismiss')}
      </button>
    </div>
  );
}
