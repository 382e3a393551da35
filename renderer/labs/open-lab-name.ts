// What the person calls the lab that is open. Counterpart: `labs.list` of the contract; app/header.tsx shows it. Rule: the
// list says it; nothing is kept beside the store.

import type { LabEntry } from '../../contract/commands.ts';

export function openLabName(labs: readonly LabEntry[]): string | undefined {
  return labs.find((lab) => lab.isOpen)?.name;
}
