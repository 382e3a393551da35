// Recipients that stand for others: aliases and forwarding. Counterpart: recipients.ts says which, queue.ts
// keeps what comes of it. Rule: each is a new entry of this queue with the old one as its parent, marked with
// Delivered-To, by which a letter that comes round again is known (RFC 5321 section 6.3).

import type { Scope } from '../scope.ts';
import type { Wanted } from '../smtp/agent.ts';
import { encodeXtext, type Notify, type RecipientWishes } from '../../mail/dsn/wishes.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Origin } from './origin.ts';
import { HeaderHistory } from './provenance.ts';
import type { RecipientResult } from './queue.ts';
import { newEntry, type QueueEntry, wishesFor } from './queue-entry.ts';

export class Expansion {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** A forwarded letter is a new entry of this queue, with the old one as its parent. */
  async forward(
    recipient: string,
    targets: readonly string[],
    from: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult> {
    const marker = `Delivered-To: ${recipient}\r\n`;
    const before = this.#origin.ledger.get(this.#origin.host, from.queueId);
    if (before.some((field) => field.raw === marker)) {
      const reply = { code: 554, enhanced: '5.4.6', text: `mail forwarding loop for ${recipient}` };
      return { recipient, outcome: 'failed', reply };
    }
    const rewritten = scope.emit('rewrite.applied', { step: 'alias', before: recipient, after: [...targets] });
    const queueId = this.#origin.newQueueId();
    const forwarded = this.#origin.scopeOf(from.message, queueId);
    const header = new HeaderHistory(this.#origin.newField, this.#origin.ledger.get(this.#origin.host, from.queueId));
    header.prepend(marker, 'witnessed', forwarded, rewritten);
    const entry: QueueEntry = {
      ...newEntry(
        this.#origin.now_ms(),
        {
          kind: 'forward',
          queueId,
          message: from.message,
          parents: [{ host: this.#origin.host, queueId: from.queueId }],
        },
        {
          reversePath: from.reversePath,
          recipients: targets,
          ...(from.wishes === undefined ? {} : { wishes: from.wishes }),
          wanted: forwardedWishes(recipient, targets, wishesFor(from, recipient)),
        },
      ),
      arrival_ms: from.arrival_ms,
    };
    const rest = octets.subarray(before.reduce((sum, field) => sum + field.raw.length, 0));
    const refusal = await this.#origin.accept(entry, header, rest, forwarded, rewritten);
    if (refusal) return { recipient, outcome: 'deferred', reply: replyText(refusal) };
    return {
      recipient,
      outcome: 'delivered',
      reply: { code: 250, enhanced: '2.0.0', text: `forwarded as ${queueId}` },
      ...(targets.length > 1 ? { report: 'expanded' } : {}),
    };
  }
}

/**
 * What is asked for the addresses that an alias stands for (RFC 3461 section 5.2.7): one address inherits all,
 * of several only failures and delays are told, since "expanded" was the success. The address that the sender
 * knew goes with it.
 */
function forwardedWishes(recipient: string, targets: readonly string[], wishes: RecipientWishes): Wanted[] {
  const orcpt = wishes.orcpt ?? `rfc822;${encodeXtext(recipient)}`;
  const narrowed = wishes.notify?.filter((word) => targets.length === 1 || word !== 'SUCCESS');
  const notify: Notify[] | undefined = narrowed?.length === 0 ? ['NEVER'] : narrowed;
  return targets.map((target) => ({ recipient: target, orcpt, ...(notify === undefined ? {} : { notify }) }));
}
