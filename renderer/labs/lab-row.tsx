// One lab of the list: its name, which can be changed, and what can be done with it. Counterpart: labs-sheet.tsx.
// Rule: while its name is changed, Enter keeps the new one and Escape the old.

import { type SubmitEvent, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { LabEntry } from '../../contract/commands.ts';
import { writeTopology } from '../../contract/plain-topology.ts';
import { t } from '../text/t.ts';
import { showDay } from '../text/times.ts';
import { topologyDesk } from '../topology/desk.ts';
import type { Labs } from './use-labs.ts';

interface Props {
  lab: LabEntry;
  labs: Labs;
  onOpened: () => void;
}

export function LabRow({ lab, labs, onOpened }: Props) {
  const [isNaming, setNaming] = useState(false);
  const { id, name, topology, used_ms, isOpen } = lab;
  const about = [
    ...(isOpen ? [t('labs.isOpen')] : []),
    topology ?? t('labs.unreadable'),
    ...(used_ms === undefined || isOpen ? [] : [t('labs.used', { day: showDay(used_ms) })]),
  ];
  return (
    <li className={isOpen ? 'labs__row labs__row--open' : 'labs__row'}>
      {isNaming ? (
        <NameForm lab={lab} labs={labs} onDone={() => setNaming(false)} />
      ) : (
        <div className="labs__lab">
          <span className="labs__name">{name}</span>
          <span className="labs__about">{about.join(' \u00b7 ')}</span>
        </div>
      )}
      {!isNaming && <Acts id={id} lab={lab} labs={labs} onOpened={onOpened} onName={() => setNaming(true)} />}
    </li>
  );
}

function Acts({ id, lab, labs, onOpened, onName }: Props & { id: string; onName: () => void }) {
  const { source, frame } = useBenchParts();
  const [isSure, setSure] = useState(false);
  const { name, isOpen, topology } = lab;
  const open = () =>
    labs.change(async () => {
      await source.dispatch('labs.open', { id });
      onOpened();
    });
  const copy = () => labs.change(() => source.dispatch('labs.duplicate', { id, name: copyName(name) }));
  const edit = () =>
    labs.change(async () => {
      const { topology: settings } = await source.dispatch('labs.read', { id });
      topologyDesk.lay(t('topology.copyName', { name }).slice(0, 60), writeTopology(settings));
      frame.setState({ sheet: 'topology' });
    });
  const button = (label: string, onClick: () => void, looks = '') => (
    <button
      type="button"
      className={`labs__link${looks}`}
      aria-label={t('labs.actOn', { act: label, name })}
      disabled={labs.isBusy}
      onClick={onClick}
      onBlur={() => setSure(false)}
    >
      {label}
    </button>
  );
  const canRemove = !isOpen && id !== 'first';
  return (
    <span className="labs__acts">
      {!isOpen && topology !== undefined && button(t('labs.open'), open)}
      {button(t('labs.rename'), onName)}
      {topology !== undefined && button(t('labs.duplicate'), copy)}
      {topology !== undefined && button(t('topology.edit'), edit)}
      {canRemove &&
        (isSure
          ? button(t('labs.removeSure'), () => labs.remove(lab), ' labs__link--sure')
          : button(t('labs.remove'), () => setSure(true)))}
    </span>
  );
}

/** Not longer than a name may be. */
function copyName(name: string): string {
  return t('labs.copyName', { name }).slice(0, 60);
}

function NameForm({ lab, labs, onDone }: { lab: LabEntry; labs: Labs; onDone: () => void }) {
  const { source } = useBenchParts();
  const [name, setName] = useState(lab.name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    labs.change(() => source.dispatch('labs.rename', { id: lab.id, name }));
    onDone();
  };
  return (
    <form className="labs__rename" onSubmit={submit}>
      <input
        // The person has just asked for it.
        ref={(field) => field?.focus()}
        aria-label={t('labs.nameOf', { name: lab.name })}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" className="plain-button">
        {t('labs.keepName')}
      </button>
    </form>
  );
}
