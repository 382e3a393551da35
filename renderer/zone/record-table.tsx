// The records of a zone as a table, each with what is wrong with it. Counterpart: zone-editor.tsx; findings.ts judges. Rule:
// the form for a record stands in its row's place.

import { Fragment, type ReactNode } from 'react';

import type { Zone, ZoneRecord } from '../../contract/zone.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOn } from './findings.ts';
import type { LabNames } from './lab-names.ts';
import { showRecord } from './record-fields.ts';

interface Props {
  zone: Zone;
  origin: string;
  lab: LabNames;
  /** The place of the record that `form` is about; -1: none of these. */
  writing: number;
  form: ReactNode;
  canChange: boolean;
  onChange: (record: ZoneRecord) => void;
  onRemove: (record: ZoneRecord) => void;
}

const COLUMNS = ['name', 'ttl', 'type', 'value'] as const;

export function RecordTable({ zone, origin, lab, writing, form, canChange, onChange, onRemove }: Props) {
  if (zone.records.length === 0) return <p className="host-part__none">{t('zone.empty')}</p>;
  return (
    <table className="host-table zone-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`zone.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="sr">{t('zone.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {zone.records.map((record, at) => {
          const key = `${at} ${record.name} ${record.type}`;
          if (at === writing) {
            return (
              <tr key={key}>
                <td colSpan={COLUMNS.length + 1} className="zone-table__form">
                  {form}
                </td>
              </tr>
            );
          }
          const findings = findingsOn(record, { origin, others: zone.records.toSpliced(at, 1), lab });
          const about = `${record.type} ${record.name}`;
          return (
            <Fragment key={key}>
              <tr>
                <td>
                  <code>{showText(record.name)}</code>
                </td>
                <td>{record.ttl === undefined ? <span className="soft">{zone.ttl}</span> : record.ttl}</td>
                <td>
                  <code>{record.type}</code>
                </td>
                <td className="zone-table__value">
                  <code>{showText(showRecord(record))}</code>
                </td>
                <td className="zone-table__acts">
                  <button
                    type="button"
                    className="zone__act"
                    data-opens=""
                    disabled={!canChange}
                    aria-label={t('zone.changeOne', { record: about })}
                    onClick={() => onChange(record)}
                  >
                    {t('zone.change')}
                  </button>
                  <button
                    type="button"
                    className="zone__act"
                    disabled={!canChange}
                    aria-label={t('zone.removeOne', { record: about })}
                    onClick={() => onRemove(record)}
                  >
                    {t('zone.remove')}
                  </button>
                </td>
              </tr>
              {findings.some(({ level }) => level !== 'note') && (
                <tr className="host-table__below">
                  <td colSpan={COLUMNS.length + 1}>
                    <FindingList findings={findings.filter(({ level }) => level !== 'note')} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
