// Virtual aliases: addresses that stand for others in the letter's own envelope, again and again until nothing is found.
// Counterpart: envelope.ts. Rule: pure and bounded; an address that stands for itself too ends its own way, and two
// that stand for each other are a mistake that the client hears of (Postfix: Alias expansion error).

import type { Tables } from '../../../contract/tables.ts';
import { addressKey } from '../../../mail/address.ts';
import { QUEUE_LIMITS } from '../../limits.ts';
import { applied, findRow } from './address-map.ts';

export interface VirtualStep {
  before: string;
  after: string[];
  entry: string;
}

/** What an address stands for at once; undefined when it is in no row, or when it stands for itself alone. */
export function virtualStep(address: string, table: Tables['virtual'], delimiter: string): VirtualStep | undefined {
  const row = findRow(table, address, delimiter);
  if (!row) return undefined;
  const after = row.value.map((target) => applied(target, address, row.extension));
  if (after.every((one) => addressKey(one) === addressKey(address))) return undefined;
  return { before: address, after, entry: row.entry };
}

/** Everybody it stands for in the end, and the steps there; undefined when that never ends. */
export function expandVirtual(
  address: string,
  table: Tables['virtual'],
  delimiter: string,
): { recipients: string[]; steps: VirtualStep[] } | undefined {
  const recipients: string[] = [];
  const steps: VirtualStep[] = [];
  const follow = (one: string, depth: number): boolean => {
    const step = virtualStep(one, table, delimiter);
    if (!step) {
      recipients.push(one);
      return recipients.length <= QUEUE_LIMITS.virtualRecipients;
    }
    if (depth >= QUEUE_LIMITS.aliasDepth) return false;
    steps.push(step);
    return step.after.every((next) => {
      if (addressKey(next) !== addressKey(one)) return follow(next, depth + 1);
      recipients.push(next);
      return true;
    });
  };
  return follow(address, 0) ? { recipients, steps } : undefined;
}
