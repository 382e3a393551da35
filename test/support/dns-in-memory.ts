// A DNS that is a list of records, asked in both ways: by our evaluations, which yield questions, and by a library that
// wants node:dns. Rule: both see the same records.

import type { Asking, DnsAnswer, DnsQuestion } from '../../mail/dns/asking.ts';

/** By name, then by type; a text is one string. */
export type Records = Readonly<Record<string, Readonly<Partial<Record<DnsQuestion['type'], readonly string[]>>>>>;

/** Runs an evaluation to its end. */
export function evaluate<T>(evaluation: Asking<T>, records: Records): T {
  let step = evaluation.next();
  while (step.done !== true) step = evaluation.next(answer(records, step.value));
  return step.value;
}

function answer(records: Records, { name, type }: DnsQuestion): DnsAnswer {
  const data = records[name.toLowerCase()]?.[type] ?? [];
  if (data.length > 0) return { status: 'found', data: [...data] };
  return { status: 'void', data: [], noSuchName: !exists(records, name.toLowerCase()) };
}

/** A name exists when it has records, or a name below it has (RFC 8020). */
function exists(records: Records, name: string): boolean {
  return Object.keys(records).some((known) => known === name || known.endsWith(`.${name}`));
}

/** The same as `dns.promises.resolve`. */
export function nodeResolver(records: Records) {
  return (asked: string, type: string): Promise<unknown> => {
    const name = asked.toLowerCase().replace(/\.$/, '');
    const data = records[name]?.[type as DnsQuestion['type']] ?? [];
    if (data.length === 0) {
      const code = exists(records, name) ? 'ENODATA' : 'ENOTFOUND';
      return Promise.reject(Object.assign(new Error(`${name} ${code}`), { code }));
    }
    if (type === 'TXT') return Promise.resolve(data.map((text) => [text]));
    if (type === 'MX') return Promise.resolve(data.map((exchange, at) => ({ exchange, priority: at * 10 })));
    return Promise.resolve([...data]);
  };
}
