// One user's mailbox as its IMAP server tells it, while it is looked at. Counterpart: `inbox.*` of the contract. Rule:
// the connection is opened by the first question and closed when the place is left; new mail asks again by itself; one
// question at a time, however fast letters come.

import { useCallback, useEffect, useRef, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { InboxLetter } from '../../contract/commands.ts';
import { describeFailure } from './failure.ts';

export interface Inbox {
  /** Undefined until the server has answered. */
  letters: readonly InboxLetter[] | undefined;
  /** The connection, for who wants to see it. */
  conn: string;
  failure: string;
  isAsking: boolean;
  refresh: () => void;
  /** Does something to the mailbox, then asks what it looks like. */
  change: (work: () => Promise<unknown>) => Promise<void>;
}

export function useInbox(address: string): Inbox {
  const { source } = useBenchParts();
  const [letters, setLetters] = useState<readonly InboxLetter[]>();
  const [conn, setConn] = useState('');
  const [failure, setFailure] = useState('');
  const [isAsking, setAsking] = useState(false);
  const asking = useRef({ isOn: false, isWanted: false, isGone: false });
  // Deliveries change the total; what the server says is asked of the server.
  const total = useBench((state) => state.live.lab.mailboxes[address]?.total ?? 0);
  const run = useBench((state) => state.live.lab.run);
  const isLive = useBench((state) => state.link.name === 'live');

  const refresh = useCallback(() => {
    const state = asking.current;
    state.isWanted = true;
    if (state.isOn || state.isGone) return;
    state.isOn = true;
    setAsking(true);
    const ask = async () => {
      while (state.isWanted && !state.isGone) {
        state.isWanted = false;
        const answer = await source.dispatch('inbox.list', { address });
        if (state.isGone) return;
        setLetters(answer.letters);
        setConn(answer.conn);
        setFailure('');
      }
    };
    ask()
      .catch((error: unknown) => setFailure(describeFailure(error)))
      .finally(() => {
        state.isOn = false;
        setAsking(false);
      });
  }, [source, address]);

  useEffect(() => {
    const state = { isOn: false, isWanted: false, isGone: false };
    asking.current = state;
    return () => {
      state.isGone = true;
      // Nobody looks any more: the mail program logs out.
      void source.dispatch('inbox.close', { address }).catch(() => undefined);
    };
  }, [source, address]);

  useEffect(() => {
    if (isLive) refresh();
  }, [refresh, isLive, total, run]);

  const change = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        setFailure(describeFailure(error));
      }
      refresh();
    },
    [refresh],
  );
  return { letters, conn, failure, isAsking, refresh, change };
}
