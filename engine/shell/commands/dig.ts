// dig [@SERVER] NAME [TYPE] [+short] [-x ADDR]: a question to the name server, shown as dig shows it.
// What the host's resolver doesn't tell (ids, flags, milliseconds) is left out, not made up.

import { formatDate } from '../../../mail/date.ts';
import { reverseName } from '../../../mail/dns/name.ts';
import { withDot } from '../../dns/names.ts';
import type { Lookup, RecordType } from '../../dns/resolver-types.ts';
import type { Job, ShellCommand } from '../command.ts';
import { hostNames } from '../hosts.ts';
import { targetOf } from '../lookup.ts';

const TYPES: readonly RecordType[] = ['A', 'AAAA', 'MX', 'PTR', 'TXT', 'CNAME', 'SOA', 'NS'];

interface Question {
  name: string;
  type: RecordType;
  server?: string;
  short: boolean;
}

export const dig: ShellCommand = {
  name: 'dig',
  synopsis: 'dig [@SERVER] NAME [TYPE] [+short] [-x ADDRESS]',
  summary: 'ask the name server',
  details: [`TYPE is one of ${TYPES.join(', ')}; A without one. -x asks for the name of an address.`],
  async run(words, job) {
    const question = read(words);
    if (typeof question === 'string') {
      job.print(`dig: ${question}\nusage: ${dig.synopsis}\n`);
      return;
    }
    const { name, type, short } = question;
    const server = await serverOf(question.server, job);
    if (server === undefined) return;
    const resolver = job.lab.run.context.resolverOf(job.host.host.name);
    const lookup = await resolver.lookup(name, type, 'shell', job.cause);
    if (lookup.rcode === 'TIMEOUT') job.print(';; connection timed out; no servers could be reached\n');
    else if (short) for (const { data } of lookup.answers) job.print(`${data}\n`);
    else job.print(report(words, { name, type }, lookup, server, job));
  },
  complete: (last, _before, seat) =>
    last.startsWith('@')
      ? hostNames(seat.lab.run.context.topology.hosts).map((name) => `@${name}`)
      : [
          ...TYPES,
          '+short',
          '-x',
          ...hostNames(seat.lab.run.context.topology.hosts).filter((name) => name.includes('.')),
        ],
};

/** The question, or what is wrong with the words. */
function read(words: readonly string[]): Question | string {
  let name: string | undefined;
  let type: RecordType | undefined;
  let server: string | undefined;
  let short = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const wanted = TYPES.find((one) => one === word.toUpperCase());
    if (word.startsWith('@')) server = word.slice(1);
    else if (word.startsWith('+')) short ||= word === '+short';
    else if (word === '-x') {
      at += 1;
      name = reverseName(words[at] ?? '');
      type = 'PTR';
      if (name === undefined) return `"${words[at] ?? ''}" is no address`;
    } else if (word === '-t') continue;
    else if (wanted && (name !== undefined || words.length > at + 1)) type = wanted;
    else if (word.startsWith('-')) return `unknown option ${word}`;
    else if (name === undefined) name = word;
    else return `unknown type "${word}"`;
  }
  if (name === undefined) return 'which name?';
  return { name, type: type ?? 'A', short, ...(server === undefined ? {} : { server }) };
}

/** Address of the server that is asked; prints why nobody can be. */
async function serverOf(typed: string | undefined, job: Job): Promise<string | undefined> {
  const own = job.host.host.resolver;
  if (own === undefined) {
    job.print(';; no servers could be reached: this host has no name server in its settings\n');
    return undefined;
  }
  if (typed === undefined) return own;
  const target = await targetOf(typed, 'dig', job);
  if (!target || target.address === own) return target?.address;
  job.print(`;; communications error to ${target.address}#53: connection refused\n;; no servers could be reached\n`);
  return undefined;
}

function report(
  words: readonly string[],
  question: { name: string; type: string },
  lookup: Lookup,
  server: string,
  job: Job,
): string {
  const { rcode, answers, cached } = lookup;
  const asked = withDot(question.name.replace(/\.$/, ''));
  const lines = [
    '',
    `; <<>> DiG, as Posthorn does it <<>> ${words.join(' ')}`,
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${rcode}`,
    `;; QUERY: 1, ANSWER: ${answers.length}`,
    '',
    ';; QUESTION SECTION:',
    `;${asked.padEnd(31)}IN\t${question.type}`,
    '',
  ];
  if (answers.length > 0) {
    lines.push(';; ANSWER SECTION:');
    for (const { name, type, ttl, data } of answers) {
      lines.push(`${name.padEnd(24)}${String(ttl).padEnd(8)}IN\t${type}\t${data}`);
    }
    lines.push('');
  }
  const from = cached ? `the resolver's memory (it had asked ${server} before)` : `${server}#53`;
  lines.push(`;; SERVER: ${from}`, `;; WHEN: ${formatDate(job.lab.run.context.clock.now_ms())}`, '', '');
  return lines.join('\n');
}
