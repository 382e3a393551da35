// An answer that a resolver remembers, beside the one that it would get now. Counterpart: cache.ts keeps them, `dns.cache`
// tells them. Rule: the name server is asked as over the network, so aliases, wildcards and published keys count too; but
// nothing goes over a wire, and no event is written.

import type { RememberedAnswer } from '../../contract/commands.ts';
import type { AnswerCache, Outcome } from './cache.ts';
import { writeQuery } from './query.ts';
import { TYPES } from './records.ts';
import { readReply } from './reply.ts';
import type { RecordType } from './resolver-types.ts';
import type { NameServer } from './server.ts';
import { frame } from './tcp-framing.ts';

const LENGTH_OCTETS = 2;

type Entry = ReturnType<AnswerCache['entries']>[number];

export function compare(
  { name, type, outcome, expires_ms }: Entry,
  server: NameServer,
): Omit<RememberedAnswer, 'host'> {
  const now = askDirectly(server, name, type);
  return {
    name,
    type,
    rcode: outcome.rcode,
    data: outcome.answers.map(({ data }) => data),
    until_ms: expires_ms,
    isOld: now === undefined || fingerprint(now) !== fingerprint(outcome),
  };
}

/** Over a stream, where no answer is cut short. */
function askDirectly(server: NameServer, name: string, type: RecordType): Outcome | undefined {
  const query = writeQuery(0, name, TYPES[type]);
  if (!query) return undefined;
  const stream = server.openStream();
  stream.push(frame(query));
  const reply = stream.next();
  return reply instanceof Uint8Array ? readReply(reply.subarray(LENGTH_OCTETS), query, name, type) : undefined;
}

/** Order and time to live don't make another answer. */
function fingerprint({ rcode, answers }: Outcome): string {
  const records = answers.map(({ name, type, data }) => `${name.toLowerCase()} ${type} ${data}`);
  return JSON.stringify([rcode, ...records.toSorted()]);
}
