// Text with line numbers beside it; a line with a problem has a mark. Counterpart: topology-sheet.tsx. Rule: a plain text
// field, so that the browser's own undo, search and screen reader work in it; Tab leaves it, as in every field.

import { type RefObject, useRef } from 'react';

import { t } from '../text/t.ts';
import type { TextProblem } from './judge.ts';

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  problems: readonly TextProblem[];
  describedBy: string;
  onChange: (text: string) => void;
}

export function SourceText({ area, text, problems, describedBy, onChange }: Props) {
  const numbers = useRef<HTMLDivElement>(null);
  const wrong = new Set(problems.map(({ at }) => at.line));
  const lines = text.split('\n').length;
  return (
    <div className="source-text">
      <div ref={numbers} className="source-text__numbers" aria-hidden="true">
        {Array.from({ length: lines }, (_, at) => at + 1).map((line) => (
          <span key={line} className={wrong.has(line) ? 'source-text__wrong' : undefined}>
            {wrong.has(line) ? `\u25b8${line}` : line}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        className="source-text__area"
        aria-label={t('topology.text')}
        aria-describedby={describedBy}
        aria-invalid={problems.length > 0}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
