// One shell: a person at a host, a line at a time, or a program that has the terminal. Counterpart:
// contract's shell.* commands and events; running.ts is a command that runs. Rule: lines are taken in
// order, each after the one before it has been dealt with; nothing typed can throw.
//
//   shell.input -> (shell.output)* -> shell.prompt           a command
//   shell.input -> shell.prompt '' -> (input, output)* ...   a program, until its end brings the prompt back

import { nearest } from '../../contract/problems.ts';
import type { Seq } from '../../contract/ids.ts';
import type { HostServices } from '../host-services.ts';
import { SHELL_LIMITS } from '../limits.ts';
import type { Program, Seat, ShellLab } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { shortName } from './hosts.ts';
import { RunningJob } from './running.ts';
import { Screen } from './screen.ts';
import { splitWords, withoutSecrets } from './words.ts';

export interface ShellParts {
  id: string;
  lab: ShellLab;
  host: HostServices;
  columns: number;
  cause: Seq;
  onClosed: () => void;
}

export class Shell implements Seat {
  readonly id: string;
  readonly lab: ShellLab;
  readonly commands = COMMANDS;
  columns: number;
  readonly #onClosed: () => void;
  readonly #screen: Screen;
  /** Where `ssh` led, the last one here. */
  readonly #hosts: HostServices[];
  #job: RunningJob | undefined;
  #program: Program | undefined;
  #turn: Promise<void> = Promise.resolve();
  #ahead = 0;
  #closed = false;

  constructor({ id, lab, host, columns, cause, onClosed }: ShellParts) {
    this.id = id;
    this.lab = lab;
    this.columns = columns;
    this.#hosts = [host];
    this.#onClosed = onClosed;
    this.#screen = new Screen(id, lab.run.context.scope.about({ host: host.host.name }));
    this.#screen.emit('shell.opened', { shell: id }, cause);
    this.prompt();
  }

  get host(): HostServices {
    const host = this.#hosts.at(-1);
    if (!host) throw new Error('a shell is always somewhere');
    return host;
  }

  /** Takes a line, or several that were pasted. Resolves when the last has been dealt with; never rejects. */
  async submit(text: string, cause: Seq): Promise<void> {
    for (const line of text.split(/\r\n|\r|\n/)) {
      if (this.#ahead >= SHELL_LIMITS.linesAhead) break;
      this.#ahead += 1;
      this.#turn = this.#turn
        .then(() => this.#take(line, cause))
        .catch((error: unknown) => this.#screen.print(`${String(error)}\n`))
        .finally(() => (this.#ahead -= 1));
    }
    await this.#turn;
  }

  /** Octets as typed; false when whole lines are wanted. */
  bytes(octets: string, cause: Seq): boolean {
    const program = this.#program;
    if (program?.mode !== 'character') return false;
    program.bytes(octets, (shown) => this.#screen.typed(shown, cause));
    return true;
  }

  signal(signal: 'interrupt' | 'end'): void {
    if (signal === 'interrupt') this.#screen.print('^C\n');
    if (this.#program) this.#program.signal(signal);
    else if (this.#job && signal === 'interrupt') this.#job.stop();
    else if (this.#job) return;
    else if (signal === 'end') this.goBack();
    else this.prompt();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#program?.dispose();
    this.#job?.stop();
    this.#screen.emit('shell.closed', { shell: this.id });
    this.#onClosed();
  }

  /** Words that a line could become, as whole lines. */
  async complete(line: string): Promise<string[]> {
    if (this.#program || this.#closed) return [];
    const last = /\S*$/.exec(line)?.[0] ?? '';
    const head = line.slice(0, line.length - last.length);
    const [name, ...before] = splitWords(head);
    const command = COMMANDS.find((one) => one.name === name);
    const words =
      name === undefined
        ? COMMANDS.map((one) => one.name)
        : await Promise.resolve(command?.complete?.(last, before, this) ?? []).catch(() => []);
    const fitting = [...new Set(words)].filter((word) => word.startsWith(last)).toSorted();
    return fitting.slice(0, SHELL_LIMITS.completions).map((word) => head + word);
  }

  // What a job does to its shell.

  get screen(): Screen {
    return this.#screen;
  }

  goTo(host: HostServices): boolean {
    if (this.#hosts.length >= SHELL_LIMITS.depth) return false;
    this.#hosts.push(host);
    this.#screen.moveTo(host.host.name);
    return true;
  }

  goBack(): void {
    if (this.#hosts.length === 1) {
      this.close();
      return;
    }
    this.#hosts.pop();
    this.#screen.moveTo(this.host.host.name);
    if (!this.#job) this.prompt();
  }

  enter(program: Program): void {
    this.#program = program;
    this.prompt();
  }

  leave(): void {
    this.#program = undefined;
    // While its command still runs, the prompt comes when that is done.
    if (!this.#job) this.prompt();
  }

  prompt(): void {
    if (this.#closed) return;
    const { prompt, mode } = this.#program ?? { prompt: `${this.#shortName}$ `, mode: 'line' as const };
    this.#screen.prompt(prompt, mode);
  }

  get #shortName(): string {
    return shortName(this.host.host.name, this.lab.run.context.topology.hosts);
  }

  async #take(line: string, cause: Seq): Promise<void> {
    if (this.#closed) return;
    const note = (shown: string): Seq => this.#screen.typed(`${shown}\n`, cause);
    if (this.#program) {
      this.#program.line(line, note);
      return;
    }
    const [name, ...words] = splitWords(line);
    const secrets = COMMANDS.find((one) => one.name === name)?.secretOptions ?? [];
    const typed = note(withoutSecrets(line, secrets));
    if (name !== undefined) await this.#run(name, words, typed);
    if (!this.#program) this.prompt();
  }

  async #run(name: string, words: readonly string[], typed: Seq): Promise<void> {
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) {
      const names = COMMANDS.map((one) => one.name);
      // A name cut short is likelier than one mistyped; of two letters everything is near.
      const near =
        names.find((one) => name.length > 1 && one.startsWith(name)) ??
        (name.length > 2 ? nearest(name, names) : undefined);
      const hint = near === undefined ? 'Type "help" for the commands.' : `Did you mean "${near}"?`;
      this.#screen.print(`${name.slice(0, 64)}: command not found. ${hint}\n`);
      return;
    }
    const job = new RunningJob(this, typed);
    this.#job = job;
    await job.run(command, words);
    this.#job = undefined;
  }
}
