// The place of the experiment: what is checked at the left, in two settings, and what came of it at the right. Counterpart:
// experiment-store.ts runs it. Rule: every number opens its letters; before the first run it says who will write.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { ExperimentResult } from '../../contract/experiment.ts';
import { download } from '../session/download.ts';
import { t } from '../text/t.ts';
import { experimentCsv } from './csv.ts';
import { DefencesForm } from './defences-form.tsx';
import './experiment.css';
import { experiments, type SideId, SIDES, type Trial, useExperiments } from './experiment-store.ts';
import { LettersView } from './letters-view.tsx';
import { ResultTable } from './result-table.tsx';
import { Senders } from './senders.tsx';

/** A trial that has its table. */
export interface DoneTrial {
  side: SideId;
  trial: Trial;
  result: ExperimentResult;
}

export function ExperimentPlace() {
  const isLive = useBench((state) => state.link.name === 'live');
  const trials = useExperiments((state) => state.trials);
  const open = useExperiments((state) => state.open);
  const done = SIDES.flatMap((side): DoneTrial[] => {
    const trial = trials[side];
    return trial?.status.result ? [{ side, trial, result: trial.status.result }] : [];
  });
  const opened = done.find(({ side }) => side === open?.side);
  return (
    <div className="experiment">
      <header className="experiment__head">
        <h2 className="experiment__title">{t('experiment.heading')}</h2>
        <p className="experiment__help">{t('experiment.help')}</p>
      </header>
      <div className="experiment__settings">
        {isLive ? <DefencesForm /> : <p className="soft">{t('experiment.onlyLive')}</p>}
      </div>
      <div className="experiment__results">
        <Progress />
        {done.length === 0 ? <Senders /> : <ResultTable done={done} />}
        {done.length > 0 && <SaveTable done={done} />}
        {open && opened && isLive && <LettersView key={JSON.stringify(open)} open={open} trial={opened.trial} />}
      </div>
    </div>
  );
}

function SaveTable({ done }: { done: readonly DoneTrial[] }) {
  const save = () => {
    const rows = done.map(({ side, ...rest }) => ({ side: side.toUpperCase(), ...rest }));
    download(new Blob([experimentCsv(rows)], { type: 'text/csv' }), 'experiment.csv');
  };
  return (
    <p className="experiment__save">
      <button type="button" className="plain-button" onClick={save}>
        {t('experiment.csv')}
      </button>
    </p>
  );
}

/** How far the trial is; what went wrong with one. */
function Progress() {
  const { source } = useBenchParts();
  const running = useExperiments((state) => state.running);
  const trials = useExperiments((state) => state.trials);
  const failure = useExperiments((state) => state.failure);
  const status = running && trials[running]?.status;
  const side = running?.toUpperCase() ?? '';
  return (
    <>
      {status && (
        <div className="experiment__progress">
          <label>
            {t('experiment.running', { side, known: status.known, letters: status.letters })}
            <progress value={status.known} max={status.letters} />
          </label>
          <button type="button" className="plain-button" onClick={() => void experiments.cancel(source.dispatch)}>
            {t('experiment.cancel')}
          </button>
        </div>
      )}
      {SIDES.map((one) => {
        const { state, detail = '' } = trials[one]?.status ?? {};
        if (state !== 'failed') return null;
        return (
          <p key={one} role="alert" className="experiment__failure">
            {t('experiment.failed', { side: one.toUpperCase(), detail })}
          </p>
        );
      })}
      {failure !== '' && (
        <p role="alert" className="experiment__failure">
          {failure}
        </p>
      )}
    </>
  );
}
