import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame, TcpFraming } from '../../../engine/dns/tcp-framing.ts';

test('messages come out whole, however the octets are cut', () => {
  const messages = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, cuts) => {
      const framing = new TcpFraming();
      const stream = Buffer.concat(sent.map(frame));
      const received: number[][] = [];
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = cuts[turn % cuts.length] ?? 1;
        framing.push(stream.subarray(at, at + size));
        at += size;
        for (let message = framing.next(); message; message = framing.next()) received.push([...message]);
      }
      expect(received).toEqual(sent.map((message) => [...message]));
    }),
  );
});

test('the longest message', () => {
  const framing = new TcpFraming();
  framing.push(frame(new Uint8Array(65_535)));
  expect(framing.next()).toHaveLength(65_535);
  expect(framing.next()).toBeUndefined();
});
