// One table of a mail server, row by row: read, added, changed, moved, removed. Counterpart: row-form.tsx is where one types,
// `config.patch` writes. Rule: one row is written at a time; what is half typed stays, whatever happens in the lab meanwhile.

import { useRef, useState } from 'react';

import type { Host } from '../../contract/topology.ts';
import { Part } from '../host/facts.tsx';
import type { Editing } from '../host/use-editing.ts';
import { showText } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { FindingList } from '../zone/finding-list.tsx';
import { actOf, placeOf, reversedRow, type RowChange } from './row-change.ts';
import { findingsOnRow } from './row-findings.ts';
import { RowForm } from './row-form.tsx';
import { kindOf, type Row, type TableId } from './table-kinds.ts';

interface Props {
  id: TableId;
  host: Host;
  editing: Editing;
  isStill: boolean;
  /** It was asked for though it is empty: its form is open. */
  isBegun: boolean;
  /** It is to stay though it may be empty soon. */
  onBegin: () => void;
}

interface Writing {
  /** The row as it was; none: a new one. */
  row?: Row;
  typed: Row;
}

const NEW: Row = { key: '', result: '' };

export function TableEditor({ id, host, editing, isStill, isBegun, onBegin }: Props) {
  const kind = kindOf(id);
  const rows = kind.read(host);
  const title = t(`tables.${id}`);
  const [writing, setWriting] = useState<Writing | undefined>(isBegun ? { typed: NEW } : undefined);
  const part = useRef<HTMLDivElement>(null);
  const at = writing?.row ? placeOf(rows, writing.row) : -1;

  const carryOut = (change: RowChange) => {
    if (!isBegun) onBegin();
    return editing.change(actOf(kind, change), actOf(kind, reversedRow(change, rows)), describe(title, change));
  };
  const leave = () => {
    setWriting(undefined);
    // The button that opened the form is there again with the next drawing, and gets the keyboard back.
    requestAnimationFrame(() => {
      const buttons = part.current?.querySelectorAll<HTMLElement>('[data-opens]');
      buttons?.[at === -1 ? buttons.length - 1 : at]?.focus();
    });
  };
  const done = async (row: Row) => {
    const out = rows[at];
    if (await carryOut({ ...(out ? { out } : {}), in: row })) leave();
  };
  const columns = [
    t(`tables.column.${id}`),
    ...(kind.result ? [t(resultTitle(id))] : []),
    ...(kind.also ? [t(`tables.also.${id as 'lists'}`)] : []),
  ];
  const form = writing && (
    <RowForm
      typed={writing.typed}
      kind={kind}
      columns={columns}
      label={title}
      others={at === -1 ? rows : rows.toSpliced(at, 1)}
      mta={host.mta}
      isBusy={editing.isBusy}
      onType={(typed) => setWriting({ ...writing, typed })}
      onDone={done}
      onLeave={leave}
    />
  );
  const canChange = !isStill && !writing && !editing.isBusy;
  const act = (label: string, row: Row, onClick: () => void, extra: { opens?: true; isOff?: boolean } = {}) => (
    <button
      type="button"
      className="zone__act"
      disabled={!canChange || extra.isOff === true}
      aria-label={t('tables.actOn', { act: label, key: row.key, table: title })}
      onClick={onClick}
      {...(extra.opens ? { 'data-opens': '' } : {})}
    >
      {label}
    </button>
  );
  return (
    <Part title={title}>
      <p className="host-part__words">{t(`tables.help.${id}`)}</p>
      <div ref={part}>
        {rows.length > 0 && (
          <table className="host-table zone-table" aria-label={title}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span className="sr">{t('zone.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => {
                const key = `${place} ${row.key}`;
                if (place === at) {
                  return (
                    <tr key={key}>
                      <td colSpan={columns.length + 1} className="zone-table__form">
                        {form}
                      </td>
                    </tr>
                  );
                }
                const findings = findingsOnRow(row, kind, rows.slice(0, place), host.mta);
                return (
                  <tr key={key}>
                    <td>
                      <code>{showText(row.key)}</code>
                      <FindingList findings={findings} />
                    </td>
                    {kind.result && (
                      <td className="zone-table__value">
                        <code>{showText(row.result)}</code>
                      </td>
                    )}
                    {kind.also && <td>{showText(row.also ?? '')}</td>}
                    <td className="zone-table__acts">
                      {kind.isOrdered &&
                        act(t('tables.up'), row, () => void carryOut({ out: row, in: row, to: place - 1 }), {
                          isOff: place === 0,
                        })}
                      {act(t('zone.change'), row, () => setWriting({ row, typed: row }), { opens: true })}
                      {act(t('zone.remove'), row, () => void carryOut({ out: row }))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {writing && at === -1 ? (
          <>
            {writing.row && <p className="host__still">{t('tables.goneMeanwhile')}</p>}
            {form}
          </>
        ) : (
          !(kind.isSingle && rows.length > 0) && (
            <button
              type="button"
              className="plain-button zone__add"
              data-opens=""
              disabled={!canChange}
              aria-label={t('tables.addTo', { table: title })}
              onClick={() => setWriting({ typed: NEW })}
            >
              {t('tables.add')}
            </button>
          )
        )}
      </div>
    </Part>
  );
}

const resultTitle = (id: TableId): TextKey =>
  id === 'lists' ? 'tables.members' : id === 'srs' ? 'tables.secret' : 'tables.result';

function describe(table: string, { out, in: come }: RowChange): string {
  const show = ({ key, result }: Row) => (result === '' ? key : `${key} \u2192 ${result}`);
  if (!out) return t('tables.done.added', { table, after: come ? show(come) : '' });
  if (!come) return t('tables.done.removed', { table, before: show(out) });
  if (come === out) return t('tables.done.moved', { table, row: out.key });
  return t('tables.done.changed', { table, before: show(out), after: show(come) });
}
