// The form of one row, judged with every key that is pressed. Counterpart: row-findings.ts judges; table-editor.tsx. Rule:
// Enter keeps the row, Escape leaves it as it was; a form that nobody has touched isn't complained about.

import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';

import type { z } from '../../contract/schema.ts';
import type { Mta } from '../../contract/topology.ts';
import { t } from '../text/t.ts';
import { FindingList } from '../zone/finding-list.tsx';
import { findingsOnRow } from './row-findings.ts';
import type { Row, TableKind } from './table-kinds.ts';

interface Props {
  typed: Row;
  kind: TableKind;
  /** Titles of the columns. */
  columns: readonly string[];
  label: string;
  others: readonly Row[];
  mta: Mta | undefined;
  isBusy: boolean;
  onType: (row: Row) => void;
  onDone: (row: Row) => Promise<void>;
  onLeave: () => void;
}

export function RowForm({ typed, kind, columns, label, others, mta, isBusy, onType, onDone, onLeave }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const row = filled(typed, kind);
  const findings = findingsOnRow(row, kind, others, mta);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (!isBusy && !findings.some(({ level }) => level === 'refused')) void onDone(row);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  const set = (change: Partial<Row>) => {
    setTouched(true);
    onType({ ...typed, ...change });
  };
  return (
    <form ref={form} className="record-form row-form" noValidate aria-label={label} onSubmit={submit} onKeyDown={press}>
      {(
        [
          ['key', kind.key],
          ['result', kind.result],
          ['also', kind.also],
        ] as const
      )
        .filter(([, schema]) => schema !== undefined)
        .map(([column, schema], at) => (
          <div key={column} className="field">
            <label htmlFor={`${id}${column}`}>{columns[at]}</label>
            <Cell
              id={`${id}${column}`}
              options={optionsOf(schema)}
              value={row[column] ?? ''}
              onChange={(value) => set({ [column]: value })}
            />
          </div>
        ))}
      <div role="status" className="record-form__findings">
        {isTouched && <FindingList findings={findings} />}
      </div>
      <div className="record-form__end">
        <button type="submit" className="plain-button" disabled={isBusy}>
          {t('tables.keep')}
        </button>
        <button type="button" className="zone__act" onClick={onLeave}>
          {t('zone.leave')}
        </button>
      </div>
    </form>
  );
}

interface CellProps {
  id: string;
  /** What may be chosen; none: one types. */
  options: readonly string[] | undefined;
  value: string;
  onChange: (value: string) => void;
}

function Cell({ id, options, value, onChange }: CellProps) {
  if (options) {
    return (
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`tables.choice.${option as 'hide' | 'keep' | 'no' | 'yes'}`)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      className="mono"
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A choice begins with the first there is. */
function filled(row: Row, kind: TableKind): Row {
  const [first = ''] = optionsOf(kind.result) ?? [];
  const [also] = optionsOf(kind.also) ?? [];
  const third = row.also ?? also;
  return {
    key: row.key.trim(),
    result: row.result === '' ? first : row.result,
    ...(third === undefined ? {} : { also: third }),
  };
}

function optionsOf(schema: z.ZodType | undefined): readonly string[] | undefined {
  return schema &&
    'options' in schema &&
    Array.isArray(schema.options) &&
    schema.options.every((one) => typeof one === 'string')
    ? schema.options
    : undefined;
}
