// Every table of a mail server as rows: how it is read from the host's settings and written back, and what its columns may
// hold. Counterpart: contract/topology.ts and contract/tables.ts, whose schemas judge each cell; table-editor.tsx. Rule: pure;
// Postfix's order: who may come in, what becomes of addresses, where the letter stays, what leaves.

import { z } from '../../contract/schema.ts';
import {
  accessKey,
  accessResult,
  address,
  addressPattern,
  aliasTarget,
  domainName,
  masqueradeDomain,
  network,
  relocatedText,
  srsDays,
  srsSecret,
  writtenRoute,
} from '../../contract/tables.ts';
import type { Host, Mta } from '../../contract/topology.ts';
import { readTargets } from '../../mail/alias-targets.ts';

export interface Row {
  key: string;
  /** What the key becomes, or stands for; empty in a table of one column. */
  result: string;
  /** A third column, where there is one. */
  also?: string;
}

export interface TableKind {
  /** Path in the host's settings, as `config.patch` has it. */
  path: string;
  read: (host: Host) => Row[];
  /** What stands at `path` for these rows; undefined: nothing. */
  write: (rows: readonly Row[], host: Host) => unknown;
  /** What the columns may hold; without `result`, the table is a list. */
  key: z.ZodType;
  result?: z.ZodType;
  also?: z.ZodType;
  /** The result is several things with commas between them. */
  isList?: true;
  /** The order of rows counts. */
  isOrdered?: true;
  /** There is one row, or none. */
  isSingle?: true;
  /** The key is an address or a domain of this server's own. */
  isOwn?: true;
}

type TableSettings = NonNullable<Mta['tables']>;
/** An address, a domain, `.parent.domain`, or `*` for all the rest (transport(5)). */
const routeKey = z
  .string()
  .regex(/^(?:\*|\.?[a-z0-9_.-]+|[^@\s]+@[a-z0-9_.-]+)$/, 'must be an address, a domain, .domain or *');

type PlainMap = 'senderCanonical' | 'recipientCanonical' | 'canonical' | 'generic';

const object = <T>(rows: readonly Row[], valueOf: (row: Row) => T): Record<string, T> | undefined =>
  rows.length === 0 ? undefined : Object.fromEntries(rows.map((row) => [row.key, valueOf(row)]));

/** Items between commas; a program keeps its own inside quotes. */
export const itemsOf = (text: string): string[] => readTargets(text, '').map((item) => item.replace(/@$/, ''));
const joined = (items: readonly string[]): string =>
  items.map((item) => (/[,"]/.test(item) ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : item)).join(', ');
const rowsOf = (map: Readonly<Record<string, string | readonly string[]>> = {}): Row[] =>
  Object.entries(map).map(([key, result]) => ({ key, result: typeof result === 'string' ? result : joined(result) }));

const plain = (name: PlainMap): TableKind => ({
  path: `/mta/tables/${name}`,
  key: addressPattern,
  result: addressPattern,
  read: ({ mta }) => rowsOf(mta?.tables?.[name]),
  write: (rows) => object(rows, ({ result }) => result),
});

/** Tables of a policy: a row written there switches it on. */
const access = (name: 'client' | 'helo' | 'sender' | 'recipient'): TableKind => ({
  path: '/policies/access',
  key: accessKey,
  result: accessResult,
  isOrdered: true,
  read: ({ policies }) => accessRows(policies['access']?.[name]),
  write: (rows, { policies }) => ({
    ...policies['access'],
    enabled: true,
    [name]: rows.map(({ key, result }) => ({ key, result })),
  }),
});

/** A policy's settings are anything until its own schema has seen them, which the screen doesn't have. */
function accessRows(table: unknown): Row[] {
  if (!Array.isArray(table)) return [];
  return table.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('key' in row) || !('result' in row)) return [];
    return [{ key: String(row.key), result: String(row.result) }];
  });
}

const names = (
  name: 'localDomains' | 'relayDomains' | 'trustedNetworks' | 'relayRecipients',
  key: z.ZodType,
): TableKind => ({
  path: `/mta/${name}`,
  key,
  read: ({ mta }) => (mta?.[name] ?? []).map((one) => ({ key: one, result: '' })),
  write: (rows) => rows.map((row) => row.key),
});

const masquerade: TableKind = {
  path: '/mta/tables/masquerade',
  key: z.union([masqueradeDomain, z.string().regex(/^[^@\s!]{1,63}@$/)], 'must be a domain, or user@'),
  result: z.enum(['hide', 'keep']),
  isOrdered: true,
  read: ({ mta }) => {
    const { domains = [], exceptions = [] } = mta?.tables?.masquerade ?? {};
    return [
      ...domains.map((domain) => ({ key: domain.replace(/^!/, ''), result: domain.startsWith('!') ? 'keep' : 'hide' })),
      ...exceptions.map((user) => ({ key: `${user}@`, result: 'keep' })),
    ];
  },
  write: (rows): TableSettings['masquerade'] => {
    const users = rows.filter(({ key }) => key.endsWith('@'));
    const domains = rows.filter((row) => !users.includes(row));
    if (domains.length === 0) return undefined;
    return {
      domains: domains.map(({ key, result }) => (result === 'keep' ? `!${key}` : key)),
      exceptions: users.map(({ key }) => key.slice(0, -1)),
    };
  },
};

