// host:mx1, the client or the server; from:mx1, who says the line; to:mx1, who hears it.

import type { FilterKey, FilterTest } from '../key.ts';
import type { FilterSubject } from '../subject.ts';

/** A host's full name, or as many of its first labels as were typed. */
const isCalled = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}.`);

function hostTest(value: string, namesOf: (subject: FilterSubject) => readonly string[]): FilterTest | undefined {
  const wanted = value.toLowerCase().replace(/\.$/, '');
  if (!/^[a-z0-9._-]+$/.test(wanted)) return undefined;
  return (subject) => namesOf(subject).some((name) => isCalled(name, wanted));
}

const speaker = ({ from, client, server }: FilterSubject) => (from === 'client' ? client : server);
const hearer = ({ from, client, server }: FilterSubject) => (from === 'client' ? server : client);

export const host: FilterKey = {
  key: 'host',
  values: [],
  test: (value) => hostTest(value, ({ client, server }) => [client, server]),
};

export const from: FilterKey = { key: 'from', values: [], test: (value) => hostTest(value, (one) => [speaker(one)]) };

export const to: FilterKey = { key: 'to', values: [], test: (value) => hostTest(value, (one) => [hearer(one)]) };
