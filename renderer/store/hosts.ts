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
  /** Who sits at it, where that is somebody of the lab. */
  person?: string;
}

export type HostRole =
  | 'desk'
  | 'outside'
  | 'names'
  | 'submission'
  | 'relay'
  | 'exchanger'
  | 'mailboxes'
  | 'forwarder'
  | 'unknown';

/** What was worked out of each topology; one is replaced whole when it changes. */
const known = new WeakMap<Topology, Map<string, HostView>>();

export function hostView(topology: Topology | undefined, name: string): HostView {
  if (!topology) return viewOf(topology, name);
  const views = known.get(topology) ?? new Map<string, HostView>();
  known.set(topology, views);
  const view = views.get(name) ?? viewOf(topology, name);
  // Of the topology's own hosts alone: names that strangers make up don't fill it.
  if (view.colour !== 'unknown') views.set(name, view);
  return view;
}

function viewOf(topology: Topology | undefined, name: string): HostView {
  const host = topology?.hosts.find((one) => one.name === name);
  const short = shortName(name);
  if (!host) return { name, short, label: short.slice(0, 2), colour: 'unknown', pattern: 'dots', role: 'unknown' };
  const { label, colour, pattern } = host;
  const person = personAt(topology, host);
  const role = host.kind === 'end' && person === undefined ? 'outside' : roleOf(host);
  return { name, short, label, colour, pattern, role, ...(person === undefined ? {} : { person }) };
}

/** The users of an organisation sit at its end host (engine: `mail.send`); the first gives it its name. */
function personAt(topology: Topology | undefined, { kind, organisation }: Host): string | undefined {
  if (kind !== 'end') return undefined;
  const homes = topology?.hosts.filter((host) => host.organisation === organisation).map((host) => host.name);
  const user = topology?.users.find((one) => homes?.includes(one.host));
  return user && nameOf(user.address);
}

/** `alice@campus.example` -> `Alice` */
export function nameOf(address: string): string {
  const local = address.split('@')[0] ?? '';
  return local.charAt(0).toUpperCase() + local.slice(1);
}

/** The part a host plays, read from its settings as a person would. */
function roleOf({ kind, listeners, mta }: Host): HostRole {
  if (kind === 'end') return 'desk';
  if (kind === 'dns') return 'names';
  const keepsMail = listeners.some((one) => one.protocol === 'imap');
  if (listeners.some((one) => one.protocol === 'submission') && !keepsMail) return 'submission';
  if (mta === undefined) return 'unknown';
  if (mta.relayDomains.length > 0) return 'exchanger';
  if (mta.trustedNetworks.length > 0) return 'relay';
  return keepsMail ? 'mailboxes' : 'forwarder';
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

/** `mx1.harbor.example` -> `mx1`: what people say. */
export function shortName(name: string): string {
  return name.split('.')[0] ?? name;
}
