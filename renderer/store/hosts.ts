// A host as screens show it: its mark and what it is there for. Counterpart: theme/host-mark.tsx draws the mark.
// Rule: everything comes from the topology; a host that it doesn't know still gets a mark.

import type { Host, Topology } from '../../contract/topology.ts';

export interface HostView {
  name: string;
  /** First label of the name: what people say. */
  short: string;
  label: string;
  colour: string;
  pattern: Host['pattern'];
  role: HostRole;
}

export type HostRole = 'desk' | 'names' | 'submission' | 'relay' | 'exchanger' | 'mailboxes' | 'forwarder' | 'unknown';

export function hostView(topology: Topology | undefined, name: string): HostView {
  const host = topology?.hosts.find((one) => one.name === name);
  const short = name.split('.')[0] ?? name;
  if (!host) return { name, short, label: short.slice(0, 2), colour: 'unknown', pattern: 'dots', role: 'unknown' };
  const { label, colour, pattern } = host;
  return { name, short, label, colour, pattern, role: roleOf(host) };
}

/** The part a host plays, read from its settings as a person would. */
function roleOf({ kind, listeners, mta }: Host): HostRole {
  if (kind === 'end') return 'desk';
  if (kind === 'dns') return 'names';
  if (listeners.some((one) => one.protocol === 'submission')) return 'submission';
  if (mta === undefined) return 'unknown';
  if (mta.relayDomains.length > 0) return 'exchanger';
  if (mta.trustedNetworks.length > 0) return 'relay';
  return listeners.some((one) => one.protocol === 'imap') ? 'mailboxes' : 'forwarder';
}

/** Users who can submit a letter, and the whole list. */
export function usersOf(topology: Topology | undefined): { senders: string[]; everybody: string[] } {
  const users = topology?.users ?? [];
  return {
    senders: users.filter((user) => user.submitsAt !== undefined).map((user) => user.address),
    everybody: users.map((user) => user.address),
  };
}

/** The first sender, and somebody of another domain to write to: the longest way the lab has. */
export function firstLetter(topology: Topology | undefined): { from: string; to: string } | undefined {
  const { senders, everybody } = usersOf(topology);
  const domain = (address: string) => address.slice(address.lastIndexOf('@') + 1);
  const [from] = senders;
  if (from === undefined) return undefined;
  return { from, to: everybody.find((one) => domain(one) !== domain(from)) ?? from };
}
