// The hosts of an organisation in columns, in the order in which a letter passes them. Counterpart: layout.ts gives the
// columns their room. Rule: people sit at the far side, the servers that face the Internet stand next to it.

import type { Topology } from '../../contract/topology.ts';
import { type HostRole, hostView } from '../store/hosts.ts';

/** From the far side towards the Internet. */
const DEPTH: Readonly<Record<HostRole, number>> = {
  desk: 0,
  outside: 0,
  submission: 1,
  mailboxes: 1,
  unknown: 1,
  relay: 2,
  forwarder: 2,
  exchanger: 2,
  names: 2,
};

type Organisation = Topology['organisations'][number];

export interface Sides {
  left: Organisation[];
  /** The Internet: who belongs to no organisation with mailboxes. */
  middle: Organisation | undefined;
  right: Organisation[];
}

/** Organisations as they stand: half of them left of the Internet, half of them right. Those without hosts don't. */
export function sidesOf(topology: Topology): Sides {
  const known = new Set(topology.organisations.map((one) => one.id));
  const strays = [...new Set(topology.hosts.map((host) => host.organisation))].filter((id) => !known.has(id));
  const all = [...topology.organisations, ...strays.map((id) => ({ id, title: id }))].filter(
    ({ id }) => hostsOf(topology, id).length > 0,
  );
  const middle = all.find(({ id }) => isInternet(topology, id));
  const rest = all.filter((one) => one !== middle);
  const half = Math.ceil(rest.length / 2);
  return { left: rest.slice(0, half), middle, right: rest.slice(half) };
}

/** Nobody's mail is kept there, and names or strangers live there. */
function isInternet(topology: Topology, id: string): boolean {
  const names = hostsOf(topology, id);
  const keepsMail = topology.users.some((user) => names.includes(user.host));
  const roles = names.map((name) => hostView(topology, name).role);
  return !keepsMail && roles.some((role) => role === 'names' || role === 'outside');
}

/** Groups of hosts with one depth, the far side first. */
export function groupsOf(topology: Topology, organisation: string): string[][] {
  const groups = new Map<number, string[]>();
  for (const name of hostsOf(topology, organisation)) {
    const depth = DEPTH[hostView(topology, name).role];
    groups.set(depth, [...(groups.get(depth) ?? []), name]);
  }
  return [...groups].toSorted(([one], [other]) => one - other).map(([, names]) => names);
}

/** Columns of at most `rows` hosts. With `merge`, groups that fit share one. */
export function columnsOf(groups: readonly string[][], rows: number, merge: boolean): string[][] {
  const columns: string[][] = [];
  for (const group of groups) {
    const last = columns.at(-1);
    if (merge && last && last.length + group.length <= rows) last.push(...group);
    else for (let at = 0; at < group.length; at += rows) columns.push(group.slice(at, at + rows));
  }
  return columns;
}

/** The Internet's hosts above and below the lane that letters cross it by: who serves, and who visits. */
export function banksOf(topology: Topology, organisation: string): { above: string[]; below: string[] } {
  const names = hostsOf(topology, organisation);
  const isVisitor = (name: string) => DEPTH[hostView(topology, name).role] === 0;
  return { above: names.filter((name) => !isVisitor(name)), below: names.filter(isVisitor) };
}

function hostsOf(topology: Topology, organisation: string): string[] {
  return topology.hosts.filter((host) => host.organisation === organisation).map((host) => host.name);
}
