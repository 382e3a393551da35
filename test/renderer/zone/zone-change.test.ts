// Changes of one record: others' changes stay, the serial rises, and taking back is a change too.

import { expect, test } from 'vitest';

import type { Zone, ZoneRecord } from '../../../contract/zone.ts';
import { reversed, withChange } from '../../../renderer/zone/zone-change.ts';

const a = (name: string): ZoneRecord => ({ name, type: 'A', address: '192.0.2.1' });
const zone: Zone = {
  ttl: 3600,
  soa: {
    ...{ primary: 'ns', mailbox: 'root', serial: 4_294_967_294 },
    ...{ refresh_s: 1, retry_s: 1, expire_s: 1, negative_s: 1 },
  },
  records: [a('one'), a('two')],
};

test('a record is changed where it stands, and back, with ever higher serials', () => {
  const change = { out: a('one'), in: a('uno') };
  const after = withChange(zone, change);
  expect(after?.records).toEqual([a('uno'), a('two')]);
  expect(after?.soa.serial).toBe(4_294_967_295);
  const back = after && withChange(after, reversed(change));
  expect(back?.records).toEqual(zone.records);
  // RFC 1982: they go round.
  expect(back?.soa.serial).toBe(0);
});

test('what somebody else wrote meanwhile stays; a record that has gone can’t be changed', () => {
  const added = withChange(zone, { in: a('three') });
  const meanwhile = added && withChange(added, { out: a('two') });
  expect(meanwhile?.records).toEqual([a('one'), a('three')]);
  expect(meanwhile && withChange(meanwhile, { out: a('two'), in: a('due') })).toBeUndefined();
  expect(meanwhile && withChange(meanwhile, reversed({ in: a('three') }))?.records).toEqual([a('one')]);
});
