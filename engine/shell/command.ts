// How a shell command looks, and what it gets. Counterpart: commands/ (one file each, one line in
// its index), shell.ts (who runs them). Rule: a command can do what a person at that host could, and
// no more; it prints and returns, or takes the terminal over as a program.

import type { Defences, ExperimentStatus } from '../../contract/experiment.ts';
import type { Seq } from '../../contract/ids.ts';
import type { HostServices } from '../host-services.ts';
import type { Connection } from '../internet/connection.ts';
import type { Run } from '../run.ts';

/** The lab, as a shell reaches it. */
export interface ShellLab {
  readonly run: Run;
  /** Moves the lab clock, with everything that falls due on the way. */
  advance(ms: number): Promise<void>;
  /** To the next thing that is due; false when there is none. */
  next(): Promise<boolean>;
  /** 200 letters against these defences, in a lab of their own; resolves when it is over. */
  experiment(defences: Defences, seed: number): Promise<ExperimentStatus>;
  /** Changes a setting of a host, by JSON Pointer. Rejects, with a sentence, when the lab would be unsound. */
  change(host: string, path: string, value: unknown): Promise<void>;
}

/** Where a person sits. */
export interface Seat {
  readonly lab: ShellLab;
  readonly host: HostServices;
  readonly columns: number;
  /** All of them, for those that speak of others. */
  readonly commands: readonly ShellCommand[];
}

/** One run of a command. After it was interrupted, what it still prints is lost. */
export interface Job extends Seat {
  /** seq of the `shell.input` that began it. */
  readonly cause: Seq;
  print(text: string): void;
  /** What is printed from here on is news, not more of the same. */
  afresh(): void;
  /** Octets from the network or from a file. */
  show(bytes: Uint8Array): void;
  /** Whatever the job waits for is said in this dialog: a person may hold it there, and it ends with the job. */
  waitsOn(dialog: { conn: Connection; end(): void }): void;
  /** Hands the terminal to a program. */
  enter(program: Program): void;
  /** The program says what its prompt is now. */
  prompt(): void;
  /** The program is over. */
  leave(): void;
  /** Becomes a person on another host. */
  goTo(host: HostServices): boolean;
  /** Back to the host before, or out. */
  goBack(): void;
}

/** Writes down what was typed, as it may be shown; returns the event's seq. */
export type NoteInput = (shown: string) => Seq;

/** What a command leaves in front of the person: gets lines, or single characters when it asks for them. */
export interface Program {
  readonly prompt: string;
  readonly mode: 'line' | 'character';
  line(text: string, note: NoteInput): void;
  /** Octets as typed, one character each; only in character mode. */
  bytes(octets: string, note: NoteInput): void;
  signal(signal: 'interrupt' | 'end'): void;
  /** The shell is closed: gives everything back. */
  dispose(): void;
}

export interface ShellCommand {
  readonly name: string;
  readonly synopsis: string;
  /** One line for `help`. */
  readonly summary: string;
  /** More for `help NAME`. */
  readonly details?: readonly string[];
  /** Options that a password follows: it is never shown, nor kept. */
  readonly secretOptions?: readonly string[];
  /** Time may pass while it runs, so nobody may wait for it to come to rest. */
  readonly movesTime?: true;
  run(words: readonly string[], job: Job): void | Promise<void>;
  /** Words that `last` could become; `before` are the words between it and the command. */
  complete?(last: string, before: readonly string[], seat: Seat): readonly string[] | Promise<readonly string[]>;
}
