// Which tables a host has, as rows of a key and a result. Counterpart: tables-tab.tsx shows them. Rule: pure; Postfix's
// order: who may come in, what becomes of addresses, where the letter stays, what leaves.

import type { Host } from '../../contract/topology.ts';

export type TableId = (typeof TABLE_IDS)[number];

const TABLE_IDS = [
  ...(['access.client', 'access.helo', 'access.sender', 'access.recipient'] as const),
  ...(['senderCanonical', 'recipientCanonical', 'canonical', 'masquerade', 'alwaysBcc'] as const),
  ...(['virtual', 'relocated', 'aliases', 'lists', 'forwards', 'catchAll', 'generic'] as const),
] as const;

interface Row {
  key: string;
  result: string;
}

export interface ShownTable {
  id: TableId;
  rows: Row[];
}

/** Those that have something in them. */
export function tablesOf({ mta, policies }: Host): ShownTable[] {
  if (!mta) return [];
  const { tables = {}, aliases, lists, forwards, catchAll } = mta;
  const access = policies['access']?.['enabled'] === true ? policies['access'] : {};
  const rows: Record<TableId, Row[]> = {
    'access.client': accessRows(access['client']),
    'access.helo': accessRows(access['helo']),
    'access.sender': accessRows(access['sender']),
    'access.recipient': accessRows(access['recipient']),
    senderCanonical: mapRows(tables.senderCanonical),
    recipientCanonical: mapRows(tables.recipientCanonical),
    canonical: mapRows(tables.canonical),
    masquerade: masqueradeRows(tables.masquerade),
    alwaysBcc: tables.alwaysBcc === undefined ? [] : [{ key: '*', result: tables.alwaysBcc }],
    virtual: mapRows(tables.virtual),
    relocated: mapRows(tables.relocated),
    aliases: mapRows(aliases),
    lists: Object.entries(lists).map(([key, { members }]) => ({ key, result: members.join(', ') })),
    forwards: Object.entries(forwards).map(([key, { to, keepCopy }]) => ({
      key,
      result: [...(keepCopy ? [`\\${key}`] : []), ...to].join(', '),
    })),
    catchAll: mapRows(catchAll),
    generic: mapRows(tables.generic),
  };
  return TABLE_IDS.map((id) => ({ id, rows: rows[id] })).filter((table) => table.rows.length > 0);
}

function mapRows(map: Readonly<Record<string, string | readonly string[]>> = {}): Row[] {
  return Object.entries(map).map(([key, result]) => ({ key, result: [result].flat().join(', ') }));
}

/** A policy's settings are anything until its own schema has seen them, which the screen doesn't have. */
function accessRows(table: unknown): Row[] {
  if (!Array.isArray(table)) return [];
  return table.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('key' in row) || !('result' in row)) return [];
    return [{ key: String(row.key), result: String(row.result) }];
  });
}

function masqueradeRows(masquerade: NonNullable<NonNullable<Host['mta']>['tables']>['masquerade']): Row[] {
  if (!masquerade) return [];
  const { domains, exceptions } = masquerade;
  return [
    ...domains.map((domain) => ({
      key: `*.${domain.replace(/^!/, '')}`,
      result: domain.startsWith('!') ? '=' : domain,
    })),
    ...exceptions.map((user) => ({ key: `${user}@`, result: '=' })),
  ];
}
