// One try at a letter: each recipient to the agent that has to do with it, as Postfix's queue manager hands them to
// virtual, local and smtp. Counterpart: recipients.ts says which; queue.ts makes of the results what follows. Rule: every
// recipient gets a result, whatever happened.

import type { Seq } from '../../contract/ids.ts';
import type { Mta } from '../../contract/topology.ts';
import { aliasTargetOf } from '../../mail/alias-targets.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import { rewriteSettings } from './cleanup.ts';
import { type DeliveryParts, relay } from './delivery.ts';
import { FILTER_PORT } from './content-filter.ts';
import type { Expansion } from './expansion.ts';
import type { LocalDelivery } from './local-delivery.ts';
import type { LocalTargets } from './local-targets.ts';
import type { FieldLedger } from './provenance.ts';
import type { RecipientResult } from './queue.ts';
import type { QueueEntry } from './queue-entry.ts';
import { type Destination, destinationOf, type Directory } from './recipients.ts';
import { type Outgoing, outgoingLetter } from './rewriting/outgoing.ts';
import { nextHopKey, transportFor } from './transport.ts';

export interface DispatchParts {
  host: string;
  address: string;
  settings: () => Mta;
  directory: () => Directory;
  local: LocalDelivery;
  expansion: Expansion;
  targets: LocalTargets;
  ledger: FieldLedger;
  newField: () => string;
  delivery: (settings: Mta) => DeliveryParts;
}

export class Dispatch {
  readonly #parts: DispatchParts;

  constructor(parts: DispatchParts) {
    this.#parts = parts;
  }

  async deliver(entry: QueueEntry, octets: Uint8Array, scope: Scope): Promise<RecipientResult[]> {
    if (entry.toFilter === true) return this.#filter(entry, octets, scope);
    const results: RecipientResult[] = [];
    const here: { recipient: string; address: string }[] = [];
    /** By next hop: the domain to route by, and who goes there. */
    const groups = new Map<string, { domain: string; recipients: string[] }>();
    for (const recipient of entry.recipients) {
      const destination = destinationOf(recipient, this.#parts.directory());
      if (destination.kind === 'relay') {
        const { domain } = destination;
        const key = nextHopKey(recipient, this.#parts.settings());
        const group = groups.get(key);
        if (group) group.recipients.push(recipient);
        else groups.set(key, { domain, recipients: [recipient] });
      } else if (destination.kind === 'mailbox') {
        here.push({ recipient, address: destination.address });
      } else if (destination.kind === 'alias') {
        results.push(await this.#deliverAlias(recipient, destination, entry, octets, scope));
      } else if (destination.kind === 'list') {
        results.push(await this.#parts.expansion.explode(recipient, destination, entry, octets, scope));
      } else {
        results.push({ recipient, outcome: 'failed', reply: replyText(destination.reply) });
      }
    }
    results.push(...(await this.#parts.local.deliverAll(here, entry, octets, scope)));
    if (groups.size === 0) return results;
    const parts = {
      ...this.#parts.delivery(this.#parts.settings()),
      outgoing: this.#outgoing(entry, groups, octets, scope),
    };
    for (const { domain, recipients } of groups.values()) {
      const transport = transportFor(recipients[0] ?? '', this.#parts.settings());
      results.push(...(await relay({ domain, transport }, recipients, entry, octets, parts, scope)));
    }
    return results;
  }

  /** To the content filter of this host, which brings it back by its own port if it is let through. */
  #filter(entry: QueueEntry, octets: Uint8Array, scope: Scope): Promise<RecipientResult[]> {
    const { address, settings, delivery } = this.#parts;
    const transport = { entry: 'content_filter', to: address, port: FILTER_PORT, mx: false };
    const parts = { ...delivery(settings()), settings: { ...settings(), outboundTls: 'none' as const } };
    return relay({ domain: this.#parts.host, transport }, entry.recipients, entry, octets, parts, scope);
  }

  /** What an alias stands for: programs and files first, because they may want to be asked again. */
  async #deliverAlias(
    recipient: string,
    destination: Extract<Destination, { kind: 'alias' }>,
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult> {
    const { keep, table, targets } = destination;
    const local = { recipient, entry, octets, scope };
    let told: Seq | undefined;
    let result: RecipientResult | undefined;
    let addresses = targets;
    if (!targets.every(isAddress)) {
      told = scope.emit('rewrite.applied', { step: table, before: recipient, after: [...targets] });
      const sorted = this.#parts.targets.sort(targets, local);
      result = await this.#parts.targets.deliver(sorted, local);
      if (result.outcome === 'deferred') return result;
      ({ addresses } = sorted);
    }
    if (addresses.length > 0) {
      const to = { ...destination, targets: addresses };
      const expanded = await this.#parts.expansion.forward(recipient, to, entry, octets, scope, told);
      if (result?.outcome !== 'failed') result = expanded;
    }
    if (keep !== undefined && result?.outcome !== 'deferred') {
      const kept = await this.#parts.local.deliver(recipient, keep, entry, octets, scope);
      result = result?.outcome === 'failed' ? result : kept;
    }
    return (
      result ?? { recipient, outcome: 'failed', reply: { code: 550, enhanced: '5.1.1', text: 'nobody is in the list' } }
    );
  }

  /** The letter as a generic map changes it for the wire; undefined without one. */
  #outgoing(
    entry: QueueEntry,
    groups: ReadonlyMap<string, { recipients: readonly string[] }>,
    octets: Uint8Array,
    scope: Scope,
  ): Outgoing | undefined {
    const settings = this.#parts.settings();
    if (settings.tables?.generic === undefined) return undefined;
    const { ledger, host, newField } = this.#parts;
    const recipients = [...groups.values()].flatMap((group) => group.recipients);
    const known = ledger.get(host, entry.queueId);
    return outgoingLetter(entry, recipients, octets, { settings: rewriteSettings(settings), known, newField }, scope);
  }
}

const isAddress = (text: string): boolean => aliasTargetOf(text).kind === 'address';
