// Recipients that stand for others: aliases, forwarding, mailing lists. Counterpart: recipients.ts says which, queue.ts
// keeps what comes of it. Rule: each is a new entry of this queue with the old one as its parent, marked with
// Delivered-To, by which a letter that comes round again is known (RFC 5321 section 6.3).

import type { Seq } from '../../contract/ids.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { addressKey } from '../../mail/address.ts';
import { rewriteSettings } from './cleanup.ts';
import { inheritedWishes } from './inherited-wishes.ts';
import type { Origin } from './origin.ts';
import { firstValue, splitMessage } from '../../mail/fields.ts';
import { parseParameterised } from '../../mail/parameters.ts';
import { HeaderHistory, type KnownField } from './provenance.ts';
import type { RecipientResult } from './queue.ts';
import { newEntry, type QueueEntry, wishesFor } from './queue-entry.ts';
import { type Destination, destinationOf } from './recipients.ts';
import { rewriteRecipients, type TellStep } from './rewriting/envelope.ts';
import { srsForward } from './srs.ts';
import { domainOf } from './transport.ts';

export class Expansion {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** An alias, a user's forwarding, a catch-all: the letter goes on under another name. */
  forward(
    recipient: string,
    { table, targets, address }: { table: string; targets: readonly string[]; address: string },
    from: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
    told?: Seq,
  ): Promise<RecipientResult> {
    const { reversePath, wishes } = from;
    const wanted = inheritedWishes(recipient, targets, wishesFor(from, recipient));
    return this.#expand(recipient, from, octets, scope, {
      kind: 'forward',
      step: table,
      ...(told === undefined ? {} : { told }),
      fields: [],
      envelope: {
        reversePath: this.#aliasSender(table, address, reversePath) ?? this.#senderFor(reversePath, targets, scope),
        recipients: targets,
        ...(wishes === undefined ? {} : { wishes }),
        wanted,
      },
    });
  }

  /** A mailing list: its owner answers for what it sends, and each member sees whose list it is (RFC 2369, 2919). */
  explode(
    recipient: string,
    { address, owner, list }: Extract<Destination, { kind: 'list' }>,
    from: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult> {
    const request = address.replace('@', '-request@');
    const title = list.title.replace(/[^\x20-\x7e]|[<>"\\]/g, '?');
    const fields = [
      `List-Id: ${title === '' ? '' : `"${title}" `}<${address.replace('@', '.')}>`,
      `List-Post: <mailto:${address}>`,
      `List-Unsubscribe: <mailto:${request}?subject=unsubscribe>`,
      'Precedence: list',
    ];
    return this.#expand(recipient, from, octets, scope, {
      kind: 'list',
      step: 'list',
      fields,
      footer: list.footer,
      envelope: { reversePath: owner, recipients: list.members },
    });
  }

  async #expand(
    recipient: string,
    from: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
    { kind, step, told, fields, footer = '', envelope }: Copy,
  ): Promise<RecipientResult> {
    const { host, ledger, newField, now_ms, newQueueId, scopeOf, accept } = this.#origin;
    const marker = `Delivered-To: ${recipient}\r\n`;
    const before = ledger.get(host, from.queueId);
    if (before.some((field) => field.raw === marker)) {
      const reply = { code: 554, enhanced: '5.4.6', text: `mail forwarding loop for ${recipient}` };
      return { recipient, outcome: 'failed', reply };
    }
    const { settings } = this.#origin;
    const asked = envelope.recipients;
    const rewritten = told ?? scope.emit('rewrite.applied', { step, before: recipient, after: [...asked] });
    const tell: TellStep = (applied) => scope.emit('rewrite.applied', applied, rewritten);
    const wanted = envelope.wanted ?? asked.map((one) => ({ recipient: one }));
    // As in Postfix, what is forwarded goes through canonical and virtual tables once more.
    const mapped = settings().tables ? rewriteRecipients(asked, wanted, rewriteSettings(settings()), tell) : wanted;
    if (!mapped) return { recipient, outcome: 'deferred', reply: replyText(REPLIES.aliasExpansion) };
    const recipients = mapped.map((one) => one.recipient);
    const queueId = newQueueId();
    const written = scopeOf(from.message, queueId);
    const header = new HeaderHistory(newField, before);
    for (const field of fields.toReversed()) header.prepend(`${field}\r\n`, 'witnessed', written, rewritten);
    header.prepend(marker, 'witnessed', written, rewritten);
    const parents = [{ host, queueId: from.queueId }];
    const entry: QueueEntry = {
      ...newEntry(
        now_ms(),
        { kind, queueId, message: from.message, parents },
        { ...envelope, recipients, wanted: mapped },
      ),
      arrival_ms: from.arrival_ms,
    };
    const rest = withFooter(octets.subarray(before.reduce((sum, field) => sum + field.raw.length, 0)), footer, before);
    const refusal = await accept(entry, header, [rest], written, rewritten);
    if (refusal) return { recipient, outcome: 'deferred', reply: replyText(refusal) };
    return {
      recipient,
      outcome: 'delivered',
      reply: { code: 250, enhanced: '2.0.0', text: `forwarded as ${queueId}` },
      ...(recipients.length > 1 ? { report: 'expanded' } : {}),
    };
  }

  /** With SRS, mail that leaves us leaves with a sender of ours. */
  #senderFor(reversePath: string, targets: readonly string[], scope: Scope): string {
    const { srs, localDomains } = this.#origin.settings();
    const isLocal = (address: string) => localDomains.includes(domainOf(address));
    if (!srs || reversePath === '' || isLocal(reversePath) || targets.every(isLocal)) return reversePath;
    const sender = srsForward(reversePath, srs, this.#origin.now_ms());
    scope.emit('rewrite.applied', { step: 'srs sender', before: reversePath, after: [sender] });
    return sender;
  }

  /** Who answers for what an alias sends on: its `owner-` alias, where there is one (aliases(5)). */
  #aliasSender(table: string, address: string, reversePath: string): string | undefined {
    if (table === 'owner') return this.#behindOwner(address, reversePath);
    if (table !== 'alias' || reversePath === '') return undefined;
    const owner = `owner-${addressKey(address)}`;
    const isThere = Object.keys(this.#origin.settings().aliases).some((alias) => addressKey(alias) === owner);
    return isThere ? owner : undefined;
  }

  /** A bounce that its list's owner can't get goes to the owner of owners, where there is one. */
  #behindOwner(address: string, reversePath: string): string {
    if (reversePath !== '') return reversePath;
    const ownersOwner = `owner-owner@${domainOf(address)}`;
    const known = destinationOf(ownersOwner, this.#origin.directory()).kind === 'alias';
    return known ? ownersOwner : reversePath;
  }
}

/** What is written in the place of the letter that came. */
interface Copy {
  kind: 'forward' | 'list';
  step: string;
  /** seq of the event that told of the table already. */
  told?: Seq;
  fields: readonly string[];
  /** Goes below the text. */
  footer?: string;
  envelope: Parameters<typeof newEntry>[2];
}

/** Only a text as it stands can be written on: in anything encoded or put together the lines would be noise. */
function withFooter(rest: Uint8Array, footer: string, header: readonly KnownField[]): Uint8Array {
  if (footer === '') return rest;
  const { fields } = splitMessage(header.map(({ raw }) => raw).join(''));
  const type = parseParameterised(firstValue(fields, 'Content-Type') ?? 'text/plain').value;
  const encoding = firstValue(fields, 'Content-Transfer-Encoding')?.trim().toLowerCase() ?? '7bit';
  if (type !== 'text/plain' || !['7bit', '8bit'].includes(encoding)) return rest;
  const lines = footer.split('\n').map((line) => `${line}\r\n`);
  return Buffer.concat([rest, Buffer.from(['_'.repeat(47), '\r\n', ...lines].join(''))]);
}
