// The learner's progress as a thing of theirs: where it is kept, a file to take along, one to read in, starting over.
// Counterpart: progress-desk.ts. Rule: whatever is read in says what came of it; starting over can be taken back.

import { useState } from 'react';

import { PROGRESS_FILE_OCTETS } from '../../contract/progress.ts';
import { download } from '../session/download.ts';
import { pickFile } from '../session/pick-file.ts';
import { t } from '../text/t.ts';
import { showDay } from '../text/times.ts';
import { useProgress, useProgressDesk } from './use-progress.ts';

export function ProgressPanel() {
  const desk = useProgressDesk();
  const { kept, removed_ms, setAside, progress } = useProgress((state) => state);
  const [said, setSaid] = useState('');
  const isEmpty = Object.keys(progress.lessons).length + progress.tests.length === 0;
  const onPicked = async (file: File) => {
    const read = file.size > PROGRESS_FILE_OCTETS ? undefined : desk.import(await file.text());
    if (read?.ok) setSaid(t('progress.imported', { count: read.lessons }));
    else setSaid(t(`progress.${read?.problem ?? 'large'}`));
  };
  return (
    <details className="progress-panel" open={removed_ms !== undefined || setAside !== undefined || undefined}>
      <summary>{t('progress.title')}</summary>
      <p className="course__soft">{t(kept === 'window' ? 'progress.window' : 'progress.disk')}</p>
      {setAside !== undefined && <p role="alert">{t('progress.setAside', { file: setAside })}</p>}
      <div className="progress-panel__buttons">
        <button
          type="button"
          className="plain-button"
          disabled={isEmpty}
          onClick={() => download(new Blob([desk.export()], { type: 'application/json' }), 'posthorn-progress.json')}
        >
          {t('progress.export')}
        </button>
        <button type="button" className="plain-button" onClick={() => pickFile('.json', (file) => void onPicked(file))}>
          {t('progress.import')}
        </button>
        <button type="button" className="plain-button" disabled={isEmpty} onClick={() => void desk.reset()}>
          {t('progress.reset')}
        </button>
      </div>
      <p className="course__soft">{t('progress.importHelp')}</p>
      <p role="status">
        {removed_ms === undefined ? said : t('progress.removed', { day: showDay(removed_ms) })}{' '}
        {removed_ms !== undefined && (
          <button type="button" className="link-button" onClick={() => void desk.takeBack()}>
            {t('progress.takeBack')}
          </button>
        )}
      </p>
    </details>
  );
}
