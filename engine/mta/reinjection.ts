// A letter put through its server again from the start (`postsuper -r`): a new entry with a new id, so that
// tables that were mended since then apply. Counterpart: queue-operator.ts. Rule: it keeps its age, and gets a
// Received field, as Postfix's pickup adds one.

import { headerLength, splitMessage } from '../../mail/fields.ts';
import { formatDate } from '../../mail/date.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Origin } from './origin.ts';
import { HeaderHistory } from './provenance.ts';
import { newEntry, type QueueEntry } from './queue-entry.ts';

/** The new id, or undefined when the disk doesn't take it. */
export async function reinject(origin: Origin, entry: QueueEntry, octets: Uint8Array): Promise<string | undefined> {
  const queueId = origin.newQueueId();
  const scope = origin.scopeOf(entry.message, queueId);
  const known = origin.ledger.get(origin.host, entry.queueId);
  const { fields } = splitMessage(toByteString(octets.subarray(0, headerLength(octets))));
  const before = fields.map((field, at) => known[at] ?? { id: entry.fields[at] ?? origin.newField(), raw: field.raw });
  const header = new HeaderHistory(origin.newField, before);
  const date = formatDate(origin.now_ms());
  const cause = scope.emit('rewrite.applied', { step: 'requeue', before: entry.queueId, after: [queueId] });
  header.prepend(
    `Received: by ${origin.host} (Posthorn)\r\n\tid ${queueId}; ${date} (UTC)\r\n`,
    'witnessed',
    scope,
    cause,
  );
  const parents = [{ host: origin.host, queueId: entry.queueId }];
  const fresh: QueueEntry = {
    ...newEntry(origin.now_ms(), { kind: 'reinject', queueId, message: entry.message, parents }, entry),
    arrival_ms: entry.arrival_ms,
  };
  const rest = octets.subarray(before.reduce((sum, field) => sum + field.raw.length, 0));
  const refusal = await origin.accept(fresh, header, [rest], scope, cause);
  return refusal === undefined ? queueId : undefined;
}
