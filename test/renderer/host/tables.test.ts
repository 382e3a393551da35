// Which tables a host's sheet shows: what is there, in the order of an address's way.

import { expect, test } from 'vitest';

import { tablesOf } from '../../../renderer/host/tables.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { twoDomains } from '../../../engine/topologies/two-domains.ts';

const hosts = soundTopology(twoDomains, 'two-domains').hosts;

test('shows what a host has, and nothing where it has nothing', () => {
  const relay = hosts.find(({ name }) => name === 'relay.campus.example');
  if (!relay?.mta) throw new Error('the lab has a relay');
  expect(tablesOf(relay)).toEqual([
    { id: 'aliases', rows: [{ key: 'postmaster@campus.example', result: 'alice@campus.example' }] },
  ]);
  const rich = {
    ...relay,
    policies: { access: { enabled: true, sender: [{ key: '*', result: 'REJECT' }, 'nonsense'] } },
    mta: {
      ...relay.mta,
      aliases: {},
      tables: { virtual: { '@a.example': ['@b.example', 'c@d.example'] }, alwaysBcc: 'e@f.example' },
    },
  };
  expect(tablesOf(rich).map(({ id, rows }) => [id, ...rows.map(({ key, result }) => `${key} ${result}`)])).toEqual([
    ['access.sender', '* REJECT'],
    ['alwaysBcc', '* e@f.example'],
    ['virtual', '@a.example @b.example, c@d.example'],
  ]);
  expect(hosts.filter(({ mta }) => !mta).flatMap((host) => tablesOf(host))).toEqual([]);
});
