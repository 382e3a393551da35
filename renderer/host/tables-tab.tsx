// The tables of a mail server, in the order in which an address goes through them, and a test of one address. Counterpart:
// contract/tables.ts has them, `address.test` goes through them as a letter would. Rule: a table that is empty isn't
// shown; the test sends nothing.

import type { Host } from '../../contract/topology.ts';
import { t } from '../text/t.ts';
import { AddressTest } from './address-test.tsx';
import { Part, Table } from './facts.tsx';
import { type ShownTable, tablesOf } from './tables.ts';

export function TablesTab({ host }: { host: Host }) {
  const shown = tablesOf(host);
  return (
    <>
      <AddressTest host={host.name} />
      {shown.length === 0 && <p className="host-part__none">{t('tables.none')}</p>}
      {shown.map((one) => (
        <TablePart key={one.id} table={one} />
      ))}
    </>
  );
}

function TablePart({ table: { id, rows } }: { table: ShownTable }) {
  const title = t(`tables.${id}`);
  return (
    <Part title={title}>
      <Table
        head={[t('tables.key'), t('tables.result')]}
        rows={rows.map(({ key, result }, at) => ({
          key: `${String(at)} ${key}`,
          cells: [<code key="key">{key}</code>, <code key="result">{result}</code>],
        }))}
        none=""
      />
    </Part>
  );
}
