// The trust line: from here down, anyone could have written it. Moved by its keys, by dragging it, or by answering whose
// servers one trusts. Counterpart: trust.ts says where it may stand. Rule: it stands between two servers' lines only.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showList } from '../text/times.ts';
import type { TrustAnswer } from './trust.ts';

interface Props {
  /** The hosts that wrote the header, from the reader's end. */
  writers: readonly string[];
  /** What people call one of them; a host by its first label. */
  nameOf?: (writer: string) => string;
  /** How many of them are believed. */
  trusted: number;
  onMove: (trusted: number) => void;
}

export function TrustLine({ writers, nameOf = shortName, trusted, onMove }: Props) {
  const isHeld = useRef(false);
  const believed = writers.slice(0, trusted).map(nameOf);
  const text = t(trusted < writers.length ? 'trust.below' : 'trust.all');
  const value = `${believed.length === 0 ? t('trust.none') : t('trust.believed', { hosts: showList(believed) })} ${text}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: trusted + 1,
      ArrowRight: trusted + 1,
      ArrowUp: trusted - 1,
      ArrowLeft: trusted - 1,
      Home: 0,
      End: writers.length,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onMove(Math.min(Math.max(to, 0), writers.length));
  };
  const onPointerMove = ({ currentTarget, clientY }: PointerEvent<HTMLDivElement>) => {
    if (isHeld.current) onMove(nearest(currentTarget, writers, clientY));
  };
  return (
    <div
      className="trust-line"
      role="slider"
      tabIndex={0}
      aria-label={t('trust.line')}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={writers.length}
      aria-valuenow={trusted}
      aria-valuetext={value}
      title={t('trust.move')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isHeld.current = false;
      }}
    >
      <span>{text}</span>
    </div>
  );
}

/** How many writers stand above a height of the page, taking the nearest gap between two of them. */
function nearest(line: HTMLElement, writers: readonly string[], y: number): number {
  const rows = [...(line.parentElement?.querySelectorAll<HTMLElement>('li[data-writer]') ?? [])];
  const tops = writers.map((host) => {
    const at = rows.findIndex((row) => row.dataset['writer'] === host);
    return rows[at]?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
  });
  tops.push(rows.at(-1)?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY);
  let best = 0;
  tops.forEach((top, index) => {
    if (Math.abs(top - y) < Math.abs((tops[best] ?? top) - y)) best = index;
  });
  return best;
}

interface QuestionProps {
  answers: readonly TrustAnswer[];
  trusted: number;
  onAnswer: (trusted: number) => void;
}

/** The same, asked in words. */
export function TrustQuestion({ answers, trusted, onAnswer }: QuestionProps) {
  const isAnswer = answers.some((one) => one.trusted === trusted);
  return (
    <label className="trust-question">
      {t('trust.question')}
      <select value={trusted} onChange={(event) => onAnswer(Number(event.target.value))}>
        {answers.map(({ trusted: count, organisations }) => (
          <option key={count} value={count}>
            {organisations.length === 0 ? t('trust.nobodys') : t('trust.of', { names: showList(organisations) })}
          </option>
        ))}
        {!isAnswer && <option value={trusted}>{t('trust.some', { count: trusted })}</option>}
      </select>
    </label>
  );
}
