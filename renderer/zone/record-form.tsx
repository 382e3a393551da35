// The form of one record, judged with every key that is pressed. Counterpart: record-fields.ts reads it, findings.ts judges.
// Rule: Enter serves the record, Escape leaves it as it was; a field that nobody has touched isn't complained about.

import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';

import type { Zone, ZoneRecord } from '../../contract/zone.ts';
import { absoluteName } from '../../mail/dns/name.ts';
import { t } from '../text/t.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOn, type Surroundings } from './findings.ts';
import { type FieldProblems, readFields, RECORD_TYPES, type RecordFields, type RecordType } from './record-fields.ts';
import { nextSerial } from './zone-change.ts';

interface Props {
  fields: RecordFields;
  isNew: boolean;
  around: Surroundings;
  zone: Zone;
  isBusy: boolean;
  onFields: (fields: RecordFields) => void;
  onDone: (record: ZoneRecord) => Promise<void>;
  onLeave: () => void;
}

export function RecordForm({ fields, isNew, around, zone, isBusy, onFields, onDone, onLeave }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);

  const set = (key: keyof RecordFields, value: string) => {
    onFields({ ...fields, [key]: value });
    setTouched((before) => new Set([...before, key]));
  };
  const read = readFields(fields);
  const problems: FieldProblems = 'problems' in read ? read.problems : {};
  const findings = 'record' in read ? findingsOn(read.record, around) : [];
  const canServe = 'record' in read && !findings.some(({ level }) => level === 'refused');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(new Set(Object.keys(fields)));
    if ('record' in read && canServe && !isBusy) void onDone(read.record);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  const { serial } = zone.soa;
  const field = (key: Exclude<keyof RecordFields, 'type'>, label: string, extra: { isFirst?: true; hint?: string }) => {
    const problem = touched.has(key) ? problems[key] : undefined;
    const shared = {
      id: `${id}${key}`,
      className: 'mono',
      value: fields[key],
      autoComplete: 'off',
      spellCheck: false,
      'aria-invalid': problem !== undefined,
      'aria-describedby': `${id}${key}hint`,
      ...(extra.isFirst ? { 'data-first': '' } : {}),
    };
    return (
      <div className={`field record-form__${key}`}>
        <label htmlFor={shared.id}>{label}</label>
        {key === 'value' && fields.type === 'TXT' ? (
          <textarea
            {...shared}
            rows={3}
            onChange={(event) => set(key, event.target.value.replaceAll('\n', ' '))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              form.current?.requestSubmit();
            }}
          />
        ) : (
          <input {...shared} onChange={(event) => set(key, event.target.value)} />
        )}
        <span id={`${shared.id}hint`} className={problem === undefined ? 'record-form__hint' : 'record-form__problem'}>
          {problem === undefined ? (extra.hint ?? '') : t(problem)}
        </span>
      </div>
    );
  };
  const full = fields.name.trim() === '' ? '' : `= ${absoluteName(fields.name.trim(), around.origin)}.`;
  return (
    <form ref={form} className="record-form" noValidate onSubmit={submit} onKeyDown={press}>
      <div className="field record-form__type">
        <label htmlFor={`${id}type`}>{t('zone.type')}</label>
        <select
          id={`${id}type`}
          value={fields.type}
          onChange={(event) => set('type', event.target.value as RecordType)}
        >
          {RECORD_TYPES.map((type) => (
            <option key={type} value={type}>
              {t('zone.typeOf', { type, what: t(`zone.what.${type}`) })}
            </option>
          ))}
        </select>
      </div>
      {field('name', t('zone.name'), { hint: full, ...(isNew ? { isFirst: true } : {}) })}
      {field('ttl', t('zone.ttlField'), { hint: t('zone.ttlHint', { ttl: zone.ttl }) })}
      {fields.type === 'MX' && field('preference', t('zone.preference'), { hint: t('zone.preferenceHint') })}
      {field('value', t(`zone.valueOf.${fields.type}`), { ...(isNew ? {} : { isFirst: true }) })}
      <div role="status" className="record-form__findings">
        <FindingList findings={findings} />
      </div>
      <div className="record-form__end">
        <button type="submit" className="plain-button" disabled={isBusy}>
          {t('zone.serve')}
        </button>
        <button type="button" className="zone__act" onClick={onLeave}>
          {t('zone.leave')}
        </button>
        <span className="record-form__serial">
          {t('zone.serialWill', { before: String(serial), after: String(nextSerial(serial)) })}
        </span>
      </div>
    </form>
  );
}
