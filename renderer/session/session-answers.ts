// What a session answers in an engine's place. Counterpart: session-source.ts, paged-source.ts. Rule: what would change it
// is refused; octets are read from the file when they are asked for.

import { cloneJson } from '../../contract/clone.ts';
import type { CommandInput, CommandName, CommandReply } from '../../contract/commands.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import type { SessionFile } from '../../contract/session/session-file.ts';
import type { Topology } from '../../contract/topology.ts';
import { toByteString } from '../../mail/bytes.ts';
import { CommandFailed, type LinkState } from '../source/source.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { type LetterParts, storedLetter } from './stored-letter.ts';

export type SessionAnswers = {
  [C in CommandName]?: (args: CommandInput<C>) => CommandReply[C] | Promise<CommandReply[C]>;
};

export async function answered<C extends CommandName>(
  answers: SessionAnswers,
  command: C,
  args: CommandInput<C>,
): Promise<CommandReply[C]> {
  const answer = answers[command];
  if (!answer) throw new CommandFailed({ problem: 'read only', detail: command });
  return answer(args);
}

export function sessionLink({ manifest }: SessionFile, file: string, isExact: boolean): LinkState {
  const { saved_ms } = manifest;
  return { name: 'session', file, isExact, ...(saved_ms === undefined ? {} : { saved_ms }) };
}

/** `parts`: what there is when a question comes. */
export function answersFrom(topology: Topology, parts: () => LetterParts): SessionAnswers {
  return {
    'lab.state': () => {
      const { state } = parts();
      return { seq: state.seq, run: state.run, state: cloneJson(state), hash: stateHash(state) };
    },
    'lab.settled': () => ({ seq: parts().state.seq }),
    'clock.get': () => ({ now_ms: parts().state.now_ms, seq: parts().state.seq, rate: 0 }),
    'config.get': () => ({ topology: parts().state.topology ?? topology }),
    'hold.list': () => ({ rules: [], held: [] }),
    'queue.list': ({ host } = {}) => ({
      items: Object.entries(parts().state.queues)
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
      letters: parts().state.mailboxes[mailboxName(address, folder)]?.letters ?? [],
    }),
    'store.read': async ({ address, folder, uid }) => {
      const bytes = await storedLetter(parts(), mailboxName(address, folder), uid);
      if (bytes === undefined) throw new CommandFailed({ problem: 'no such letter', detail: `${address} ${uid}` });
      return { bytes };
    },
    'bytes.read': async ({ ref }) => {
      const bytes = await parts().file.capture.read(ref);
      return { bytes: bytes === undefined ? '' : toByteString(bytes), expired: bytes === undefined };
    },
  };
}
