// nsupdate: changes a zone of the name server that one sits at, as BIND's tool of that name does. Counterpart:
// zone-update.ts. Rule: only at the server itself, as with `nsupdate -l`; what others remember of the old records they
// go on remembering until its time is over.

import type { Job, NoteInput, Program, ShellCommand } from '../command.ts';
import { zoneOf } from '../../../mail/dns/name.ts';
import { changedZone, readChange, type ZoneChange } from '../zone-update.ts';

const HELP = [
  ['update add NAME TTL TYPE DATA', 'a record that is to be there; texts stand in quotes'],
  ['update delete NAME [TYPE [DATA]]', 'records that are to go'],
  ['show', 'what has been collected'],
  ['send', 'carries it out (so does an empty line)'],
  ['quit', 'leaves'],
] as const;

export const nsupdate: ShellCommand = {
  name: 'nsupdate',
  synopsis: 'nsupdate',
  summary: 'change the records of a zone, at its name server',
  details: HELP.map(([line, what]) => `${line.padEnd(34)}${what}`),
  run(words, job) {
    if (words.some((word) => word !== '-l')) job.print(`usage: ${nsupdate.synopsis}\n`);
    else if (job.host.host.kind !== 'dns') job.print('nsupdate: this host serves no zones; ssh to the name server\n');
    else job.enter(new UpdateProgram(job));
  },
};

class UpdateProgram implements Program {
  readonly prompt = '> ';
  readonly mode = 'line';
  readonly #job: Job;
  #lines: string[] = [];
  #changes: ZoneChange[] = [];

  constructor(job: Job) {
    this.#job = job;
  }

  line(text: string, note: NoteInput): void {
    note(text);
    const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*)$/.exec(text) ?? [];
    switch (word.toLowerCase()) {
      case 'update':
        return this.#collect(rest);
      case 'add':
      case 'delete':
      case 'del':
        return this.#collect(`${word} ${rest}`);
      case 'server':
      case 'zone':
      case 'ttl':
        // Said for politeness: the server is this one, and the name says the zone.
        return this.#job.prompt();
      case 'show':
        return this.#say(['Outgoing update query:', ...this.#lines]);
      case 'send':
      case '':
        return this.#send();
      case 'quit':
      case 'exit':
        return this.#job.leave();
      default: {
        const problem = word === 'help' || word === '?' ? [] : [`incorrect section name: ${word}`];
        return this.#say([...problem, ...HELP.map(([line, what]) => `${line.padEnd(34)}${what}`)]);
      }
    }
  }

  bytes(): void {
    // Whole lines only.
  }

  signal(): void {
    this.#job.leave();
  }

  dispose(): void {
    this.#changes = [];
  }

  #collect(text: string): void {
    const change = readChange(text);
    if ('problem' in change) return this.#say([`syntax error: ${change.problem}`]);
    this.#lines.push(`update ${text}`);
    this.#changes.push(change);
    this.#job.prompt();
  }

  #send(): void {
    const changes = this.#changes;
    this.#changes = [];
    this.#lines = [];
    const working = this.#job.lab.run.context.work.begin(() => false);
    void this.#apply(changes)
      .then((problem) => this.#say(problem === undefined ? [] : [`update failed: ${problem}`]))
      .finally(() => working.dispose());
  }

  /** Zone by zone; the first that can't be changed ends it. */
  async #apply(changes: readonly ZoneChange[]): Promise<string | undefined> {
    const { host } = this.#job.host;
    const origins = Object.keys(host.zones);
    for (const origin of origins) {
      const own = changes.filter((change) => zoneOf(change.name, origins) === origin);
      const zone = host.zones[origin];
      if (own.length === 0 || !zone) continue;
      try {
        await this.#job.lab.change(host.name, `/zones/${origin}`, changedZone(origin, zone, own));
      } catch (error) {
        return `REFUSED\n${(error as Error).message}`;
      }
    }
    const lost = changes.find((change) => zoneOf(change.name, origins) === undefined);
    return lost && `NOTAUTH\nno zone of this server holds ${lost.name}`;
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) this.#job.print(`${line}\n`);
    this.#job.prompt();
  }
}
