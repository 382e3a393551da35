// How an address is looked up in a table, as canonical(5), virtual(5) and generic(5) have it: as it is, without its
// extension, then `@domain`. Counterpart: contract/tables.ts. Rule: pure; an extension that the table doesn't know is
// carried over to what the address becomes.

import { addressKey, splitAddress } from '../../../mail/address.ts';

type AddressMap<T> = Readonly<Record<string, T>>;

export interface Found<T> {
  /** The key that fitted. */
  entry: string;
  value: T;
  /** `+news`, when the key has none. */
  extension: string;
}

/** The row for an address; undefined when there is none. */
export function findRow<T>(map: AddressMap<T> | undefined, address: string, delimiter: string): Found<T> | undefined {
  const parts = map && splitAddress(addressKey(address));
  if (!parts) return undefined;
  const { localPart, domain } = parts;
  const at = delimiter === '' ? -1 : localPart.indexOf(delimiter);
  const tries = [
    { key: `${localPart}@${domain}`, extension: '' },
    ...(at > 0 ? [{ key: `${localPart.slice(0, at)}@${domain}`, extension: localPart.slice(at) }] : []),
    { key: `@${domain}`, extension: '' },
  ];
  const rows = Object.entries(map);
  for (const { key, extension } of tries) {
    const row = rows.find(([name]) => (name.startsWith('@') ? name.toLowerCase() : addressKey(name)) === key);
    if (row) return { entry: row[0], value: row[1], extension };
  }
  return undefined;
}

/** What a row makes of an address: `@domain` keeps who it is. */
export function applied(target: string, address: string, extension: string): string {
  const parts = splitAddress(target);
  if (!parts) return `${splitAddress(address)?.localPart ?? ''}${target}`;
  return `${parts.localPart}${extension}@${parts.domain}`;
}
