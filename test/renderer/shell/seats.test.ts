// Getting up from a dialog and coming back to it, and what is closed on the way.

import { expect, test } from 'vitest';

import { type Seat, type Seats, sitDown } from '../../../renderer/shell/seats.ts';
import type { ShellSession } from '../../../renderer/shell/session.ts';

/** As much of a session as a seat asks for. */
function standIn(isBusy: boolean): ShellSession & { told: string[] } {
  const told: string[] = [];
  const session = {
    ...{ told, view: () => ({ host: undefined, isBusy, lines: [] }) },
    ...{ close: () => told.push('close'), open: (host: string) => told.push(`open ${host}`) },
  };
  return session as unknown as ShellSession & { told: string[] };
}
const at = (host: string, isBusy: boolean): Seat & { session: { told: string[] } } => ({
  host,
  session: standIn(isBusy),
});
const only = (shown: Seat): Seats => ({ all: [shown], shown });
const hosts = ({ all }: Seats) => all.map((seat) => seat.host);

test('who gets up from a prompt takes the terminal along', () => {
  const desk = at('desk', false);
  const seats = sitDown(only(desk), 'visitor', () => standIn(false));
  expect(hosts(seats)).toEqual(['visitor']);
  expect(seats.shown.session).toBe(desk.session);
  expect(desk.session.told).toEqual(['open visitor']);
});

test('who gets up from a dialog finds it again', () => {
  const desk = at('desk', true);
  const away = sitDown(only(desk), 'visitor', () => standIn(false));
  expect(hosts(away)).toEqual(['desk', 'visitor']);
  expect(away.shown.host).toBe('visitor');
  const back = sitDown(away, 'desk', () => standIn(false));
  expect(back).toEqual(only(desk));
  expect(desk.session.told).toEqual([]);
  expect((away.shown as typeof desk).session.told).toEqual(['close']);
});

test('a dialog that was left and has ended since is not come back to', () => {
  const desk = at('desk', false);
  const visitor = at('visitor', false);
  const seats = sitDown({ all: [desk, visitor], shown: visitor }, 'desk', () => standIn(false));
  expect(seats.shown.session).toBe(visitor.session);
  expect(desk.session.told).toEqual(['close']);
  expect(visitor.session.told).toEqual(['open desk']);
});
