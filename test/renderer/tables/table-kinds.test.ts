// The tables of a host as rows: each is read, written back, and taken by the engine as it was; changes of rows; what is said
// of a row as one types it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { setAt } from '../../../contract/fold/patch-topology.ts';
import { topologySchema, type Host } from '../../../contract/topology.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { TOPOLOGIES } from '../../../engine/topologies/index.ts';
import { changedRows, reversedRow } from '../../../renderer/tables/row-change.ts';
import { findingsOnRow } from '../../../renderer/tables/row-findings.ts';
import { ADDRESS_TABLES, kindOf, ROUTE_TABLES, type Row, type TableId } from '../../../renderer/tables/table-kinds.ts';

const ALL = [...ADDRESS_TABLES, ...ROUTE_TABLES];
const labs = Object.entries(TOPOLOGIES).map(([name, input]) => soundTopology(input, name));
const relay = labs.flatMap(({ hosts }) => hosts).find(({ name }) => name === 'relay.campus.example') as Host;

/** The host with the table, as the engine takes it. */
function written(host: Host, id: TableId, rows: readonly Row[]): Host {
  const [lab] = labs;
  const draft = structuredClone({ ...lab, hosts: [host] });
  setAt(draft.hosts[0] as Host, kindOf(id).path, kindOf(id).write(rows, host));
  return topologySchema.parse({ ...draft, users: [], doors: [] }).hosts[0] as Host;
}

/** A row that each table takes. */
const EXAMPLES: Record<TableId, Row> = {
  'access.client': { key: 'dialup.example', result: 'REJECT go away' },
  'access.helo': { key: 'localhost', result: 'REJECT' },
  'access.sender': { key: '<>', result: 'OK' },
  'access.recipient': { key: 'alice@campus.example', result: '450 4.2.0 Later' },
  senderCanonical: { key: 'root@campus.example', result: 'alice@campus.example' },
  recipientCanonical: { key: '@old.example', result: '@campus.example' },
  canonical: { key: 'a@campus.example', result: 'alice@campus.example' },
  masquerade: { key: 'campus.example', result: 'hide' },
  alwaysBcc: { key: 'archive@campus.example', result: '' },
  virtual: { key: 'all@campus.example', result: 'alice@campus.example, bob@harbor.example' },
  relocated: { key: 'gone@campus.example', result: 'gone@harbor.example' },
  aliases: {
    key: 'team@campus.example',
    result: 'alice@campus.example, |vacation, /home/alice/box, :include:/home/alice/team',
  },
  lists: { key: 'boats@campus.example', result: 'alice@campus.example', also: 'alice@campus.example' },
  forwards: { key: 'alice@campus.example', result: 'bob@harbor.example', also: 'yes' },
  catchAll: { key: 'campus.example', result: 'alice@campus.example' },
  srs: { key: 'campus.example', result: 'sesame', also: '21' },
  generic: { key: 'alice@campus.example', result: 'a@isp.example' },
  localDomains: { key: 'club.example', result: '' },
  relayDomains: { key: 'club.example', result: '' },
  relayRecipients: { key: 'bob@club.example', result: '' },
  trustedNetworks: { key: '10.0.0.0/8', result: '' },
  routes: { key: '.club.example', result: '[relay.club.example]:2525' },
};

describe.each(ALL)('%s', (id) => {
  const kind = kindOf(id);
  test('is read and written back as it was, in every lab', () => {
    for (const host of labs.flatMap(({ hosts }) => hosts)) {
      const rows = kind.read(host);
      if (rows.length > 0) expect(kind.read(written(host, id, rows))).toEqual(rows);
      expect(rows.flatMap((row, at) => findingsOnRow(row, kind, rows.toSpliced(at, 1), host.mta))).toEqual([]);
    }
  });

  test('takes a row, and is empty without it', () => {
    const row = EXAMPLES[id];
    expect(findingsOnRow(row, kind, [], relay.mta)).toEqual([]);
    expect(kind.read(written(relay, id, [row]))).toEqual([row]);
    expect(kind.read(written(relay, id, []))).toEqual([]);
    expect(findingsOnRow({ ...row, key: '' }, kind, [], relay.mta)).toMatchObject([{ level: 'refused' }]);
    const again = findingsOnRow(row, kind, [row], relay.mta);
    expect(again).toMatchObject([{ level: kind.isOrdered ? 'mistake' : 'refused' }]);
  });
});

test('what has no effect is marked and taken', () => {
  const aliases = kindOf('aliases');
  const key = (row: Row) => findingsOnRow(row, aliases, [], relay.mta).map((one) => one.key);
  expect(key({ key: 'bob@harbor.example', result: 'alice@campus.example' })).toEqual(['tables.bad.foreign']);
  expect(key({ key: 'bob@campus.example', result: 'Bob@campus.example' })).toEqual(['tables.bad.itself']);
  expect(key({ key: 'bob@campus.example', result: 'alice@campus.example, /etc/passwd' })).toEqual([
    'tables.bad.result',
  ]);
});

test('a program keeps its commas, and a list its title', () => {
  const rows = [{ key: 'a@campus.example', result: '"|filter a, b", bob@harbor.example' }];
  const host = written(relay, 'aliases', rows);
  expect(host.mta?.aliases).toEqual({ 'a@campus.example': ['|filter a, b', 'bob@harbor.example'] });
  expect(kindOf('aliases').read(host)).toEqual(rows);
  const club = labs.flatMap(({ hosts }) => hosts).find(({ mta }) => mta?.lists['boats@club.example']) as Host;
  const [list] = kindOf('lists').read(club);
  const after = written(club, 'lists', [{ ...(list as Row), result: 'bob@harbor.example' }]);
  expect(after.mta?.lists['boats@club.example']).toMatchObject({ title: 'Boats', members: ['bob@harbor.example'] });
});

test('a row is added, changed, moved and removed, and each is taken back, whatever others have done', () => {
  const row = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), result: fc.constantFrom('1', '2') });
  const rows = fc.uniqueArray(row, { selector: ({ key }) => key, minLength: 1 });
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), row, (before, from, to, come) => {
      const out = before[from % before.length] as Row;
      for (const change of [{ out }, { in: come }, { out, in: come }, { out, in: out, to: to % before.length }]) {
        const after = changedRows(before, change) as Row[];
        expect(changedRows(after, reversedRow(change, before))?.toSorted(byKey)).toEqual(before.toSorted(byKey));
      }
      expect(changedRows([], { out })).toBeUndefined();
    }),
  );
});

const byKey = (one: Row, other: Row) => JSON.stringify(one).localeCompare(JSON.stringify(other));
