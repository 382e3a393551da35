// Events that a timeline marks with a sign of their own: not a line, but the reason for many. Counterpart:
// renderer/timeline/ draws them, session/overview.ts counts them. Rule: one kind an event; what everybody's letters do
// all the time is no mark.

import type { LabEvent } from './events.ts';

/** The rarer stand first: where two would touch, the first is drawn. */
export const MARK_KINDS = ['clock', 'fault', 'setting', 'queue', 'report', 'route'] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

export function markOf({ type, data }: LabEvent): MarkKind | undefined {
  switch (type) {
    case 'clock.advanced':
    case 'clock.rated':
      return 'clock';
    case 'fault.set':
    case 'fault.cleared':
    case 'fault.struck':
      return 'fault';
    case 'config.changed':
    case 'zone.changed':
      return 'setting';
    case 'queue.operated':
      return 'queue';
    case 'dsn.decided':
      return data.told ? 'report' : undefined;
    case 'route.chosen':
    case 'route.failedOver':
      return 'route';
    default:
      return undefined;
  }
}
