// Sends the letters that tell what became of a letter. Counterpart: report-decision.ts (who is told),
// mail/dsn/report.ts (the words), queue.ts (when). Rule: a report is in the spool before the letter that it is
// about leaves it; a crash in between tells twice, never not at all.

import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { deliveryReport } from '../../mail/dsn/report.ts';
import { headerLength } from '../../mail/fields.ts';
import { DiskError } from '../world.ts';
import type { Origin } from './origin.ts';
import { HeaderHistory } from './provenance.ts';
import type { ReportedResult } from './queue.ts';
import { newEntry, type QueueEntry, wishesFor } from './queue-entry.ts';
import { destinationOf } from './recipients.ts';
import { decideReport, doubleBounceAddress, type ReportDecision } from './report-decision.ts';

export class Reports {
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** Tells each sender or postmaster who is to be told, in one letter for all recipients that are alike. */
  async report(
    entry: QueueEntry,
    octets: Uint8Array,
    results: readonly ReportedResult[],
  ): Promise<Map<string, string>> {
    const decided = results.map((result) => ({ result, decision: this.#decide(entry, result) }));
    const letters = new Map<string, typeof decided>();
    for (const one of decided) {
      if (one.decision.to !== undefined) letters.set(one.decision.to, [...(letters.get(one.decision.to) ?? []), one]);
    }
    const reports = new Map<string, string>();
    for (const [to, about] of letters) {
      const queueId = this.#origin.newQueueId();
      const told = about.map(({ result }) => result);
      for (const { recipient } of told) reports.set(recipient, queueId);
      await this.#sendReport(
        { queueId, to, postmaster: about.some(({ decision }) => decision.postmaster) },
        entry,
        octets,
        told,
      );
    }
    const scope = this.#origin.scopeOf(entry.message, entry.queueId);
    for (const { result, decision } of decided) {
      const { notify } = wishesFor(entry, result.recipient);
      // Nobody asked, and nothing went wrong: not worth a word.
      if (notify === undefined && result.action !== 'failed' && result.action !== 'delayed') continue;
      const { recipient, action } = result;
      const { told, why, to } = decision;
      const report = reports.get(recipient);
      scope.emit('dsn.decided', {
        recipient,
        action,
        asked: notify ?? [],
        told,
        why,
        ...(to === undefined ? {} : { to }),
        ...(report === undefined ? {} : { report }),
      });
    }
    return reports;
  }

  #decide(entry: QueueEntry, { recipient, action }: ReportedResult): ReportDecision {
    return decideReport(action, entry.reversePath, wishesFor(entry, recipient).notify, this.#postmaster());
  }

  /** The postmaster of this host, if it has one. */
  #postmaster(): string | undefined {
    const { kind } = destinationOf('postmaster', this.#origin.directory());
    return kind === 'mailbox' || kind === 'alias'
      ? `postmaster@${this.#origin.settings().localDomains[0] ?? ''}`
      : undefined;
  }

  async #sendReport(
    { queueId, to, postmaster }: { queueId: string; to: string; postmaster: boolean },
    entry: QueueEntry,
    octets: Uint8Array,
    results: readonly ReportedResult[],
  ): Promise<void> {
    const { host: name } = this.#origin;
    const message = this.#origin.newMessage();
    const scope = this.#origin.scopeOf(message, queueId);
    const { delayWarning_s, lifetime_s } = this.#origin.settings().queue;
    const length = headerLength(octets);
    const letter = deliveryReport({
      hostName: name,
      queueId,
      to,
      postmaster,
      recipients: results.map(({ recipient, action, reply, remote }) => {
        const { orcpt } = wishesFor(entry, recipient);
        return {
          recipient,
          action,
          reply,
          ...(remote === undefined ? {} : { remote }),
          ...(orcpt === undefined ? {} : { orcpt }),
        };
      }),
      original: {
        queueId: entry.queueId,
        reversePath: entry.reversePath,
        arrival_ms: entry.arrival_ms,
        wishes: entry.wishes ?? {},
        header: toByteString(octets.subarray(0, length)),
        body: toByteString(octets.subarray(length)),
        expires_ms: entry.arrival_ms + lifetime_s * 1000,
      },
      delayWarning_s,
      lifetime_s,
      now_ms: this.#origin.now_ms(),
      messageId: this.#origin.newMessageId(),
    });
    const header = new HeaderHistory(this.#origin.newField);
    const cause = scope.emit('rewrite.applied', { step: 'bounce', before: entry.queueId, after: [queueId] });
    for (const raw of letter.fields) header.append(raw, 'witnessed', scope, cause);
    const parents = [{ host: name, queueId: entry.queueId }];
    const report = newEntry(
      this.#origin.now_ms(),
      { kind: 'bounce', queueId, message, parents },
      { reversePath: postmaster ? doubleBounceAddress(name) : '', recipients: [to] },
    );
    const refusal = await this.#origin.accept(report, header, [fromByteString(`\r\n${letter.body}`)], scope, cause);
    // No room for the report: the letter itself stays, and the next try reports it.
    if (refusal) throw new DiskError('full', 'no room for the bounce');
  }
}
