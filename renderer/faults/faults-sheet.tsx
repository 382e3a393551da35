// The faults of the lab in one place: a form for a new one, the list of those that there are, and the way back.
// Counterpart: contract/faults.ts; the lab's folded state has the list. Rule: whatever is done here can be undone here.

import { useState } from 'react';

import { useBench, useBenchParts, useFrame } from '../app/use-bench.ts';
import { Sheet } from '../app/sheet.tsx';
import type { FaultRule, FaultState } from '../../contract/faults.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import { useAttempt } from '../wire/use-wire.ts';
import { FaultForm } from './fault-form.tsx';
import './faults.css';
import { sayFault } from './say-fault.ts';

const NONE: readonly FaultState[] = [];

/** What was done last, as a sentence, and how it is taken back. */
interface Undo {
  said: string;
  run: () => Promise<unknown>;
}

export function FaultsSheet({ onClose }: { onClose: () => void }) {
  const faults = useBench((state) => state.live.lab.faults) ?? NONE;
  const disturbing = useFrame((state) => state.disturbing);
  const { source } = useBenchParts();
  const attempt = useAttempt();
  const [undo, setUndo] = useState<Undo>();
  const set = (rule: FaultRule) => source.dispatch('fault.set', rule);
  const clear = ({ id }: FaultRule) => source.dispatch('fault.clear', { id });
  const add = (rule: FaultRule) =>
    attempt(async () => {
      await set(rule);
      setUndo({ said: t('faults.added', { what: sayFault(rule) }), run: () => clear(rule) });
    });
  const remove = (rule: FaultRule) =>
    attempt(async () => {
      await clear(rule);
      setUndo({ said: t('faults.removed', { what: sayFault(rule) }), run: () => set(rule) });
    });
  const takeBack = ({ run }: Undo) =>
    attempt(async () => {
      await run();
      setUndo(undefined);
    });
  return (
    <Sheet title={t('faults.title')} onClose={onClose}>
      <p className="soft">{t('faults.help')}</p>
      <FaultForm hosts={disturbing} known={faults.map(({ rule }) => rule.id)} onAdd={add} />
      <p className="faults__done" role="status">
        {undo?.said}{' '}
        {undo && (
          <button type="button" className="plain-button" onClick={() => takeBack(undo)}>
            {t('faults.undo')}
          </button>
        )}
      </p>
      <ul className="faults" aria-label={t('faults.list')}>
        {faults.map((one) => (
          <FaultRow key={one.rule.id} fault={one} onSet={(rule) => attempt(() => set(rule))} onRemove={remove} />
        ))}
      </ul>
      {faults.length === 0 && <p className="soft">{t('faults.none')}</p>}
    </Sheet>
  );
}

interface RowProps {
  fault: FaultState;
  onSet: (rule: FaultRule) => void;
  onRemove: (rule: FaultRule) => void;
}

function FaultRow({ fault: { rule, struck }, onSet, onRemove }: RowProps) {
  const what = sayFault(rule);
  const label = t('faults.remove', { what });
  return (
    <li className="faults__one">
      <label className="faults__switch">
        <input type="checkbox" checked={rule.isOn} onChange={() => onSet({ ...rule, isOn: !rule.isOn })} />
        {what}
      </label>
      <span className="faults__count">{t('faults.struck', { count: struck })}</span>
      <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => onRemove(rule)}>
        <Close />
      </button>
    </li>
  );
}
