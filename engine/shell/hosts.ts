// Hosts by the names that people type: the whole name, or its first part where only one host has it.
// Counterpart: `ssh`, `shell.open`, and every command that takes a host. Rule: pure; whether a name
// has an address is the name server's business (lookup.ts).

import { nearest } from '../../contract/problems.ts';

interface Named {
  name: string;
}

/** The whole name, or what is wrong with the one that was typed. */
export function hostCalled(typed: string, hosts: readonly Named[]): { name: string } | { problem: string } {
  const wanted = typed.toLowerCase().replace(/\.$/, '');
  if (hosts.some((host) => host.name === wanted)) return { name: wanted };
  const short = hosts.filter((host) => firstPart(host.name) === wanted).map((host) => host.name);
  const [only] = short;
  if (only !== undefined && short.length === 1) return { name: only };
  if (only !== undefined) return { problem: `"${typed}" could be ${short.join(' or ')}` };
  const near = nearest(wanted, [...hosts.map((host) => host.name), ...hosts.map((host) => firstPart(host.name))]);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return { problem: `no host is called "${typed.slice(0, 64)}".${hint}` };
}

/** `mx1` when that says it all, otherwise the whole name. */
export function shortName(name: string, hosts: readonly Named[]): string {
  const short = firstPart(name);
  return hosts.filter((host) => firstPart(host.name) === short).length === 1 ? short : name;
}

/** What a half-typed host name could become. */
export function hostNames(hosts: readonly Named[]): string[] {
  return hosts.flatMap(({ name }) => [...new Set([shortName(name, hosts), name])]);
}

function firstPart(name: string): string {
  return name.split('.')[0] ?? name;
}
