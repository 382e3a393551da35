// What is wrong with a row as one types it. Counterpart: table-kinds.ts says what columns may hold; contract/ has the
// schemas. Rule: pure; what the engine would refuse is refused here, what would have no effect is a mistake.

import { check } from '../../contract/problems.ts';
import type { z } from '../../contract/schema.ts';
import type { Mta } from '../../contract/topology.ts';
import { addressKey, splitAddress } from '../../mail/address.ts';
import { type Finding, mistake, refused } from '../zone/finding.ts';
import { itemsOf, type Row, type TableKind } from './table-kinds.ts';

/** `others`: the other rows of the table. */
export function findingsOnRow(row: Row, kind: TableKind, others: readonly Row[], mta: Mta | undefined): Finding[] {
  const key = row.key.trim();
  const wrong = [
    cell('tables.bad.key', kind.key, key),
    ...resultCells(row.result.trim(), kind),
    ...(kind.also ? [cell('tables.bad.also', kind.also, row.also ?? '')] : []),
  ].filter((finding) => finding !== undefined);
  if (wrong.length > 0) return wrong;
  const isThere = others.some((other) => addressKey(other.key) === addressKey(key));
  if (isThere) return [kind.isOrdered ? mistake('tables.bad.later') : refused('tables.bad.twice', { key })];
  return [...foreign(key, kind, mta), ...ownEnd(key, row.result, kind)];
}

function resultCells(result: string, kind: TableKind): (Finding | undefined)[] {
  const { result: schema } = kind;
  if (!schema) return [];
  if (!kind.isList) return [cell('tables.bad.result', schema, result)];
  const items = itemsOf(result);
  return items.length === 0
    ? [refused('tables.bad.empty')]
    : items.map((item) => cell('tables.bad.result', schema, item));
}

function cell(key: 'tables.bad.key' | 'tables.bad.result' | 'tables.bad.also', schema: z.ZodType, text: string) {
  if (text === '') return refused('tables.bad.empty');
  const checked = check(schema, text);
  return checked.ok ? undefined : refused(key, { text, problem: checked.problems[0]?.message ?? '' });
}

/** A row for a domain that isn't this server's is never looked at. */
function foreign(key: string, { isOwn }: TableKind, mta: Mta | undefined): Finding[] {
  const domain = (splitAddress(key)?.domain ?? key.replace(/^@/, '')).toLowerCase();
  const own = [...(mta?.localDomains ?? []), ...(mta?.relayDomains ?? [])];
  return isOwn === true && !own.includes(domain) ? [mistake('tables.bad.foreign', { domain })] : [];
}

/** An address that stands for itself alone leads nowhere new. */
function ownEnd(key: string, result: string, kind: TableKind): Finding[] {
  const items = kind.result ? itemsOf(result) : [];
  const [only] = items;
  const isSame = items.length === 1 && only !== undefined && addressKey(only) === addressKey(key);
  return isSame ? [mistake('tables.bad.itself')] : [];
}
