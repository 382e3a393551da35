// An engine without a process: says what a test lets it say, and keeps what it is told.
// Counterpart: web/engine-process.ts EngineLink.

import type { EngineLink, EngineState, ToEngine } from '../../web/engine-process.ts';

export class FakeEngine implements EngineLink {
  state: EngineState = { engine: 'running', dir: '/lab' };
  readonly told: ToEngine[] = [];
  restarts = 0;
  onFrame: (screen: number, frame: string) => void = () => undefined;
  onState: (state: EngineState) => void = () => undefined;
  #waiting: (() => void)[] = [];

  post(message: ToEngine): void {
    this.told.push(message);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  restart(): void {
    this.restarts += 1;
    this.become({ engine: 'running', dir: '/lab' });
  }

  become(state: EngineState): void {
    this.state = state;
    this.onState(state);
  }

  /** Resolves when something told fits. */
  async heard(fits: (message: ToEngine) => boolean): Promise<ToEngine> {
    for (;;) {
      const found = this.told.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
