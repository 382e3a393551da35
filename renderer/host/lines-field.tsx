// A setting of several lines, such as a table of patterns. Counterpart: policy-field.tsx has the others. Rule: Enter is a
// new line here; what is written counts with Ctrl+Enter or when the field is left, and Escape puts back what was there.

import { type KeyboardEvent, useState } from 'react';

import { t } from '../text/t.ts';

interface Props {
  id: string;
  label: string;
  value: string;
  onSet: (value: string) => void;
}

export function LinesField({ id, label, value, onSet }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // A value that came from elsewhere, or was undone, takes the place of what was typed.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const done = () => {
    if (typed !== value) onSet(typed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
    if (event.key !== 'Escape' || typed === value) return;
    event.stopPropagation();
    setTyped(value);
  };
  return (
    <div className="policy__lines">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="mono"
        rows={Math.min(12, Math.max(3, typed.split('\n').length))}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        title={t('host.linesHelp')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={press}
      />
    </div>
  );
}
