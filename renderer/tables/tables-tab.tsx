// The tables of a mail server, in the order in which an address goes through them, to be changed; and a test of one
// address. Counterpart: table-kinds.ts, table-editor.tsx; `address.test` goes through them as a letter would. Rule: a table
// that is empty shows when one asks for it.

import type { Host } from '../../contract/topology.ts';
import { EditStatus } from '../host/edit-status.tsx';
import { useEditing } from '../host/use-editing.ts';
import { useStillness } from '../host/use-stillness.ts';
import { t } from '../text/t.ts';
import { AddressTest } from './address-test.tsx';
import { ADDRESS_TABLES } from './table-kinds.ts';
import { TableList } from './table-list.tsx';
import './tables.css';

export function TablesTab({ host }: { host: Host }) {
  const still = useStillness();
  const editing = useEditing(host.name, 'tables');
  return (
    <>
      <AddressTest host={host} still={still} />
      <p className="host-part__words">{t('tables.order')}</p>
      <TableList host={host} ids={ADDRESS_TABLES} editing={editing} isStill={still !== undefined} />
      <EditStatus editing={editing} />
    </>
  );
}
