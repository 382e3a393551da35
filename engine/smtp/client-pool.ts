// Sessions to next hops, kept open for a while for the next letter. Counterpart: mta/delivery.ts.
// Rule: at most so many at a time to one next hop; an idle one is nobody's work, so a lab comes to
// rest with it open, and a checkpoint closes it.

import type { Disposable } from '../disposable.ts';
import type { ActivityClock } from '../world.ts';
import type { SmtpClient } from './client.ts';

interface Idle {
  client: SmtpClient;
  timer: Disposable;
}

export class ClientPool {
  readonly #activity: ActivityClock;
  readonly #idle = new Map<string, Idle[]>();
  readonly #busy = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #closing = new Set<Promise<void>>();

  constructor(activity: ActivityClock) {
    this.#activity = activity;
  }

  /** Waits until there is room for one more session to `key`; call the result when it is over. */
  async room(key: string, most: number): Promise<() => void> {
    if ((this.#busy.get(key) ?? 0) >= most) {
      await new Promise<void>((resolve) => this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), resolve]));
    } else this.#busy.set(key, (this.#busy.get(key) ?? 0) + 1);
    return () => {
      const [next, ...rest] = this.#waiting.get(key) ?? [];
      this.#waiting.set(key, rest);
      // The place goes straight to whoever waited longest.
      if (next) next();
      else this.#busy.set(key, Math.max(0, (this.#busy.get(key) ?? 0) - 1));
    };
  }

  /** An open session to `key`, if one is idle. */
  take(key: string): SmtpClient | undefined {
    for (;;) {
      const idle = this.#idle.get(key)?.pop();
      if (!idle) return undefined;
      idle.timer.dispose();
      if (idle.client.usable) {
        idle.client.resume();
        return idle.client;
      }
      this.#close(idle.client);
    }
  }

  /** Keeps a session for `keep_ms`, or closes it and waits for that. */
  async giveBack(key: string, client: SmtpClient, keep_ms: number): Promise<void> {
    if (keep_ms <= 0 || !client.usable) {
      await client.close();
      return;
    }
    client.rest();
    const idle: Idle = {
      client,
      timer: this.#activity.after(keep_ms, () => {
        this.#idle.set(
          key,
          (this.#idle.get(key) ?? []).filter((one) => one !== idle),
        );
        this.#close(client);
      }),
    };
    this.#idle.set(key, [...(this.#idle.get(key) ?? []), idle]);
  }

  /** Closes every idle session and waits for all of them. */
  async closeIdle(): Promise<void> {
    for (const idles of this.#idle.values()) {
      for (const { client, timer } of idles.splice(0)) {
        timer.dispose();
        this.#close(client);
      }
    }
    await Promise.all(this.#closing);
  }

  #close(client: SmtpClient): void {
    const closing: Promise<void> = client.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}
