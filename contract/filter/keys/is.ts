// is:refused, is:changed and the like: what is true of a line without being written in it.

import type { FilterKey, FilterTest } from '../key.ts';

const KINDS: Readonly<Record<string, FilterTest>> = {
  client: ({ from }) => from === 'client',
  server: ({ from }) => from === 'server',
  refused: ({ isRefusal }) => isRefusal,
  tls: ({ tls }) => tls,
  plain: ({ tls }) => !tls,
  person: ({ byPerson }) => byPerson,
  changed: ({ changed }) => changed,
  held: ({ held }) => held,
};

export const is: FilterKey = {
  key: 'is',
  values: Object.keys(KINDS),
  test: (value) => (Object.hasOwn(KINDS, value.toLowerCase()) ? KINDS[value.toLowerCase()] : undefined),
};
