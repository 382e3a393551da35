// is:refused, is:changed and the like: what is true of a line without being written in it.

import type { FilterKey, FilterTest } from '../key.ts';

/** A server's no, in any of the protocols; a line with nothing but a code is one too. */
const REFUSAL = /^(?:[45]\d\d(?:[ -]|$)|-ERR\b|\S+ (?:NO|BAD)\b)/;

const KINDS: Readonly<Record<string, FilterTest>> = {
  client: ({ from }) => from === 'client',
  server: ({ from }) => from === 'server',
  refused: ({ from, text }) => from === 'server' && REFUSAL.test(text),
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
