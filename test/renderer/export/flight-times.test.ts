// Flights of ciphertext get the times of the words in them.

import { expect, it } from 'vitest';

import { flightTimes } from '../../../renderer/export/flight-times.ts';

const from = (...sides: string[]) =>
  sides.map((side) => ({ from: side === 'c' ? ('client' as const) : ('server' as const) }));

it('counts turns from the end; what is before them is the handshake', () => {
  const said = [
    { from: 'client' as const, time_us: 100 },
    { from: 'server' as const, time_us: 110 },
    { from: 'server' as const, time_us: 111 },
    { from: 'client' as const, time_us: 120 },
  ];
  expect(flightTimes(from('c', 's', 'c', 's', 'c'), said, 90)).toEqual([90, 90, 100, 110, 120]);
  // A server that says goodbye has the last words' time.
  expect(flightTimes(from('c', 's', 'c', 's', 's', 'c', 's'), said, 90)).toEqual([90, 90, 100, 110, 110, 120, 120]);
});

it('has a time for a handshake after which nobody spoke', () => {
  expect(flightTimes(from('c', 's'), [], 90)).toEqual([90, 90]);
  expect(flightTimes([], [], 90)).toEqual([]);
});
