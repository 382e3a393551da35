// An entry of a zip file as the platforms' own unpackers check it. Counterpart: contract/session/gzip.ts.

import zlib from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { crc32 } from '../../contract/session/crc32.ts';
import { gzipMember } from '../../contract/session/gzip.ts';

const memberOf = (octets: Uint8Array, crc = crc32(octets)) =>
  gzipMember(zlib.deflateRawSync(octets), { crc, octets: octets.length });

test('comes out as what went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (octets) => {
      expect(new Uint8Array(zlib.gunzipSync(memberOf(octets)))).toEqual(octets);
    }),
  );
});

test('is refused where its sum or its length is another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.integer({ min: 1 }), (octets, by) => {
      expect(() => zlib.gunzipSync(memberOf(octets, (crc32(octets) ^ by) >>> 0))).toThrow('incorrect data check');
      const longer = gzipMember(zlib.deflateRawSync(octets), { crc: crc32(octets), octets: octets.length + 1 });
      expect(() => zlib.gunzipSync(longer)).toThrow('incorrect length check');
    }),
  );
});
