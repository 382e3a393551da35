import fc from 'fast-check';
import { decode } from 'dns-packet';
import { expect, test } from 'vitest';
import { questionEnd, readQuery, writeQuery } from '../../../engine/dns/query.ts';
import { query } from './query-octets.ts';

test('what the resolver writes, the server and an independent decoder read alike', () => {
  fc.assert(
    fc.property(fc.domain(), fc.nat(65_535), fc.constantFrom(1, 15, 16, 28), (name, id, type) => {
      const octets = writeQuery(id, name, type) ?? new Uint8Array();
      expect(readQuery(octets)).toMatchObject({
        id,
        recursionDesired: true,
        malformed: false,
        question: { name, type },
      });
      expect(decode(Buffer.from(octets))).toMatchObject({ id, flag_rd: true, questions: [{ name }] });
      expect(questionEnd(octets)).toBe(octets.length);
    }),
  );
});

test('a name that is none is not asked', () => {
  expect(writeQuery(1, 'a..b', 1)).toBeUndefined();
});

test('EDNS is read', () => {
  expect(readQuery(query('x.example', 1, { edns: { udp_octets: 4096, do: true } }))?.edns).toEqual({
    udp_octets: 4096,
    version: 0,
    dnssecOk: true,
  });
});

test('octets of a name that are no letters are kept apart from those that are', () => {
  const read = readQuery(Buffer.from('1234000000010000000000000441 2e 62 ff 00 0001 0001'.replaceAll(' ', ''), 'hex'));
  expect(read?.question).toMatchObject({ name: 'A\\.b\\255', key: 'a\\.b\\255' });
});
