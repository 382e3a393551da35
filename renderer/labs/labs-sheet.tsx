// The person's labs on one sheet: the one that is open, the others, a new one; and what can be kept of a run. Counterpart:
// engine/labs/ has them, use-labs.ts asks. Rule: one click opens a lab, two remove one, and a removed one comes back.

import { type SubmitEvent, useId, useState } from 'react';

import { ActionButton } from '../actions/action-button.tsx';
import { openTopology } from '../actions/lab.ts';
import { saveReport } from '../actions/report.ts';
import { openSession, saveSession } from '../actions/session.ts';
import { Sheet } from '../app/sheet.tsx';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { writeTopology } from '../../contract/plain-topology.ts';
import { topologyDesk } from '../topology/desk.ts';
import { LabRow } from './lab-row.tsx';
import './labs-sheet.css';
import { type Labs, useLabs } from './use-labs.ts';

export function LabsSheet({ onClose }: { onClose: () => void }) {
  const isLive = useBench((state) => state.link.name === 'live');
  return (
    <Sheet title={t('labs.title')} onClose={onClose}>
      {isLive ? <Shelf onClose={onClose} /> : <p className="labs__help">{t('labs.notRunning')}</p>}
      <section className="labs__keep" aria-label={t('labs.keep')}>
        <h3 className="labs__heading">{t('labs.keep')}</h3>
        <p className="labs__help">{t('labs.keepHelp')}</p>
        <div className="labs__buttons">
          <ActionButton action={saveSession} className="plain-button" />
          <ActionButton action={openSession} className="plain-button" />
          <ActionButton action={saveReport} className="plain-button" />
        </div>
      </section>
    </Sheet>
  );
}

function Shelf({ onClose }: { onClose: () => void }) {
  const labs = useLabs();
  return (
    <>
      <p className="labs__help">{t('labs.help')}</p>
      {labs.failure !== '' && (
        <p className="labs__failure" role="alert">
          {labs.failure}
        </p>
      )}
      <ul className="labs__list" aria-label={t('labs.title')}>
        {labs.entries.map((lab) => (
          <LabRow key={lab.id} lab={lab} labs={labs} onOpened={onClose} />
        ))}
      </ul>
      {labs.removed && (
        <p className="labs__undo" role="status">
          {t('labs.removed', { name: labs.removed.name })}{' '}
          <button type="button" className="labs__link" onClick={labs.takeBack}>
            {t('labs.undo')}
          </button>
        </p>
      )}
      <NewLab labs={labs} onOpened={onClose} />
    </>
  );
}

function NewLab({ labs, onOpened }: { labs: Labs; onOpened: () => void }) {
  const { source, frame } = useBenchParts();
  const id = useId();
  const [name, setName] = useState('');
  const [topology, setTopology] = useState<string>();
  const kind = topology ?? labs.topologies[0]?.name ?? '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    labs.change(async () => {
      const wanted = name.trim() === '' ? t('labs.newName') : name;
      const { id: fresh } = await source.dispatch('labs.create', { name: wanted, topology: kind });
      await source.dispatch('labs.open', { id: fresh });
      onOpened();
    });
  };
  const edit = () =>
    labs.change(async () => {
      const { topology: settings } = await source.dispatch('labs.read', { topology: kind });
      topologyDesk.lay(
        name.trim() === '' ? t('topology.copyName', { name: settings.title }) : name,
        writeTopology(settings),
      );
      frame.setState({ sheet: 'topology' });
    });
  return (
    <form className="labs__new" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}name`}>{t('labs.new')}</label>
        <input
          id={`${id}name`}
          value={name}
          maxLength={60}
          placeholder={t('labs.newName')}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}kind`}>{t('labs.topology')}</label>
        <select id={`${id}kind`} value={kind} onChange={(event) => setTopology(event.target.value)}>
          {labs.topologies.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="plain-button" disabled={labs.isBusy}>
        {t('labs.create')}
      </button>
      <div className="labs__first">
        <button type="button" className="labs__link" disabled={labs.isBusy} onClick={edit}>
          {t('topology.editKind')}
        </button>
        <ActionButton action={openTopology} className="labs__link" />
      </div>
    </form>
  );
}
