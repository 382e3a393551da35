// The lines of a dialog: a log that a person walks by arrow keys, with what stands outside the window left out of the
// page. Counterpart: dialog-item.tsx draws a line. Rule: it announces nothing by itself (a thousand lines that pass are
// nobody's news; the explanation and the remarks are), so leaving lines out announces nothing either.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';

import { useInSight } from '../app/in-sight.ts';
import { useSlots } from '../app/slots.ts';
import { useBench } from '../app/use-bench.ts';
import type { Seq } from '../../contract/ids.ts';
import { DialogStrikes } from '../faults/dialog-strikes.tsx';
import { useFinding } from '../filter/use-finding.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { t } from '../text/t.ts';
import { showShortTime, showTime } from '../text/times.ts';
import { DialogItemView } from './dialog-item.tsx';
import { HeldLines } from './held-lines.tsx';
import { LetterRemarks, RemarksAt, RemarkSpoken, useRemarks } from './remarks.tsx';
import { usePointing } from './use-pointing.ts';

/** A line's height before it was laid out, and the least it may be. */
const LINE_PX = 20;
const LINE_REM = LINE_PX / 16;
/** As near to the end as counts as reading along. */
const PINNED_PX = 24;

interface Props {
  dialog: Dialog;
  title: string;
  pointed: Seq | undefined;
}

export function Transcript({ dialog, title, pointed }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { items } = dialog;
  const { point, leave } = usePointing(dialog.id);
  const { remarks, putAway } = useRemarks(dialog);
  const { seqs: found } = useFinding();
  const clockTimes = useBench((state) => state.clockTimes);
  const isPast = useBench((state) => state.cursor !== undefined);
  // What two people say is put on the page as it is: laid out by the browser, nothing measured.
  const isWhole = items.length <= SCREEN_LIMITS.wholeDialog;
  const slots = useSlots(isWhole ? items.map(({ seq }) => String(seq)) : [], isPast);
  /** The line that Tab reaches; the arrow keys move it. */
  const [current, setCurrent] = useState<Seq>();
  const wantsFocus = useRef(false);
  const at = Math.max(0, indexOf(items, current ?? pointed));

  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      // The line with the focus stays, wherever one scrolls.
      return shown.includes(at) || at >= range.count ? shown : [...shown, at].toSorted((one, other) => one - other);
    },
    [at],
  );
  const lines = useVirtualizer({
    enabled: !isWhole,
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => items[index]?.seq ?? index,
    overscan: SCREEN_LIMITS.overscan,
    rangeExtractor,
  });

  const scrollTo = useCallback(
    (index: number, align: 'center' | 'auto') => {
      const row = isWhole ? scroller.current?.querySelector(`[data-index="${index}"]`) : undefined;
      if (row) bringIntoView(row, align);
      else lines.scrollToIndex(index, { align });
    },
    [isWhole, lines],
  );

  useFollowing(scroller, dialog);
  // A line that is pointed at from elsewhere, or from under a new explanation, is brought into view; so it is where the
  // room gets smaller.
  const target = indexOf(items, pointed);
  useEffect(() => {
    const box = scroller.current;
    if (target < 0 || !box) return undefined;
    const room = new ResizeObserver(() => scrollTo(target, 'center'));
    room.observe(box);
    return () => room.disconnect();
  }, [scrollTo, target]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('.line__act[tabindex="0"]')?.focus({ preventScroll: true });
  }, [current]);

  const move = (to: number) => {
    const index = Math.min(Math.max(to, 0), items.length - 1);
    const item = items[index];
    if (!item) return;
    wantsFocus.current = true;
    setCurrent(item.seq);
    scrollTo(index, 'auto');
    // While an explanation is open, it walks along.
    if (pointed !== undefined) point(item.seq);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Escape' && pointed !== undefined) leave();
    else if ((event.key === 'Enter' || event.key === ' ') && isLine(event.target)) toggle(event.target);
    else return;
    event.preventDefault();
  };
  const toggle = (element: Element) => {
    const seq = seqAt(element);
    if (seq === undefined) return;
    setCurrent(seq);
    if (seq === pointed) leave();
    else point(seq);
  };
  const onClick = ({ target: clicked }: MouseEvent) => {
    // Who marks text wants to copy it.
    const isMarking = getSelection()?.isCollapsed === false;
    if (!isMarking && clicked instanceof Element && clicked.closest('.line__act')) toggle(clicked);
  };

  const line = (item: DialogItem, index: number) => (
    <>
      <DialogItemView
        item={item}
        time={timeOf(dialog, item, items[index - 1], clockTimes)}
        isPointed={item.seq === pointed}
        isFound={found.has(item.seq)}
        isCurrent={index === at}
      />
      {dialog.strikes.length > 0 && <DialogStrikes dialog={dialog} after={index} />}
      <RemarksAt item={item} remarks={remarks} onAway={putAway} />
      {dialog.person && item.kind === 'bulk' && item.content === 'mailData' && (
        <LetterRemarks key={item.seq} bulk={item} />
      )}
    </>
  );

  const inSight = useInSight(scroller, LINE_REM);
  return (
    <>
      <div
        ref={scroller}
        className={clockTimes ? 'dialog__scroll dialog__scroll--clock' : 'dialog__scroll'}
        role="log"
        aria-live="off"
        aria-label={t('dialog.lines', { title })}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {dialog.dropped > 0 && <p className="dialog__facts">{t('dialog.dropped', { count: dialog.dropped })}</p>}
        {items.length === 0 && <p className="dialog__facts">{t('dialog.waiting')}</p>}
        <DialogStrikes dialog={dialog} after={-1} />
        {isWhole ? (
          <div className="dialog__lines">
            {(pointed === undefined ? items.slice(0, inSight) : items).map((item, index) => (
              <div key={slots[index]} className="dialog__row" data-index={index} data-seq={item.seq}>
                {line(item, index)}
              </div>
            ))}
          </div>
        ) : (
          <div className="dialog__lines" style={{ height: lines.getTotalSize() }}>
            {lines.getVirtualItems().map(({ index, start, key }) => {
              const item = items[index];
              if (!item) return null;
              return (
                <div
                  key={key}
                  ref={lines.measureElement}
                  className="dialog__row dialog__row--placed"
                  data-index={index}
                  data-seq={item.seq}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {line(item, index)}
                </div>
              );
            })}
          </div>
        )}
        <HeldLines conn={dialog.id} />
      </div>
      {dialog.person && <RemarkSpoken key={dialog.id} remarks={remarks} />}
    </>
  );
}

