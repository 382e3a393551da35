// host NAME | ADDRESS: what the DNS knows of a name, in sentences.

import { isIPv4, isIPv6 } from 'node:net';

import { reverseName } from '../../../mail/dns/name.ts';
import { parseMx, parseName } from '../../dns/presentation.ts';
import type { Answer } from '../../../contract/events.ts';
import type { Lookup, RecordType } from '../../dns/resolver-types.ts';
import type { Job, ShellCommand } from '../command.ts';
import { hostNames } from '../hosts.ts';

const NUMBERS: Readonly<Record<string, number>> = { FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };

export const host: ShellCommand = {
  name: 'host',
  synopsis: 'host NAME | ADDRESS',
  summary: 'the addresses and mail servers of a name, or the name of an address',
  async run([typed, ...more], job) {
    if (typed === undefined || more.length > 0) {
      job.print(`usage: ${host.synopsis}\n`);
      return;
    }
    const isAddress = isIPv4(typed) || isIPv6(typed);
    const name = isAddress ? (reverseName(typed) ?? typed) : typed.replace(/\.$/, '');
    const types: RecordType[] = isAddress ? ['PTR'] : ['A', 'AAAA', 'MX'];
    let told = 0;
    for (const type of types) {
      const lookup = await ask(name, type, job);
      if (lookup.rcode !== 'NOERROR') {
        job.print(failure(name, lookup.rcode));
        return;
      }
      const answers = lookup.answers.filter(
        (answer) => answer.type === type || (answer.type === 'CNAME' && told === 0),
      );
      for (const answer of answers) job.print(`${sentence(answer)}\n`);
      told += answers.length;
    }
    if (told === 0) job.print(`${name} has no ${types.join(', ')} record\n`);
  },
  complete: (_last, before, seat) =>
    before.length > 0 ? [] : hostNames(seat.lab.run.context.topology.hosts).filter((name) => name.includes('.')),
};

function ask(name: string, type: RecordType, job: Job): Lookup | Promise<Lookup> {
  return job.lab.run.context.resolverOf(job.host.host.name).lookup(name, type, 'shell', job.cause);
}

function failure(name: string, rcode: string): string {
  if (rcode === 'TIMEOUT') return ';; connection timed out; no servers could be reached\n';
  const number = NUMBERS[rcode];
  return `Host ${name} not found: ${number === undefined ? '' : number}(${rcode})\n`;
}

function sentence({ name, type, data }: Answer): string {
  const owner = parseName(name);
  switch (type) {
    case 'A':
      return `${owner} has address ${data}`;
    case 'AAAA':
      return `${owner} has IPv6 address ${data}`;
    case 'MX': {
      const exchange = parseMx(data);
      return `${owner} mail is handled by ${exchange?.preference ?? 0} ${data.split(' ')[1] ?? ''}`;
    }
    case 'PTR':
      return `${owner} domain name pointer ${data}`;
    default:
      return `${owner} is an alias for ${data}`;
  }
}
