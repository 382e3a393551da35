// What the parts of a mail server need to write a letter of their own: a bounce, a forwarded copy, a list's.
// Counterpart: mail-server.ts is it. Rule: whoever writes one hands it to `accept`, which stamps, spools and queues.

import type { Mta } from '../../contract/topology.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Scope } from '../scope.ts';
import type { FieldLedger, HeaderHistory } from './provenance.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { Directory } from './recipients.ts';

export interface Origin {
  readonly host: string;
  readonly ledger: FieldLedger;
  settings: () => Mta;
  directory: () => Directory;
  now_ms: () => number;
  newQueueId: () => string;
  newMessage: () => string;
  newMessageId: () => string;
  newField: () => string;
  scopeOf: (message: string, queueId: string) => Scope;
  /** Returns the refusal when the disk doesn't take it. */
  accept: (
    entry: QueueEntry,
    header: HeaderHistory,
    rest: readonly Uint8Array[],
    scope: Scope,
    cause: number,
  ) => Promise<Reply | undefined>;
}
