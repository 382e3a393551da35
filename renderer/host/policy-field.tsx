// One setting of a policy: a switch, a number, a text. Counterpart: policies-tab.tsx sets it. Rule: a switch counts at
// once; what is typed counts when Enter is pressed or the field is left, and Escape puts back what was there.

import { type KeyboardEvent, useId, useState } from 'react';

import type { PolicySetting } from '../../contract/commands.ts';
import { showChoice } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { showDuration } from '../text/times.ts';
import { LinesField } from './lines-field.tsx';

interface Props {
  label: string;
  setting: PolicySetting;
  value: unknown;
  onSet: (value: unknown) => void;
}

export function PolicyField({ label, setting, value, onSet }: Props) {
  const id = useId();
  const { kind } = setting;
  if (kind === 'switch') {
    return (
      <label className="policy__switch">
        <input
          type="checkbox"
          role="switch"
          checked={value === true}
          onChange={(event) => onSet(event.target.checked)}
        />
        {label}
      </label>
    );
  }
  if (kind === 'choice') {
    return (
      <div className="policy__field">
        <label htmlFor={id}>{label}</label>
        <select id={id} value={String(value)} onChange={(event) => onSet(event.target.value)}>
          {(setting.options ?? []).map((option) => (
            <option key={option} value={option}>
              {showChoice(option)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  if (kind === 'lines') return <LinesField id={id} label={label} value={String(value)} onSet={onSet} />;
  return <TypedField id={id} label={label} setting={setting} value={value} onSet={onSet} />;
}

function TypedField({ id, label, setting: { key, kind, least, most }, value, onSet }: Props & { id: string }) {
  const [typed, setTyped] = useState(String(value));
  const [known, setKnown] = useState(value);
  // A value that came from elsewhere, or was undone, takes the place of what was typed.
  if (known !== value) {
    setKnown(value);
    setTyped(String(value));
  }
  const [asked, setAsked] = useState<string>();
  const isNumber = kind === 'number';
  const done = () => {
    const next: unknown = isNumber ? Number(typed) : typed;
    setAsked(typed);
    if (isNumber && typed.trim() === '') setTyped(String(value));
    else if (next !== value) onSet(next);
  };
  // What Enter asked for may not have come back as the lab's own yet when the field is left.
  const leave = () => {
    if (typed !== asked) done();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') done();
    if (event.key !== 'Escape' || typed === String(value)) return;
    event.stopPropagation();
    setTyped(String(value));
  };
  const bounds = least !== undefined && most !== undefined ? t('host.bounds', { least, most }) : '';
  const isSeconds = key.endsWith('_s') && typed.trim() !== '' && Number.isFinite(Number(typed));
  return (
    <div className="policy__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="mono"
        inputMode={isNumber ? 'decimal' : 'text'}
        value={typed}
        title={bounds}
        aria-describedby={`${id}unit`}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={press}
      />
      <span id={`${id}unit`} className="policy__unit">
        {isSeconds ? t('host.seconds', { duration: showDuration(Number(typed) * 1000) }) : bounds}
      </span>
    </div>
  );
}
