// Stands where the engine would, when only a saved session is to be shown. Counterpart: engine-process.ts.
// Rule: it says so, once to every screen, and hears nothing.

import type { EngineLink, EngineState } from './engine-process.ts';

export class NoEngine implements EngineLink {
  readonly state: EngineState;
  onFrame: (screen: number, frame: string) => void = () => undefined;
  onState: (state: EngineState) => void = () => undefined;

  /** `session`: the name of the file that the server has for the screens. */
  constructor(session: string) {
    this.state = { engine: 'none', session };
  }

  post(): void {
    // Nobody listens.
  }

  restart(): void {
    // There is none to start.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
