// A session of millions as a source: page-turner.ts shows its moments, its questions are answered from the file. Counterpart:
// session-source.ts is a session that is held whole. Rule: letters are those of the moment that is shown; octets are read
// when they are asked for.

import type { CommandInput, CommandName, Dispatch } from '../../contract/commands.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { SessionFile } from '../../contract/session/session-file.ts';
import type { Topology } from '../../contract/topology.ts';
import type { Source, SourceListener } from '../source/source.ts';
import type { Moment } from '../store/moment.ts';
import { answered, answersFrom, type SessionAnswers, sessionLink } from './session-answers.ts';

export interface PagedSourceParts {
  file: SessionFile;
  name: string;
  topology: Topology;
  isExact: boolean;
  moment: () => Moment;
}

export class PagedSource implements Source {
  readonly #parts: PagedSourceParts;
  readonly #answers: SessionAnswers;

  constructor(parts: PagedSourceParts) {
    this.#parts = parts;
    const { file, topology, moment } = parts;
    this.#answers = answersFrom(topology, () => {
      const { lab, dialogs } = moment();
      return { file, state: lab, dataOf: (message) => dataIn(dialogs, message) };
    });
  }

  start(listener: SourceListener): void {
    const { file, name, isExact } = this.#parts;
    listener.onLink(sessionLink(file, name, isExact));
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    answered(this.#answers, command, args);

  restartEngine(): void {
    // There is none.
  }

  dispose(): void {
    // Nothing is under way.
  }
}

/** The letter's octets in the dialogs that are known at the moment. */
function dataIn({ byId }: Moment['dialogs'], message: MessageId) {
  return [...byId.values()]
    .filter(({ messages }) => messages.includes(message))
    .flatMap(({ server, items }) =>
      items.flatMap((item) =>
        item.kind === 'bulk' && item.content === 'mailData' ? [{ host: server.host, ref: item.ref }] : [],
      ),
    );
}
