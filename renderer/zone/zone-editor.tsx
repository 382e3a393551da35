// The records of one zone: read, added, changed, removed; what its serial is. Counterpart: record-form.tsx is where one types; `config.patch` writes. Rule: one record is written at a time; what is
// half typed stays, whatever happens in the lab meanwhile.

import { useRef, useState } from 'react';

import type { Host, Topology } from '../../contract/topology.ts';
import type { Zone, ZoneRecord } from '../../contract/zone.ts';
import { patched } from '../host/edits.ts';
import { Part } from '../host/facts.tsx';
import type { Editing } from '../host/use-editing.ts';
import { t } from '../text/t.ts';
import { showDuration } from '../text/times.ts';
import { labNames } from './lab-names.ts';
import { emptyFields, fieldsOf, type RecordFields, showRecord } from './record-fields.ts';
import { RecordForm } from './record-form.tsx';
import { RecordTable } from './record-table.tsx';
import { indexOf, nextSerial, type RecordChange, reversed, withChange } from './zone-change.ts';

interface Props {
  host: Host;
  topology: Topology;
  origin: string;
  zone: Zone;
  editing: Editing;
  /** Nothing can be changed now. */
  isStill: boolean;
}

/** What is being written: a record that is there, or a new one. */
interface Writing {
  record?: ZoneRecord;
  fields: RecordFields;
}

export function ZoneEditor({ host, topology, origin, zone, editing, isStill }: Props) {
  const [writing, setWriting] = useState<Writing>();
  const part = useRef<HTMLDivElement>(null);
  const lab = labNames(topology);
  const { serial } = zone.soa;

  const at = writing?.record ? indexOf(zone, writing.record) : -1;
  const carryOut = async (change: RecordChange) => {
    const patchOf =
      (one: RecordChange) =>
      ({ zones }: Host) => {
        const before = zones[origin];
        const after = before && withChange(before, one);
        return after && patched(host.name, `/zones/${origin}`, after);
      };
    const said = `${describe(change, origin)} ${t('zone.serialRose', { before: String(serial), after: String(nextSerial(serial)) })}`;
    return editing.change(patchOf(change), patchOf(reversed(change)), said);
  };
  const done = async (record: ZoneRecord) => {
    // A record that somebody else has taken away meanwhile is written anew.
    const out = at === -1 ? undefined : zone.records[at];
    if (await carryOut({ ...(out ? { out } : {}), in: record })) leave();
  };
  const leave = () => {
    setWriting(undefined);
    // The button that opened the form is there again with the next drawing, and gets the keyboard back.
    requestAnimationFrame(() => {
      const buttons = part.current?.querySelectorAll<HTMLElement>('[data-opens]');
      buttons?.[at === -1 ? buttons.length - 1 : at]?.focus();
    });
  };
  const form = writing && (
    <RecordForm
      fields={writing.fields}
      isNew={writing.record === undefined}
      around={{ origin, others: at === -1 ? zone.records : zone.records.toSpliced(at, 1), lab }}
      zone={zone}
      isBusy={editing.isBusy}
      onFields={(fields) => setWriting({ ...writing, fields })}
      onDone={done}
      onLeave={leave}
    />
  );
  return (
    <Part title={t('zone.records', { zone: origin })}>
      <p className="host-part__words">
        {t('zone.facts', { serial: String(serial), ttl: showDuration(zone.ttl * 1000) })}{' '}
        <span className="zone__help">{t('zone.serialHelp')}</span>
      </p>
      <div ref={part}>
        <RecordTable
          zone={zone}
          origin={origin}
          lab={lab}
          writing={at}
          form={form}
          canChange={!isStill && !writing && !editing.isBusy}
          onChange={(record) => setWriting({ record, fields: fieldsOf(record) })}
          onRemove={(record) => void carryOut({ out: record })}
        />
        {writing && at === -1 ? (
          <>
            {writing.record && <p className="host__still">{t('zone.goneMeanwhile')}</p>}
            {form}
          </>
        ) : (
          <button
            type="button"
            data-opens=""
            className="plain-button zone__add"
            disabled={isStill || writing !== undefined}
            onClick={() => setWriting({ fields: emptyFields('TXT') })}
          >
            {t('zone.add')}
          </button>
        )}
      </div>
    </Part>
  );
}

function describe({ out, in: come }: RecordChange, origin: string): string {
  const named = come ?? out;
  const params = {
    record: `${named?.type ?? ''} ${named?.name === '@' ? origin : (named?.name ?? '')}`,
    before: out ? showRecord(out) : '',
    after: come ? showRecord(come) : '',
  };
  if (!out) return t('zone.done.added', params);
  return come ? t('zone.done.changed', params) : t('zone.done.removed', params);
}
