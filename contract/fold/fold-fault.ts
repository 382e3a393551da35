// The rules that disturb the wire, as events tell them. Counterpart: contract/faults.ts; engine/internet/faults.ts counts
// alike. Rule: switching a rule on begins its count anew; a lab without rules has no list of them.

import type { LabEventOf } from '../events.ts';
import { type FaultState, isCounted } from '../faults.ts';
import type { LabState } from './state.ts';

export function foldFault(state: LabState, event: LabEventOf<'fault.set' | 'fault.cleared' | 'fault.struck'>): void {
  const faults = state.faults ?? [];
  const at = faults.findIndex(({ rule }) => rule.id === event.data.rule);
  switch (event.type) {
    case 'fault.set': {
      // A hold is a rule of its own kind, and the screen asks for those.
      if ('kind' in event.data.fault) return;
      const now: FaultState = { rule: event.data.fault, struck: event.data.fault.isOn ? 0 : (faults[at]?.struck ?? 0) };
      state.faults = at < 0 ? [...faults, now] : faults.with(at, now);
      return;
    }
    case 'fault.cleared':
      if (at < 0) return;
      if (faults.length === 1) delete state.faults;
      else state.faults = faults.toSpliced(at, 1);
      return;
    case 'fault.struck': {
      const known = faults[at];
      if (known && isCounted(event.data.deed)) state.faults = faults.with(at, { ...known, struck: known.struck + 1 });
    }
  }
}
