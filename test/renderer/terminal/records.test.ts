// What an eavesdropper reads of TLS: the name in ClientHello, the versions, and lengths of what is unreadable.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { recordsOf } from '../../../renderer/terminal/eavesdropper/records.ts';

const octets = (...values: number[]): string => String.fromCharCode(...values);
const two = (value: number): string => octets(value >> 8, value & 255);
const extension = (type: number, data: string): string => two(type) + two(data.length) + data;
const record = (type: number, content: string): string => octets(type, 3, 3) + two(content.length) + content;
const handshake = (type: number, body: string): string => record(22, octets(type, 0) + two(body.length) + body);

const name = 'submit.campus.example';
const clientHello = handshake(
  1,
  two(0x0303) +
    '\0'.repeat(32) +
    octets(0) +
    two(2) +
    two(0x1301) +
    octets(1, 0) +
    (() => {
      const names = octets(0) + two(name.length) + name;
      const list = extension(0, two(names.length) + names) + extension(43, octets(4) + two(0x0304) + two(0x0303));
      return two(list.length) + list;
    })(),
);
const versions = extension(43, two(0x0304));
const serverHello = handshake(
  2,
  two(0x0303) + '\0'.repeat(32) + octets(0) + two(0x1301) + octets(0) + two(versions.length) + versions,
);

it('reads what both ends say in the clear, and counts the rest, in the order in which it crossed', () => {
  const flights = [
    { from: 'client' as const, bytes: clientHello.slice(0, 20) },
    { from: 'client' as const, bytes: clientHello.slice(20) },
    { from: 'server' as const, bytes: serverHello + record(20, octets(1)) + record(23, 'x'.repeat(300)) },
    { from: 'client' as const, bytes: record(23, 'secret') },
  ];
  expect(recordsOf(flights)).toMatchObject([
    { from: 'client', kind: 'handshake', hello: { by: 'client', servername: name, versions: ['1.3', '1.2'] } },
    { from: 'server', kind: 'handshake', hello: { by: 'server', version: '1.3' } },
    { from: 'server', kind: 'changeCipher', octets: 1 },
    { from: 'server', kind: 'data', octets: 300 },
    { from: 'client', kind: 'data', octets: 6 },
  ]);
});

it('never stumbles and loses no octet, however the octets are cut', () => {
  const any = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((octet) => String.fromCharCode(octet)) });
  const bytes = fc.oneof(
    any,
    any.map((content) => record(22, content)),
    fc.constant(clientHello.slice(0, 60)),
  );
  const flights = fc.array(fc.record({ from: fc.constantFrom('client' as const, 'server' as const), bytes }));
  fc.assert(
    fc.property(flights, (all) => {
      const read = recordsOf(all).reduce((sum, one) => sum + one.bytes.length, 0);
      return read === all.reduce((sum, one) => sum + one.bytes.length, 0);
    }),
  );
});
