// What a mail server makes of one address, step by step and in Postfix's order: standard form, the canonical map for
// senders or recipients, the canonical map for both, masquerading. Counterpart: envelope.ts and header.ts do it to a
// letter, address-test.ts shows it. Rule: pure; a step that changes nothing isn't one.

import type { Tables } from '../../../contract/tables.ts';
import { splitAddress } from '../../../mail/address.ts';
import { applied, findRow } from './address-map.ts';

export interface Step {
  step: 'standard form' | 'sender canonical' | 'recipient canonical' | 'canonical' | 'masquerade' | 'generic';
  before: string;
  after: string;
  entry?: string;
}

/** `envelope recipient`s aren't masqueraded, as in Postfix: mail for a host of ours must still find it. */
export type Role = 'sender' | 'recipient' | 'envelope recipient';

export interface RewriteSettings {
  tables: Tables;
  delimiter: string;
  /** Domain for addresses without one; absent: they stay as they are. */
  origin?: string | undefined;
}

/** The steps that change an address; the last one's `after` is what it becomes. */
export function stepsFor(address: string, role: Role, { tables, delimiter, origin }: RewriteSettings): Step[] {
  const steps: Step[] = [];
  let current = address;
  const note = (step: Step['step'], after: string | undefined, entry?: string): void => {
    if (after === undefined || after === current) return;
    steps.push({ step, before: current, after, ...(entry === undefined ? {} : { entry }) });
    current = after;
  };
  const map = (step: Step['step'], table: Tables['canonical']): void => {
    const row = findRow(table, current, delimiter);
    if (row) note(step, applied(row.value, current, row.extension), row.entry);
  };
  // The null sender is nobody, whatever a table says.
  if (address === '') return [];
  if (origin !== undefined && isUnqualified(current)) note('standard form', `${current}@${origin}`);
  if (role === 'sender') map('sender canonical', tables.senderCanonical);
  else map('recipient canonical', tables.recipientCanonical);
  map('canonical', tables.canonical);
  if (role !== 'envelope recipient') note('masquerade', ...masqueraded(current, tables.masquerade));
  return steps;
}

/** What leaves over SMTP. */
export function genericSteps(address: string, { tables, delimiter }: RewriteSettings): Step[] {
  const row = findRow(tables.generic, address, delimiter);
  const after = row && applied(row.value, address, row.extension);
  if (!row || after === undefined || after === address) return [];
  return [{ step: 'generic', before: address, after, entry: row.entry }];
}

/** What the steps make of it. */
export function resultOf(address: string, steps: readonly Step[]): string {
  return steps.at(-1)?.after ?? address;
}

/** A name alone; an address that is cut short in another way is nobody's to mend. */
function isUnqualified(address: string): boolean {
  return /^[^@\s"<>()[\]:;,\\]+$/.test(address);
}

/** The first domain of the list that is a parent decides; `!domain` leaves what is below it alone. */
function masqueraded(address: string, masquerade: Tables['masquerade']): [string | undefined, string?] {
  const parts = masquerade && splitAddress(address);
  if (!parts || masquerade.exceptions.some((user) => user.toLowerCase() === parts.localPart.toLowerCase())) {
    return [undefined];
  }
  const domain = parts.domain.toLowerCase();
  const entry = masquerade.domains.find((one) => {
    const bare = one.replace(/^!/, '');
    return domain === bare || domain.endsWith(`.${bare}`);
  });
  return entry === undefined || entry.startsWith('!') ? [undefined] : [`${parts.localPart}@${entry}`, entry];
}
