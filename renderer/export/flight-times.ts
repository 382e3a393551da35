// When flights of ciphertext crossed: the log tells them in their order when the connection closes, and the lines inside
// them as they were said. Counterpart: capture-file.ts. Rule: order is kept; a time is that of the turn it belongs to.

import type { Side } from '../../contract/ids.ts';

interface Said {
  from: Side;
  time_us: number;
}

/**
 * The times of `flights`, matched turn by turn with what was `said` inside TLS, from the end: what comes before the first
 * words is the handshake, which was over at `began_us`.
 */
export function flightTimes(flights: readonly { from: Side }[], said: readonly Said[], began_us: number): number[] {
  const turns = said.filter(({ from }, at) => said[at - 1]?.from !== from);
  const times: number[] = [];
  let speaker = flights.at(-1)?.from;
  // Who takes leave of TLS after the last words has no turn of its own.
  let at = turns.at(-1)?.from === speaker ? turns.length - 1 : turns.length;
  for (const { from } of flights.toReversed()) {
    if (from !== speaker) at -= 1;
    speaker = from;
    const turn = turns[Math.min(at, turns.length - 1)];
    times.unshift(Math.max(turn?.time_us ?? began_us, began_us));
  }
  return times;
}
