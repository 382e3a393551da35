// The way of the shown letter as a ladder, over the whole bench. Counterpart: ladder.ts, ladder-drawing.tsx. Rule: an arrow
// leads to its line in the dialogs; for who doesn't see the drawing the dialogs say the same.

import { useMemo, useRef, useState } from 'react';

import { Sheet } from '../app/sheet.tsx';
import { useBench, useBenchParts, useJourneys } from '../app/use-bench.ts';
import { download } from '../session/download.ts';
import { fileTime } from '../session/file-name.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { LadderDrawing, LadderHeads } from './ladder-drawing.tsx';
import { ladderOf, type Rung } from './ladder.ts';
import { pngOf, svgOf } from './picture.ts';

export function LadderSheet({ onClose }: { onClose: () => void }) {
  const { shown } = useJourneys();
  return (
    <Sheet title={t('ladder.title')} kind="wide" onClose={onClose}>
      {shown === undefined || shown.dialogs.length === 0 ? (
        <p className="soft">{t('ladder.none')}</p>
      ) : (
        <Shown journey={shown} onClose={onClose} />
      )}
    </Sheet>
  );
}

function Shown({ journey, onClose }: { journey: Journey; onClose: () => void }) {
  const { store } = useBenchParts();
  const moment = useBench((state) => state.moment);
  const [isEveryLine, setEveryLine] = useState(false);
  const [failure, setFailure] = useState('');
  const drawing = useRef<SVGSVGElement>(null);
  const { topology } = moment.lab;
  const ladder = useMemo(() => {
    const hosts = topology?.hosts ?? [];
    return ladderOf({
      journey,
      dialogs: moment.dialogs,
      hostAt: (address) => hosts.find((host) => host.address === address)?.name,
      nameServer: hosts.find((host) => host.kind === 'dns')?.name,
      isEveryLine,
    });
  }, [journey, moment, topology, isEveryLine]);
  const pick = (rung: Rung) => {
    if (rung.kind !== 'say') return;
    store.setState({ chosen: rung.conn, pointed: { conn: rung.conn, seq: rung.seq } });
    onClose();
  };
  const save = async (extension: 'svg' | 'png') => {
    if (!drawing.current) return;
    try {
      const file = extension === 'svg' ? svgOf(drawing.current) : await pngOf(drawing.current);
      download(file, `${t('ladder.file')} ${fileTime(Date.now())}.${extension}`);
    } catch {
      setFailure(t('ladder.tooLong'));
    }
  };
  return (
    <>
      <div className="ladder__acts">
        <label>
          <input type="checkbox" checked={isEveryLine} onChange={({ target }) => setEveryLine(target.checked)} />{' '}
          {t('ladder.everyLine')}
        </label>
        <button type="button" className="plain-button" onClick={() => void save('svg')}>
          {t('ladder.svg')}
        </button>
        <button type="button" className="plain-button" onClick={() => void save('png')}>
          {t('ladder.png')}
        </button>
        {failure !== '' && <span role="alert">{failure}</span>}
        {ladder.left > 0 && <span className="soft">{t('ladder.left', { count: ladder.left })}</span>}
      </div>
      <div className="ladder__scroll" role="region" aria-label={t('ladder.title')} tabIndex={0}>
        <LadderHeads ladder={ladder} topology={topology} />
        <LadderDrawing ref={drawing} ladder={ladder} topology={topology} onPick={pick} />
      </div>
    </>
  );
}
