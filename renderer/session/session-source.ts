// A saved session as a source: its events come as if they happened now, its questions are answered from the file, and
// what would change it is refused. Counterpart: source/live.ts is the running lab. Rule: no view knows the difference.

import type { CommandInput, CommandName, CommandReply, Dispatch } from '../../contract/commands.ts';
import { cloneJson } from '../../contract/clone.ts';
import type { Session } from '../../contract/session/read-session.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { CommandFailed, type Source, type SourceListener } from '../source/source.ts';
import { SESSION_VIEW_LIMITS } from './limits.ts';
import { capturedBytes, storedLetter } from './stored-letter.ts';

type Answers = { [C in CommandName]?: (args: CommandInput<C>) => CommandReply[C] };

export class SessionSource implements Source {
  readonly #session: Session;
  readonly #file: string;
  readonly #nextFrame: (then: () => void) => void;
  readonly #answers: Answers;
  #disposed = false;

  constructor(session: Session, file: string, nextFrame: (then: () => void) => void) {
    this.#session = session;
    this.#file = file;
    this.#nextFrame = nextFrame;
    this.#answers = answersFrom(session);
  }

  start(listener: SourceListener): void {
    const { events, manifest, isExact } = this.#session;
    const { saved_ms } = manifest;
    const savedAt = saved_ms === undefined ? {} : { saved_ms };
    listener.onLink({ name: 'session', file: this.#file, isExact, ...savedAt });
    let at = 0;
    const feed = () => {
      if (this.#disposed) return;
      listener.onEvents(events.slice(at, (at += SESSION_VIEW_LIMITS.eventsPerFrame)));
      if (at < events.length) this.#nextFrame(feed);
    };
    feed();
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    new Promise<CommandReply[C]>((resolve, reject) => {
      const answer = this.#answers[command];
      if (answer) resolve(answer(args));
      else reject(new CommandFailed({ problem: 'read only', detail: command }));
    });

  restartEngine(): void {
    // There is none.
  }

  dispose(): void {
    this.#disposed = true;
  }
}

function answersFrom(session: Session): Answers {
  const { state } = session;
  return {
    'lab.state': () => ({ seq: state.seq, run: state.run, state: cloneJson(state), hash: stateHash(state) }),
    'lab.settled': () => ({ seq: state.seq }),
    'clock.get': () => ({ now_ms: state.now_ms, seq: state.seq, rate: 0 }),
    'config.get': () => ({ topology: state.topology ?? session.checkpoint.topology }),
    'hold.list': () => ({ rules: [], held: [] }),
    'queue.list': ({ host } = {}) => ({
      items: Object.entries(state.queues)
        .filter(([name]) => host === undefined || name === host)
        .flatMap(([name, queue]) =>
          Object.entries(queue).map(([queueId, { lastReply, next_ms, ...item }]) => ({
            host: name,
            queueId,
            ...item,
            ...(next_ms === undefined ? {} : { next_ms }),
            ...(lastReply === undefined ? {} : { lastReply: `${lastReply.code} ${lastReply.text}` }),
          })),
        ),
    }),
    'store.list': ({ address, folder }) => ({
      letters: state.mailboxes[mailboxName(address, folder)]?.letters ?? [],
    }),
    'store.read': ({ address, folder, uid }) => {
      const bytes = storedLetter(session, mailboxName(address, folder), uid);
      if (bytes === undefined) throw new CommandFailed({ problem: 'no such letter', detail: `${address} ${uid}` });
      return { bytes };
    },
    'bytes.read': ({ ref }) => {
      const bytes = capturedBytes(session, ref.at, ref.length);
      return { bytes: bytes ?? '', expired: bytes === undefined };
    },
  };
}
