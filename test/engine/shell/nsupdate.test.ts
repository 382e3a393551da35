// nsupdate: what it collects, what it changes at the name server, and what others notice of that and when.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changedZone, readChange } from '../../../engine/shell/zone-update.ts';
import { zoneOf } from '../../../mail/dns/name.ts';
import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

async function atNameServer() {
  const lab = await TestLab.open();
  const person = await Person.open(lab, 'ns.example');
  const zone = () => lab.lab.run.context.topology.hosts.find(({ kind }) => kind === 'dns')?.zones['campus.example'];
  return { lab, person, zone };
}

test('records are added and deleted, and the serial goes on', async () => {
  const { lab, person, zone } = await atNameServer();
  const before = zone()?.soa.serial ?? 0;
  await person.type('nsupdate');
  await person.type('update add campus.example 60 TXT "v=spf1 mx -all"');
  await person.type('add www.campus.example. 60 CNAME relay.campus.example');
  expect(await person.type('show')).toContain('update add campus.example 60 TXT "v=spf1 mx -all"');
  await person.type('send');
  await lab.lab.settled();
  expect(zone()?.records.slice(-2)).toEqual([
    { name: '@', type: 'TXT', ttl: 60, text: 'v=spf1 mx -all' },
    { name: 'www', type: 'CNAME', ttl: 60, target: 'relay.campus.example.' },
  ]);
  expect(zone()?.soa.serial).toBe(before + 1);
  expect(lab.of('zone.changed').at(-1)?.data).toEqual({ zone: 'campus.example', serial: before + 1 });
  await person.type('update delete campus.example TXT');
  await person.type('del www.campus.example');
  await person.type('');
  await lab.lab.settled();
  expect(zone()?.records.some(({ type }) => type === 'TXT' || type === 'CNAME')).toBe(false);
  await person.type('quit');
  const visitor = await Person.open(lab, 'visitor.example');
  expect(await visitor.type('dig campus.example MX +short')).toBe('10 relay.campus.example.\n');
  await lab.close();
});

test('what can’t be is said, and nothing changes', async () => {
  const { lab, person, zone } = await atNameServer();
  const before = JSON.stringify(zone());
  await person.type('nsupdate');
  expect(await person.type('update add campus.example TXT "no ttl"')).toContain('ttl is missing');
  expect(await person.type('update add campus.example 60 HINFO x')).toContain('unknown class/type');
  expect(await person.type('frobnicate')).toContain('incorrect section name');
  await person.type('update add relay.campus.example 60 CNAME submit.campus.example');
  await person.type('send');
  await lab.lab.settled();
  expect(lab.of('shell.output').at(-1)?.data.text).toMatch(/update failed: REFUSED/);
  await person.type('update add campus.nowhere 60 A 192.0.2.1');
  await person.type('send');
  await lab.lab.settled();
  expect(lab.of('shell.output').at(-1)?.data.text).toMatch(/update failed: NOTAUTH/);
  expect(JSON.stringify(zone())).toBe(before);
  await lab.close();
});

test('at a host without zones it doesn’t begin', async () => {
  const lab = await TestLab.open();
  const person = await Person.open(lab, 'visitor.example');
  expect(await person.type('nsupdate')).toContain('serves no zones');
  await lab.close();
});

test('any line is read without throwing', () => {
  const zone = { ttl: 1, soa: soa(), records: [] };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `add ${text}`),
      ),
      (line) => {
        const change = readChange(line);
        if ('problem' in change) expect(change.problem).not.toBe('');
        else changedZone('campus.example', zone, [change]);
      },
    ),
  );
});

test('a name belongs to the longest zone that holds it', () => {
  expect(zoneOf('a.b.example', ['example', 'b.example'])).toBe('b.example');
  expect(zoneOf('ab.example', ['b.example'])).toBeUndefined();
});

function soa() {
  return {
    ...{ primary: 'ns.example.', mailbox: 'h.ns.example.', serial: 1 },
    ...{ refresh_s: 1, retry_s: 1, expire_s: 1, negative_s: 1 },
  };
}