const KINDS = {
  'access.client': access('client'),
  'access.helo': access('helo'),
  'access.sender': access('sender'),
  'access.recipient': access('recipient'),
  senderCanonical: plain('senderCanonical'),
  recipientCanonical: plain('recipientCanonical'),
  canonical: plain('canonical'),
  masquerade,
  alwaysBcc: {
    path: '/mta/tables/alwaysBcc',
    key: address,
    isSingle: true,
    read: ({ mta }) => (mta?.tables?.alwaysBcc === undefined ? [] : [{ key: mta.tables.alwaysBcc, result: '' }]),
    write: ([row]) => row?.key,
  },
  virtual: {
    path: '/mta/tables/virtual',
    key: addressPattern,
    result: addressPattern,
    isList: true,
    read: ({ mta }) => rowsOf(mta?.tables?.virtual),
    write: (rows) => object(rows, ({ result }) => itemsOf(result)),
  },
  relocated: {
    path: '/mta/tables/relocated',
    key: addressPattern,
    result: relocatedText,
    isOwn: true,
    read: ({ mta }) => rowsOf(mta?.tables?.relocated),
    write: (rows) => object(rows, ({ result }) => result),
  },
  aliases: {
    path: '/mta/aliases',
    key: address,
    result: aliasTarget,
    isList: true,
    isOwn: true,
    read: ({ mta }) => rowsOf(mta?.aliases),
    write: (rows) => object(rows, ({ result }) => itemsOf(result)),
  },
  lists: {
    path: '/mta/lists',
    key: address,
    result: address,
    also: address,
    isList: true,
    isOwn: true,
    read: ({ mta }) =>
      Object.entries(mta?.lists ?? {}).map(([key, { members, owner }]) => ({
        key,
        result: joined(members),
        also: owner,
      })),
    write: (rows, { mta }) =>
      // A list has a title and a footer too, which stay.
      object(rows, ({ key, result, also }) => ({ ...mta?.lists[key], members: itemsOf(result), owner: also })),
  },
  forwards: {
    path: '/mta/forwards',
    key: address,
    result: address,
    also: z.enum(['no', 'yes']),
    isList: true,
    isOwn: true,
    read: ({ mta }) =>
      Object.entries(mta?.forwards ?? {}).map(([key, { to, keepCopy }]) => ({
        ...{ key, result: joined(to), also: keepCopy ? 'yes' : 'no' },
      })),
    write: (rows) => object(rows, ({ result, also }) => ({ to: itemsOf(result), keepCopy: also === 'yes' })),
  },
  catchAll: {
    path: '/mta/catchAll',
    key: domainName,
    result: address,
    isOwn: true,
    read: ({ mta }) => rowsOf(mta?.catchAll),
    write: (rows) => object(rows, ({ result }) => result),
  },
  srs: {
    path: '/mta/srs',
    key: domainName,
    result: srsSecret,
    also: z
      .string()
      .regex(/^\d{1,3}$/, 'must be a number of days')
      .transform(Number)
      .pipe(srsDays),
    isSingle: true,
    read: ({ mta }) =>
      mta?.srs ? [{ key: mta.srs.domain, result: mta.srs.secret, also: String(mta.srs.maxAge_d) }] : [],
    write: ([row]) => row && { domain: row.key, secret: row.result, maxAge_d: Number(row.also) },
  },
  generic: plain('generic'),
  localDomains: names('localDomains', domainName),
  relayDomains: names('relayDomains', domainName),
  relayRecipients: names('relayRecipients', address),
  trustedNetworks: names('trustedNetworks', network),
  routes: {
    path: '/mta/routes',
    key: routeKey,
    result: writtenRoute,
    read: ({ mta }) =>
      Object.entries(mta?.routes ?? {}).map(([key, { to, port, mx, lmtp }]) => ({
        key,
        result: lmtp ? `lmtp:inet:${to}:${port}` : `${mx ? to : `[${to}]`}${port === 25 ? '' : `:${port}`}`,
      })),
    write: (rows) => object(rows, ({ result }) => result),
  },
} satisfies Record<string, TableKind>;

export type TableId = keyof typeof KINDS;

export const kindOf = (id: TableId): TableKind => KINDS[id];

/** An address goes through these, in this order. */
export const ADDRESS_TABLES: readonly TableId[] = [
  ...(['access.client', 'access.helo', 'access.sender', 'access.recipient'] as const),
  ...(['senderCanonical', 'recipientCanonical', 'canonical', 'masquerade', 'alwaysBcc'] as const),
  ...(['virtual', 'relocated', 'aliases', 'lists', 'forwards', 'catchAll', 'srs', 'generic'] as const),
];

/** These say where mail goes, and who may send it. */
export const ROUTE_TABLES: readonly TableId[] = [
  ...(['localDomains', 'relayDomains', 'relayRecipients', 'routes', 'trustedNetworks'] as const),
];
