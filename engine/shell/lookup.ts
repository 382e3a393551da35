// From what a person types to an address and a port: the host's own resolver is asked, as any program
// of that host would, so the question is seen on the wire. Counterpart: telnet, nc, openssl, send.
// Rule: a failure is printed as programs print it, and then there is no target.

import { isIPv4 } from 'node:net';

import type { Seq } from '../../contract/ids.ts';
import type { Job } from './command.ts';
import { hostCalled } from './hosts.ts';

export interface Target {
  /** As typed, or the whole name of a short one. */
  name: string;
  address: string;
  /** What the address rests on. */
  cause: Seq;
}

/** Names of IANA's registry for the ports that a mail lab has. */
const SERVICES: Readonly<Record<string, number>> = {
  telnet: 23,
  smtp: 25,
  mail: 25,
  domain: 53,
  pop3: 110,
  imap: 143,
  submissions: 465,
  smtps: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
};

export const SERVICE_NAMES: readonly string[] = Object.keys(SERVICES).filter((name) => name !== 'mail');

/** Undefined when it is neither a port nor a service. */
export function portOf(text: string): number | undefined {
  const named = Object.hasOwn(SERVICES, text.toLowerCase()) ? SERVICES[text.toLowerCase()] : undefined;
  if (named !== undefined) return named;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** The service's name on its usual port. */
export function serviceOf(port: number): string {
  return Object.entries(SERVICES).find(([, usual]) => usual === port)?.[0] ?? '*';
}

/** Looks a name up from where the person sits; prints why not. */
export async function targetOf(typed: string, program: string, job: Job): Promise<Target | undefined> {
  const { host, run } = { host: job.host.host, run: job.lab.run };
  // Every host is its own localhost.
  if (typed === 'localhost' || typed === '127.0.0.1') return { name: typed, address: host.address, cause: job.cause };
  if (isIPv4(typed)) return { name: typed, address: typed, cause: job.cause };
  const known = typed.includes('.') ? undefined : hostCalled(typed, run.context.topology.hosts);
  if (known && 'problem' in known && known.problem.includes(' or ')) {
    job.print(`${program}: ${known.problem}\n`);
    return undefined;
  }
  const name = known && 'name' in known ? known.name : typed;
  const lookup = await run.context.resolverOf(host.name).lookup(name, 'A', 'shell', job.cause);
  const address = lookup.answers.find((answer) => answer.type === 'A')?.data;
  if (address !== undefined) return { name, address, cause: lookup.seq };
  const failed = lookup.rcode === 'NOERROR' || lookup.rcode === 'NXDOMAIN' || lookup.rcode === 'FORMERR';
  const why = failed ? 'Name or service not known' : 'Temporary failure in name resolution';
  job.print(`${program}: could not resolve ${typed}: ${why}\n`);
  return undefined;
}
