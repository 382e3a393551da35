// What is done to a letter between its arrival and the queue, as Postfix's cleanup daemon does it: the repairs of an
// MSA, canonical maps and masquerading for envelope and header, always_bcc, virtual aliases. Counterpart: rewriting/ has
// the steps; mail-server.ts and pickup.ts hand letters over. Rule: a host without tables does nothing here, and a
// gateway touches no field (RFC 5321 section 3.7.2).

import type { Mta } from '../../contract/topology.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Scope } from '../scope.ts';
import type { HeaderHistory } from './provenance.ts';
import { type Envelope, rewriteEnvelope, type TellStep } from './rewriting/envelope.ts';
import { rewriteHeader } from './rewriting/header.ts';
import { type RewriteSettings, stepsFor } from './rewriting/steps.ts';
import { mendBreak, mendHeader } from './submission.ts';

export interface Arrival {
  envelope: Envelope;
  header: HeaderHistory;
  /** The blank line after the header; '' when the header ends in the middle of something. */
  separator: ByteString;
  body: Uint8Array;
  /** It came to an MSA, or from this host itself. */
  isOwn: boolean;
  /** Its client may send anywhere. */
  permitted: boolean;
  /** Who wrote it, as far as this host knows. */
  user?: string | undefined;
  scope: Scope;
  /** seq of `message.arrived`. */
  arrived: number;
}

export interface CleanupTools {
  hostName: string;
  settings: Mta;
  now_ms: number;
  newMessageId: () => string;
}

export interface Cleaned {
  envelope: Envelope;
  /** What follows the header's last line, in pieces: a large body isn't copied for a blank line. */
  rest: readonly Uint8Array[];
}

/** The envelope and what follows the header, as they go into the queue; undefined when virtual aliases never end. */
export function cleanUp(
  arrival: Arrival,
  { hostName, settings, now_ms, newMessageId }: CleanupTools,
): Cleaned | undefined {
  const { envelope, header, isOwn, permitted, user, scope, arrived } = arrival;
  const { tables, repairs, via } = settings;
  const isGateway = via !== undefined;
  let { separator, body } = arrival;
  if (isOwn && !isGateway) {
    if (separator === '' && body.length > 0 && repairs.includes('header')) {
      ({ separator, body } = mendBreak(header, body, scope, arrived));
    }
    mendHeader(header, repairs, { reversePath: envelope.reversePath, user, now_ms, newMessageId }, scope, arrived);
  }
  // A header that ends in the middle of something gets the blank line it lacks, as Postfix does it.
  const blank = separator === '' && body.length > 0 ? '\r\n' : separator;
  const rest = [Buffer.from(blank, 'latin1'), body];
  const completes = isOwn && repairs.includes('addresses');
  if (!tables && !completes) return { envelope, rest };
  const rewriting = rewriteSettings(settings, completes ? originOf(settings, hostName) : undefined);
  const tell: TellStep = (step) => scope.emit('rewrite.applied', step, arrived);
  if ((permitted || isOwn || tables?.allHeaders === true) && !isGateway) {
    rewriteHeader(header, (address, role) => stepsFor(address, role, rewriting), tell, scope);
  }
  const rewritten = rewriteEnvelope(envelope, rewriting, tell);
  return rewritten && { envelope: rewritten, rest };
}

export function rewriteSettings({ tables = {}, recipientDelimiter }: Mta, origin?: string): RewriteSettings {
  return { tables, delimiter: recipientDelimiter, origin };
}

/** The domain of addresses without one (Postfix: myorigin). */
export function originOf({ tables, localDomains }: Mta, hostName: string): string {
  return tables?.origin ?? localDomains[0] ?? hostName;
}
