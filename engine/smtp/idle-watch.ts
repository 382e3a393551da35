// When a session has been silent for too long (Postfix: smtpd_timeout). Counterpart: connection.ts, which says so and
// hangs up. Rule: idle time passes on the activity clock, never on the machine's, and who is in the middle of a line, or
// of a letter that is typed by hand, isn't idle.

import type { Disposable } from '../disposable.ts';
import type { TappedSocket } from '../internet/tapped-socket.ts';
import { SMTP_LIMITS } from '../limits.ts';
import type { ActivityClock } from '../world.ts';

export class IdleWatch {
  readonly #activity: ActivityClock;
  readonly #isOver: () => void;
  #timer: Disposable | undefined;

  constructor(activity: ActivityClock, isOver: () => void) {
    this.#activity = activity;
    this.#isOver = isOver;
  }

  /** The client has done something: its time begins anew. */
  restart(socket: TappedSocket): void {
    this.stop();
    const heard = socket.octetsHeard;
    this.#timer = this.#activity.after(SMTP_LIMITS.idle_ms, () => {
      if (socket.octetsHeard > heard) this.restart(socket);
      else this.#isOver();
    });
  }

  stop(): void {
    this.#timer?.dispose();
  }
}
