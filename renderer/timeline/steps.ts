// From one moment to the next: by line, by command of a client, by hop, by mark. Counterpart: timeline-controls.tsx and the keys.
// Rule: a step leads to the moment right after an event that somebody would point at.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { markOf } from '../../contract/marks.ts';
import type { History } from '../store/history.ts';

export type Stride = 'line' | 'command' | 'hop' | 'mark';
export const STRIDES: readonly Stride[] = ['line', 'command', 'hop', 'mark'];

const ENDS_STEP: Readonly<Record<Stride, (event: LabEvent) => boolean>> = {
  line: ({ type }) => type === 'wire.line' || type === 'wire.bulk' || type === 'tls.started',
  command: (event) => (event.type === 'wire.line' || event.type === 'wire.bulk') && event.data.from === 'client',
  /** A server has taken a letter over, put it into a mailbox, or put it off. */
  hop: ({ type }) =>
    type === 'smtp.data' || type === 'store.delivered' || type === 'queue.deferred' || type === 'queue.bounced',
  mark: (event) => markOf(event) !== undefined,
};

/** The moment one step on from `cursor` (undefined: now). Undefined: there is none but now. */
export function stepOn(history: History, cursor: Seq | undefined, stride: Stride): Seq | undefined {
  if (cursor === undefined) return undefined;
  for (let seq = cursor + 1; seq <= history.last; seq += 1) if (ends(history, seq, stride)) return seq;
  return undefined;
}

/** The moment one step back; the first there is when no step is left. */
export function stepBack(history: History, cursor: Seq | undefined, stride: Stride): Seq {
  for (let seq = (cursor ?? history.last) - 1; seq > history.first; seq -= 1) {
    if (ends(history, seq, stride)) return seq;
  }
  return history.first;
}

/** The last line at or before `seq`: what that moment is about. */
export function lineAt(history: History, seq: Seq): LabEvent | undefined {
  for (let at = seq; at >= history.first; at -= 1) {
    const event = history.event(at);
    if (event && ENDS_STEP.line(event)) return event;
  }
  return undefined;
}

/** Whether a step of this kind leads to the moment after `event`. */
export const endsStep = (event: LabEvent, stride: Stride): boolean => ENDS_STEP[stride](event);

function ends(history: History, seq: Seq, stride: Stride): boolean {
  const event = history.event(seq);
  return event !== undefined && ENDS_STEP[stride](event);
}
