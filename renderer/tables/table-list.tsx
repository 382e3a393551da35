// Some tables of a host, one below the other, and a way to begin those that are empty. Counterpart: tables-tab.tsx,
// host/routes-tab.tsx. Rule: a table that was begun stays until one looks elsewhere, also when it is empty again.

import { useId, useState } from 'react';

import type { Host } from '../../contract/topology.ts';
import type { Editing } from '../host/use-editing.ts';
import { t } from '../text/t.ts';
import { TableEditor } from './table-editor.tsx';
import { kindOf, type TableId } from './table-kinds.ts';

interface Props {
  host: Host;
  ids: readonly TableId[];
  editing: Editing;
  isStill: boolean;
}

export function TableList({ host, ids, editing, isStill }: Props) {
  const id = useId();
  const [begun, setBegun] = useState<readonly TableId[]>([]);
  const shown = ids.filter((one) => begun.includes(one) || kindOf(one).read(host).length > 0);
  const empty = ids.filter((one) => !shown.includes(one));
  return (
    <>
      {shown.length === 0 && <p className="host-part__none">{t('tables.none')}</p>}
      {shown.map((one) => (
        <TableEditor
          key={one}
          id={one}
          host={host}
          editing={editing}
          isStill={isStill}
          isBegun={begun.includes(one)}
          onBegin={() => setBegun((before) => [...before, one])}
        />
      ))}
      {empty.length > 0 && (
        <div className="field table-list__empty">
          <label htmlFor={id}>{t('tables.begin')}</label>
          <select
            id={id}
            value=""
            disabled={isStill}
            onChange={(event) => setBegun((before) => [...before, event.target.value as TableId])}
          >
            <option value="">{t('tables.choose')}</option>
            {empty.map((one) => (
              <option key={one} value={one}>
                {t(`tables.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
