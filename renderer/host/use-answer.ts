// What the engine answers to a question of a sheet, and again when something has happened. Counterpart:
// contract/commands.ts. Rule: the last answer stays while the next one is asked for; a refusal is a sentence.

import { useEffect, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { CommandInput, CommandName, CommandReply } from '../../contract/commands.ts';
import { describeFailure } from '../inbox/failure.ts';
import { HOST_SHEET_LIMITS } from './limits.ts';

export interface Answer<C extends CommandName> {
  reply?: CommandReply[C];
  problem?: string;
}

/** `again`: asks once more when it changes. */
export function useAnswer<C extends CommandName>(command: C, args: CommandInput<C>, again: unknown): Answer<C> {
  const { source } = useBenchParts();
  const question = JSON.stringify(args);
  const [told, setTold] = useState<Answer<C> & { question?: string }>({});
  useEffect(() => {
    let isWanted = true;
    const tell = (answer: Answer<C>) => isWanted && setTold({ ...answer, question });
    source.dispatch(command, JSON.parse(question) as CommandInput<C>).then(
      (reply) => tell({ reply }),
      (error: unknown) => tell({ problem: describeFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [source, command, question, again]);
  // An answer to another question is none.
  return told.question === question ? told : {};
}

/** Counts up when something happened in the lab, but not more often than anybody reads. */
export function useHappenings(): number {
  const { store } = useBenchParts();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let timer: number | undefined;
    const stop = store.subscribe(({ live }, last) => {
      if (live === last.live || timer !== undefined) return;
      timer = window.setTimeout(() => {
        timer = undefined;
        setCount((before) => before + 1);
      }, HOST_SHEET_LIMITS.again_ms);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return count;
}