/** In the middle only of its own log: the panels around it stay where they are. */
function bringIntoView(row: Element, align: 'center' | 'auto'): void {
  const box = row.closest('.dialog__scroll');
  if (align === 'auto' || !box) row.scrollIntoView({ block: 'nearest' });
  else {
    const { top, height } = row.getBoundingClientRect();
    box.scrollTop += top - box.getBoundingClientRect().top - (box.clientHeight - height) / 2;
  }
}

/** Where a person types, the log follows the last line, unless they scrolled away from it. */
function useFollowing(scroller: React.RefObject<HTMLDivElement | null>, dialog: Dialog): void {
  const count = dialog.items.length + dialog.dropped;
  const isFollowed = dialog.person && dialog.closed_us === undefined;
  const isPinned = useRef(true);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const note = () => {
      isPinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < PINNED_PX;
    };
    box.addEventListener('scroll', note, { passive: true });
    return () => box.removeEventListener('scroll', note);
  }, [scroller]);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !isFollowed) return undefined;
    // With the next frame, when the page is laid out anyway: asking for its height now would do it once more.
    const frame = requestAnimationFrame(() => {
      if (isPinned.current) box.scrollTop = box.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [scroller, isFollowed, count]);
}

function indexOf(items: readonly DialogItem[], seq: Seq | undefined): number {
  return seq === undefined ? -1 : items.findIndex((one) => one.seq === seq);
}

const isLine = (target: EventTarget): target is Element =>
  target instanceof Element && target.classList.contains('line__act') && target.tagName !== 'SUMMARY';

function seqAt(element: Element): Seq | undefined {
  const row = element.closest<HTMLElement>('[data-seq]');
  return row ? Number(row.dataset['seq']) : undefined;
}

/** Times stand at the first line of each turn: enough to read the pace, few enough to read past. */
function timeOf(
  dialog: Dialog,
  item: DialogItem,
  previous: DialogItem | undefined,
  clockTimes: boolean,
): string | undefined {
  const speaker = (one: DialogItem | undefined) => (one === undefined || one.kind === 'tls' ? undefined : one.from);
  if (item.kind !== 'tls' && speaker(item) === speaker(previous)) return undefined;
  const ms = (item.at_us - dialog.opened_us) / 1000;
  return clockTimes ? showTime(item.at_ms) : showShortTime(ms);
}
