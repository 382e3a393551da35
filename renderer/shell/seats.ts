// Where a person sits: one shell shown, and others left open because a dialog in them goes on. Counterpart: session.ts is
// one of them. Rule: whoever gets up from a prompt leaves nothing behind; whoever gets up from a dialog finds it again,
// so that two clients of one server can be open side by side.

import type { ShellSession } from './session.ts';

/** A shell and the host that it was opened at. */
export interface Seat {
  host: string;
  session: ShellSession;
}

/** Where whoever sat at a host sits in a lab that was opened anew; nowhere: the shell has ended. */
export type SeatIn = (host: string) => string | undefined;

/** `ssh` leads elsewhere. */
export const hostOf = ({ host, session }: Seat): string => session.view().host ?? host;

export interface Seats {
  all: readonly Seat[];
  /** The one that is shown. */
  shown: Seat;
}

/** Sits down at `host`: at the dialog that was left open there, or at a fresh prompt. */
export function sitDown({ all, shown }: Seats, host: string, fresh: () => ShellSession): Seats {
  const there = all.find((seat) => seat !== shown && hostOf(seat) === host && seat.session.view().isBusy);
  const left = all.filter((seat) => seat === there || seat.session.view().isBusy);
  for (const seat of all) if (!left.includes(seat) && seat !== shown) seat.session.close();
  if (there) {
    if (!left.includes(shown)) shown.session.close();
    return { all: left, shown: there };
  }
  if (!left.includes(shown)) {
    // The terminal is here already.
    void shown.session.open(host);
    const moved = { ...shown, host };
    return { all: [...left, moved], shown: moved };
  }
  const seat = { host, session: fresh() };
  return { all: [...left, seat], shown: seat };
}
