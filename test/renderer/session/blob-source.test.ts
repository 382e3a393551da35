// A file of the browser, read in pieces. Counterpart: renderer/session/blob-source.ts.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { blobSource } from '../../../renderer/session/blob-source.ts';
import { SESSION_VIEW_LIMITS } from '../../../renderer/session/limits.ts';

const OCTETS = Uint8Array.from({ length: SESSION_VIEW_LIMITS.aheadOctets * 3 }, (_, at) => (at * 31) >> 4);

test('what is read is what stands there, whatever was read before or meanwhile', async () => {
  const place = fc.record({ at: fc.nat(OCTETS.length), length: fc.nat(OCTETS.length), waits: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(place, { maxLength: 8 }), async (places) => {
      const source = blobSource(new Blob([OCTETS]));
      const reading: Promise<void>[] = [];
      for (const { at, length, waits } of places) {
        const whole = Math.min(length, OCTETS.length - at);
        const read = source.read(at, whole).then((octets) => {
          expect(Buffer.compare(octets, OCTETS.subarray(at, at + whole))).toBe(0);
        });
        reading.push(read);
        if (waits) await read;
      }
      await Promise.all(reading);
    }),
  );
});

test('a state and the page behind it are asked for once', async () => {
  const blob = new Blob([OCTETS]);
  let asked = 0;
  const slice = blob.slice.bind(blob);
  blob.slice = (...range: Parameters<Blob['slice']>) => {
    asked += 1;
    return slice(...range);
  };
  const source = blobSource(blob);
  await Promise.all([source.read(1000, 50_000), source.read(51_000, 70_000)]);
  expect(asked).toBe(1);
});
