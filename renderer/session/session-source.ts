// A saved session as a source: its events come as if they happened now, its questions are answered from the file, and
// what would change it is refused. Counterpart: source/live.ts is the running lab, paged-source.ts a session of millions. Rule: no view knows the difference.

import type { CommandInput, CommandName, Dispatch } from '../../contract/commands.ts';
import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { Session } from '../../contract/session/read-session.ts';
import type { Source, SourceListener } from '../source/source.ts';
import { answered, answersFrom, type SessionAnswers, sessionLink } from './session-answers.ts';
import { SESSION_VIEW_LIMITS } from './limits.ts';

export class SessionSource implements Source {
  readonly #session: Session;
  readonly #name: string;
  readonly #nextFrame: (then: () => void) => void;
  readonly #answers: SessionAnswers;
  #disposed = false;

  constructor(session: Session, name: string, nextFrame: (then: () => void) => void) {
    this.#session = session;
    this.#name = name;
    this.#nextFrame = nextFrame;
    const { file, checkpoint, events, state } = session;
    const isData = (event: LabEvent): event is LabEventOf<'wire.bulk'> =>
      event.type === 'wire.bulk' && event.data.kind === 'mailData';
    const dataOf = (message: MessageId) =>
      events
        .filter((event) => event.message === message)
        .filter(isData)
        .map(({ host, data }) => ({ host, ref: data.ref }));
    this.#answers = answersFrom(checkpoint.topology, () => ({ file, state, dataOf }));
  }

  start(listener: SourceListener): void {
    const { events, file, isExact } = this.#session;
    listener.onLink(sessionLink(file, this.#name, isExact));
    let at = 0;
    const feed = () => {
      if (this.#disposed) return;
      listener.onEvents(events.slice(at, (at += SESSION_VIEW_LIMITS.eventsPerFrame)));
      if (at < events.length) this.#nextFrame(feed);
    };
    feed();
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    answered(this.#answers, command, args);

  restartEngine(): void {
    // There is none.
  }

  dispose(): void {
    this.#disposed = true;
  }
}
