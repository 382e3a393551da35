// A host's mail log as it is written, with a filter. Counterpart: `log.read`; the shell's `tail -f maillog` is the same
// file. Rule: the end is followed until the person looks at something else.

import { useEffect, useId, useRef, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { Host } from '../../contract/topology.ts';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { HOST_SHEET_LIMITS } from './limits.ts';
import { useHappenings } from './use-answer.ts';
import { useStillness } from './use-stillness.ts';

export function LogTab({ host: { name } }: { host: Host }) {
  const id = useId();
  const still = useStillness();
  const { lines, problem } = useLog(name);
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = filter.trim().toLowerCase();
  const found = wanted === '' ? lines : lines.filter((line) => line.text.toLowerCase().includes(wanted));
  const shown = found.slice(-HOST_SHEET_LIMITS.shownLines);
  const isFollowing = useRef(true);
  useEffect(() => {
    if (list.current && isFollowing.current) list.current.scrollTop = list.current.scrollHeight;
  }, [shown]);
  if (problem !== '') return <p className="host__still">{still ?? problem}</p>;
  return (
    <div className="host-log">
      <div className="field">
        <label htmlFor={id}>{t('host.filter')}</label>
        <input
          id={id}
          type="search"
          value={filter}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('host.filterExample')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="host-part__none">{t(lines.length === 0 ? 'host.emptyLog' : 'host.noLines')}</p>
      ) : (
        <div
          ref={list}
          className="host-log__lines mono"
          role="log"
          aria-live="off"
          aria-label={t('host.logOf', { host: name })}
          // What scrolls is reached by keyboard.
          tabIndex={0}
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
            isFollowing.current = scrollHeight - scrollTop - clientHeight < CLOSE_TO_END;
          }}
        >
          {shown.map(({ at, text }) => (
            <p key={at}>{text}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Pixels from the end that still count as being there. */
const CLOSE_TO_END = 24;

interface LogLine {
  /** Where it begins in the log. */
  at: number;
  text: string;
}

/** The log so far, asked for again whenever something has happened. */
function useLog(host: string): { lines: LogLine[]; problem: string } {
  const { source } = useBenchParts();
  const happened = useHappenings();
  const [log, setLog] = useState<{ lines: LogLine[] }>({ lines: [] });
  const [problem, setProblem] = useState('');
  const to = useRef<number>(undefined);
  useEffect(() => {
    let isWanted = true;
    const from = to.current;
    source.dispatch('log.read', { host, ...(from === undefined ? {} : { from }) }).then(
      (reply) => {
        if (!isWanted) return;
        to.current = reply.to;
        setProblem('');
        if (reply.from === from && reply.text === '') return;
        const lines = linesOf(reply.text, reply.from);
        setLog((before) => ({
          lines: [...(reply.from === from ? before.lines : []), ...lines].slice(-HOST_SHEET_LIMITS.logLines),
        }));
      },
      (error: unknown) => isWanted && setProblem(describeFailure(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [source, host, happened]);
  return { lines: log.lines, problem };
}

function linesOf(text: string, from: number): LogLine[] {
  let at = from;
  return text
    .split(/(?<=\n)/)
    .filter((line) => line !== '')
    .map((line) => {
      const one = { at, text: showLine(line) };
      at += line.length;
      return one;
    });
}
