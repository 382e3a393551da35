// One source that shows the live lab or a session in its place. Counterpart: live.ts, session/session-source.ts.
// Rule: whoever was replaced is silent from that moment on; what is shown begins with its own `lab.opened`.

import type { CommandInput, CommandName, Dispatch } from '../../contract/commands.ts';
import type { Source, SourceListener } from './source.ts';

export class SwitchSource implements Source {
  readonly #live: () => Source;
  #listener: SourceListener | undefined;
  #shown: Source;

  /** `live` makes a source of the running lab; a new one hears it from the beginning. */
  constructor(live: () => Source) {
    this.#live = live;
    this.#shown = live();
  }

  start(listener: SourceListener): void {
    this.#listener = listener;
    this.#begin(this.#shown);
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    this.#shown.dispatch(command, args);

  restartEngine(): void {
    this.#shown.restartEngine();
  }

  dispose(): void {
    this.#listener = undefined;
    this.#shown.dispose();
  }

  /** Shows `source` in place of what is shown. */
  show(source: Source): void {
    const before = this.#shown;
    this.#shown = source;
    before.dispose();
    this.#begin(source);
  }

  showLive(): void {
    this.show(this.#live());
  }

  #begin(source: Source): void {
    const isShown = () => source === this.#shown;
    source.start({
      onEvents: (events) => {
        if (isShown()) this.#listener?.onEvents(events);
      },
      onLink: (link) => {
        if (isShown()) this.#listener?.onLink(link);
      },
      onBehind: (events) => {
        if (isShown()) this.#listener?.onBehind?.(events);
      },
    });
  }
}
