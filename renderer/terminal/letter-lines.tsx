// An unfolded letter, line by line: each can be asked what it is, by click and by key. Counterpart:
// explain/letter-lines.ts. Rule: one line is reached by Tab, the arrow keys go on from there; the answer stands under the
// line and is spoken.

import { type KeyboardEvent, memo, useMemo, useState } from 'react';

import { explainLetterLine, letterLines } from '../explain/letter-lines.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { t } from '../text/t.ts';

export const LetterLines = memo(function LetterLines({ text }: { text: string }) {
  const lines = useMemo(() => letterLines(text).slice(0, SCREEN_LIMITS.letterLines), [text]);
  const [current, setCurrent] = useState(0);
  const [asked, setAsked] = useState<number>();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length };
    const step = steps[event.key];
    if (event.key === 'Escape' && asked !== undefined) setAsked(undefined);
    else if (step !== undefined) {
      const to = Math.max(0, Math.min(lines.length - 1, current + step));
      setCurrent(to);
      event.currentTarget.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="bulk__bytes" role="group" aria-label={t('bulk.lines')} onKeyDown={onKeyDown}>
      {lines.map(({ text: line }, index) => (
        <div key={index}>
          <button
            type="button"
            className="bulk__line"
            data-line={index}
            tabIndex={index === current ? 0 : -1}
            aria-expanded={index === asked}
            onClick={() => {
              setCurrent(index);
              setAsked(index === asked ? undefined : index);
            }}
          >
            {line === '' ? <span className="sr">{t('bulk.emptyLine')}</span> : line}
          </button>
          {index === asked && <Meaning line={lines[index]} />}
        </div>
      ))}
    </div>
  );
});

function Meaning({ line }: { line: ReturnType<typeof letterLines>[number] | undefined }) {
  if (!line) return null;
  const { meaning, rfc } = explainLetterLine(line);
  return (
    <p className="bulk__means" role="status">
      {meaning.map(({ key, params }) => t(key, params)).join(' ')} {rfc}
    </p>
  );
}
