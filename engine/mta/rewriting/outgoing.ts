// A letter as it leaves over SMTP when a generic map changes its addresses: envelope and header of the copy on the wire,
// not of the one in the queue. Counterpart: delivery.ts sends it, and names the recipients as the queue knows them.
// Rule: without a generic map there is none of this.

import { fromByteString } from '../../../mail/bytes.ts';
import type { Scope } from '../../scope.ts';
import { HeaderHistory, type KnownField } from '../provenance.ts';
import type { QueueEntry } from '../queue-entry.ts';
import type { TellStep } from './envelope.ts';
import { rewriteHeader } from './header.ts';
import { genericSteps, resultOf, type RewriteSettings } from './steps.ts';

export interface Outgoing {
  reversePath: string;
  /** What a recipient of the queue is called on the wire. */
  called: (recipient: string) => string;
  octets: Uint8Array;
  /** The header on the wire, for the host that gets it. */
  fields: readonly KnownField[];
}

export function outgoingLetter(
  entry: QueueEntry,
  recipients: readonly string[],
  octets: Uint8Array,
  { settings, known, newField }: { settings: RewriteSettings; known: readonly KnownField[]; newField: () => string },
  scope: Scope,
): Outgoing {
  const tell: TellStep = (step) => scope.emit('rewrite.applied', step);
  const sender = genericSteps(entry.reversePath, settings);
  for (const { after, ...step } of sender) tell({ ...step, after: [after], place: 'envelope sender' });
  const names = new Map(
    recipients.map((recipient) => {
      const steps = genericSteps(recipient, settings);
      for (const { after, ...step } of steps) tell({ ...step, after: [after] });
      return [recipient, resultOf(recipient, steps)];
    }),
  );
  const header = new HeaderHistory(newField, known);
  rewriteHeader(header, (address) => genericSteps(address, settings), tell, scope);
  const rest = octets.subarray(known.reduce((sum, field) => sum + field.raw.length, 0));
  const written = Buffer.concat([fromByteString(header.fields.map((field) => field.raw).join('')), rest]);
  if (header.fields.some((field, at) => field !== known[at])) {
    scope.emit('message.stamped', { fields: header.ids, octets: written.length });
  }
  return {
    reversePath: resultOf(entry.reversePath, sender),
    called: (recipient) => names.get(recipient) ?? recipient,
    octets: written,
    fields: header.fields,
  };
}
