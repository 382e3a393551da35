// A record of a zone that isn't there, says something else, or is there in addition. Counterpart: zone/record-fields.ts reads
// the fields, zone/zone-change.ts makes the zone. Rule: the serial rises as with any change; what can't be read is said.

import { useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import {
  emptyFields,
  fieldsOf,
  readFields,
  RECORD_TYPES,
  type RecordFields,
  type RecordType,
  showRecord,
} from '../zone/record-fields.ts';
import { type RecordChange, withChange } from '../zone/zone-change.ts';
import { BesideForm, type Draft } from './beside.tsx';
import type { ForkFormProps } from './fork-sheet.tsx';
import { MomentField, useForkMoment } from './moment-field.tsx';

const NEW = 'new';

export function RecordForm({ onClose }: ForkFormProps) {
  const moment = useForkMoment();
  const live = useBench((state) => state.live.lab.topology);
  const zones = (moment.topology ?? live)?.hosts.flatMap((host) =>
    Object.entries(host.zones).map(([name, zone]) => ({ host: host.name, name, zone })),
  );
  const [zoneName, setZone] = useState<string>();
  const usual = zones?.find(({ zone }) => zone.records.some(({ type }) => type === 'MX')) ?? zones?.[0];
  const served = zones?.find(({ name }) => name === zoneName) ?? usual;
  const [chosen, setChosen] = useState<string>();
  const [isGone, setGone] = useState(true);
  const [fields, setFields] = useState<RecordFields>();
  if (!served) return <p className="soft">{t('fork.noZones')}</p>;
  const { zone, name } = served;
  const first = Math.max(
    0,
    zone.records.findIndex(({ type }) => type === 'MX'),
  );
  const place = chosen ?? String(first);
  const record = place === NEW ? undefined : zone.records[Number(place)];
  const shown = fields ?? (record ? fieldsOf(record) : emptyFields('TXT'));
  const isWritten = record === undefined || !isGone;
  const read = isWritten ? readFields(shown) : undefined;
  const change: RecordChange | undefined =
    read && 'problems' in read
      ? undefined
      : { ...(record ? { out: record } : {}), ...(read ? { in: read.record } : {}) };
  const choose = (value: string | undefined) => {
    setChosen(value);
    setFields(undefined);
  };
  const set = (key: keyof RecordFields, value: string) => setFields({ ...shown, [key]: value });
  return (
    <BesideForm onClose={onClose} draft={change && draftOf(served, change, moment)}>
      <div className="fork__two">
        <div className="field">
          <label htmlFor="fork-zone">{t('fork.zone')}</label>
          <select id="fork-zone" value={name} onChange={({ target }) => (setZone(target.value), choose(undefined))}>
            {zones?.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="fork-record">{t('fork.record')}</label>
          <select id="fork-record" value={record ? place : NEW} onChange={({ target }) => choose(target.value)}>
            {zone.records.map((one, at) => (
              <option key={JSON.stringify(one)} value={String(at)}>
                {`${one.name} ${one.type} ${showRecord(one)}`}
              </option>
            ))}
            <option value={NEW}>{t('fork.record.new')}</option>
          </select>
        </div>
      </div>
      {record && (
        <fieldset className="fork__from">
          <legend>{t('fork.record.does')}</legend>
          <label>
            <input type="radio" name="fork-gone" checked={isGone} onChange={() => setGone(true)} />{' '}
            {t('fork.record.gone')}
          </label>
          <label>
            <input type="radio" name="fork-gone" checked={!isGone} onChange={() => setGone(false)} />{' '}
            {t('fork.record.other')}
          </label>
        </fieldset>
      )}
      {isWritten && (
        <div className="fork__three">
          <div className="field">
            <label htmlFor="fork-type">{t('zone.type')}</label>
            <select
              id="fork-type"
              value={shown.type}
              onChange={({ target }) => setFields({ ...shown, type: target.value as RecordType })}
            >
              {RECORD_TYPES.map((type) => (
                <option key={type}>{type}</option>
              ))}
            </select>
          </div>
          <Field id="fork-name" label={t('zone.name')} value={shown.name} onChange={(value) => set('name', value)} />
          {shown.type === 'MX' && (
            <Field
              id="fork-preference"
              label={t('zone.preference')}
              value={shown.preference}
              onChange={(value) => set('preference', value)}
            />
          )}
          <Field
            id="fork-value"
            label={t(`zone.valueOf.${shown.type}`)}
            value={shown.value}
            onChange={(value) => set('value', value)}
          />
        </div>
      )}
      {read && 'problems' in read && (
        <p role="status" className="soft">
          {Object.values(read.problems)
            .map((problem) => t(problem))
            .join(' ')}
        </p>
      )}
      <MomentField {...moment} />
    </BesideForm>
  );
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Field({ id, label, value, onChange }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="mono"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

type Served = { host: string; name: string; zone: Parameters<typeof withChange>[0] };

function draftOf(
  { host, name, zone }: Served,
  change: RecordChange,
  from: { after: number; said: string },
): Draft | undefined {
  const value = withChange(zone, change);
  if (!value || JSON.stringify(change.in) === JSON.stringify(change.out)) return undefined;
  const words = (record: RecordChange['in']) => (record ? `${record.name} ${record.type} ${showRecord(record)}` : '');
  const kind = change.out === undefined ? 'added' : change.in === undefined ? 'removed' : 'other';
  return {
    change: { kind: 'set', after: from.after, host, path: `/zones/${name}`, value },
    said: t(`fork.said.record.${kind}`, {
      ...{ zone: name, host: shortName(host), from: from.said },
      ...{ was: words(change.out), is: words(change.in) },
    }),
  };
}
