// The access tables of a host, as access(5) has them: under which keys a client, its greeting and the envelope are
// looked up, and what a row says is to be done. Counterpart: access.ts decides by it. Rule: pure; the keys go from the
// narrowest to the widest, so a row for one address is an exception to its domain's, and `*` stands for all the rest.

import { addressKey, splitAddress } from '../../mail/address.ts';

/** A row: a key, and what to do, in the words of access(5). */
export interface AccessRow {
  key: string;
  result: string;
}

/** The row that fitted, and where it stands in its table (from 1). */
export interface AccessMatch {
  key: string;
  row: number;
  action: AccessAction;
}

export type AccessAction =
  | { kind: 'ok' | 'relay' | 'dunno' }
  | { kind: 'discard' | 'hold'; text: string }
  | { kind: 'refuse'; code: number; enhanced: string; text: string };

const DENIED = 'Access denied';

/** The first key that is in the table decides. */
export function lookUpAccess(table: readonly AccessRow[], keys: readonly string[]): AccessMatch | undefined {
  for (const key of keys) {
    const at = table.findIndex((row) => row.key.toLowerCase() === key);
    const row = table[at];
    if (row) return { key: row.key, row: at + 1, action: actionOf(row.result) };
  }
  return undefined;
}

function actionOf(result: string): AccessAction {
  const [word = '', ...rest] = result.split(' ');
  const text = rest.join(' ');
  switch (word) {
    case 'OK':
      return { kind: 'ok' };
    case 'RELAY':
      return { kind: 'relay' };
    case 'DUNNO':
      return { kind: 'dunno' };
    case 'DISCARD':
    case 'HOLD':
      return { kind: word === 'HOLD' ? 'hold' : 'discard', text: text || `triggers ${word} action` };
    case 'REJECT':
      return { kind: 'refuse', code: 554, enhanced: '5.7.1', text: text || DENIED };
    case 'DEFER':
      return { kind: 'refuse', code: 450, enhanced: '4.7.1', text: text || DENIED };
    default: {
      const [, enhanced = `${word.charAt(0)}.7.1`, said = ''] = /^([45](?:\.\d+){2})?\s*(.*)$/.exec(text) ?? [];
      return { kind: 'refuse', code: Number(word), enhanced, text: said || DENIED };
    }
  }
}

/** Name, its parent domains, address, its networks by whole octets. */
export function clientKeys(address: string, name: string | undefined): string[] {
  const octets = address.split('.');
  const networks = octets.map((_octet, dropped) => octets.slice(0, octets.length - dropped).join('.'));
  return [...nameKeys(name ?? 'unknown'), ...networks, '*'];
}

export function heloKeys(helo: string): string[] {
  return [...nameKeys(helo), '*'];
}

/** Address, address without its extension, domain and its parents, `user@`; `<>` is nobody. */
export function addressKeys(address: string): string[] {
  if (address === '') return ['<>', '*'];
  const parts = splitAddress(addressKey(address));
  if (!parts) return [addressKey(address), '*'];
  const { localPart, domain } = parts;
  const plus = localPart.indexOf('+');
  const locals = plus > 0 ? [localPart, localPart.slice(0, plus)] : [localPart];
  return [
    ...locals.map((local) => `${local}@${domain}`),
    ...nameKeys(domain),
    ...locals.map((local) => `${local}@`),
    '*',
  ];
}

/** `mx.a.example`, `a.example`, `.a.example`, `example`, `.example`: a parent stands for what is below it. */
function nameKeys(name: string): string[] {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  return labels.flatMap((_label, at) => {
    const parent = labels.slice(at).join('.');
    return at === 0 ? [parent] : [parent, `.${parent}`];
  });
}
