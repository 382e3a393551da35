// Another hand than the person's at the shell: a lecture types what its scene says. Counterpart: shell-drawer.tsx lends its
// terminals. Rule: what is typed by it is typed as by a keyboard, and anybody may take over in the middle.

import type { ShellSession } from './session.ts';

type Sit = (host: string) => ShellSession;

export class ShellHand {
  #sit: Sit | undefined;
  #waiting: (() => void)[] = [];

  /** A drawer is open, and its terminal there. The answer ends it. */
  lend(sit: Sit): () => void {
    this.#sit = sit;
    for (const resolve of this.#waiting.splice(0)) resolve();
    return () => {
      if (this.#sit === sit) this.#sit = undefined;
    };
  }

  /** A session at this host that can be typed into, as soon as there is one. */
  async sitAt(host: string): Promise<ShellSession> {
    while (!this.#sit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const session = this.#sit(host);
    await isOpen(session);
    return session;
  }
}

function isOpen(session: ShellSession): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!session.view().isOpen) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}
