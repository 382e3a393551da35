// May this client send to anybody through this server? One question, asked in Postfix's order: own network, password,
// mail read by password a while ago, and a door left open. Counterpart: smtp/session.ts asks, for RCPT and for the
// policies. Rule: the answer is its reason, so that the screen can say why; no reason means no.

import type { Reason } from '../../contract/events.ts';
import type { Mta } from '../../contract/topology.ts';
import { inNetwork } from '../../mail/dns/network.ts';
import type { PolicyMemory } from '../policy/policy.ts';

export interface RelayAsker {
  address: string;
  login?: string | undefined;
  /** An MSA trusts passwords only (RFC 6409 section 4.3). */
  isSubmission: boolean;
}

/** Why the client may send anywhere; undefined when it may not. */
export function relayPermission(asker: RelayAsker, settings: Mta, memory: PolicyMemory): Reason | undefined {
  const { address, login, isSubmission } = asker;
  if (login !== undefined) return { code: 'relay.login', params: { login } };
  if (isSubmission) return undefined;
  const network = settings.trustedNetworks.find((one) => inNetwork(address, one));
  if (network !== undefined) return { code: 'relay.network', params: { address, network } };
  if (settings.smtp.popBeforeSmtp_s > 0 && memory.get(readKey(address)) !== undefined) {
    return { code: 'relay.popBeforeSmtp', params: { address } };
  }
  return settings.smtp.openRelay ? { code: 'relay.open', params: {} } : undefined;
}

/** Somebody at `address` read mail here by password; for a while that opens the way out. */
export function noteMailRead(address: string, settings: Mta, memory: PolicyMemory, now_ms: number): void {
  const { popBeforeSmtp_s } = settings.smtp;
  if (popBeforeSmtp_s > 0) memory.set(readKey(address), now_ms, now_ms + popBeforeSmtp_s * 1000);
}

const readKey = (address: string): string => `read mail ${address}`;
