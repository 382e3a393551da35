// A command while it runs. Counterpart: command.ts (what it sees), shell.ts. Rule: it is work of the
// lab until it is done, interrupted, or has become a program that waits for a person.

import type { Seq } from '../../contract/ids.ts';
import type { HostServices } from '../host-services.ts';
import type { Connection } from '../internet/connection.ts';
import type { Job, Program, ShellCommand, ShellLab } from './command.ts';
import type { Shell } from './shell.ts';
import { visibleBytes } from './visible.ts';

export class RunningJob implements Job {
  readonly cause: Seq;
  readonly #shell: Shell;
  #over = false;
  #stop: () => void = () => undefined;
  readonly #stopped: Promise<void>;
  #dialog: { conn: Connection; end(): void } | undefined;

  constructor(shell: Shell, cause: Seq) {
    this.#shell = shell;
    this.cause = cause;
    this.#stopped = new Promise((resolve) => (this.#stop = resolve));
  }

  get lab(): ShellLab {
    return this.#shell.lab;
  }
  get host(): HostServices {
    return this.#shell.host;
  }
  get columns(): number {
    return this.#shell.columns;
  }
  get commands(): readonly ShellCommand[] {
    return this.#shell.commands;
  }

  /** Resolves when the command is done, was stopped, or handed the terminal to a program. */
  async run(command: ShellCommand, words: readonly string[]): Promise<void> {
    const { work, internet } = this.lab.run.context;
    const held = () => this.#dialog !== undefined && internet.holds.isHeld(this.#dialog.conn);
    const working = command.movesTime ? undefined : work.begin(held);
    try {
      await Promise.race([Promise.resolve(command.run(words, this)), this.#stopped]);
    } catch (error) {
      this.print(`${command.name}: ${(error as Error).message}\n`);
    } finally {
      working?.dispose();
    }
  }

  /** What it was doing may go on for a moment; nobody hears of it any more. */
  stop(): void {
    this.#over = true;
    this.#dialog?.end();
    this.#stop();
  }

  print(text: string): void {
    if (!this.#over) this.#shell.screen.print(text);
  }

  afresh(): void {
    this.#shell.screen.afresh();
  }

  show(bytes: Uint8Array): void {
    this.print(visibleBytes(bytes));
  }

  waitsOn(dialog: { conn: Connection; end(): void }): void {
    this.#dialog = dialog;
    if (this.#over) dialog.end();
  }

  enter(program: Program): void {
    if (this.#over) program.dispose();
    else this.#shell.enter(program);
  }

  prompt(): void {
    if (!this.#over) this.#shell.prompt();
  }

  leave(): void {
    if (this.#over) return;
    this.#over = true;
    this.#shell.leave();
  }

  goTo(host: HostServices): boolean {
    return !this.#over && this.#shell.goTo(host);
  }

  goBack(): void {
    if (!this.#over) this.#shell.goBack();
  }
}
