// "Something broke": what will be in the file, then the file. Counterpart: report.ts makes it. Rule: nothing is sent
// anywhere; a person saves a file and decides who gets it.

import { useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { download } from '../session/download.ts';
import { fileTime } from '../session/file-name.ts';
import { t } from '../text/t.ts';
import { makeReport } from './report.ts';
import './report-sheet.css';

export function ReportSheet({ onClose }: { onClose: () => void }) {
  const { store, frame, sessions, errors } = useBenchParts();
  const { link } = store.getState();
  const canSave = link.name === 'live';
  const [withSession, setWithSession] = useState(canSave);
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    setBusy(true);
    const { live } = store.getState();
    // A lab that can't give its session is what a report is for.
    const session = withSession ? await sessions.fetch().catch(() => undefined) : undefined;
    const now_ms = Date.now();
    const { failure } = frame.getState();
    const file = makeReport({
      now_ms,
      browser: navigator.userAgent,
      window: `${innerWidth}x${innerHeight} @${devicePixelRatio}`,
      link,
      lab: { topology: live.lab.topology?.name ?? '', run: live.lab.run, seq: live.lab.seq },
      problems: failure === undefined ? [] : [failure],
      errors: errors.errors,
      session: session && new Uint8Array(await session.arrayBuffer()),
    });
    download(new Blob([file], { type: 'application/zip' }), `posthorn-report ${fileTime(now_ms)}.zip`);
    onClose();
  };

  return (
    <Sheet title={t('report.title')} onClose={onClose}>
      <p className="report__help">{t('report.help')}</p>
      <h3 className="report__heading">{t('report.holds')}</h3>
      <ul className="report__list">
        <li>{t('report.versions')}</li>
        <li>{t('report.engine')}</li>
        <li>{t('report.errors', { count: errors.errors.length })}</li>
        <li>
          <label className="report__session">
            <input
              type="checkbox"
              checked={withSession}
              disabled={!canSave}
              onChange={(event) => setWithSession(event.target.checked)}
            />
            <span>{t(canSave ? 'report.session' : 'report.noSession')}</span>
          </label>
        </li>
      </ul>
      <p className="report__help">{t('report.never')}</p>
      <div className="sheet__answers">
        <button type="button" className="plain-button" onClick={onClose}>
          {t('asking.no')}
        </button>
        <button type="button" className="plain-button report__save" disabled={isBusy} onClick={() => void save()}>
          {t('report.save')}
        </button>
      </div>
    </Sheet>
  );
}
