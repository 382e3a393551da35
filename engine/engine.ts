// The façade of the engine: open a lab directory, follow its events, send it commands, close it.
// Counterpart: host.ts and lab.ts bind it to a carrier. Rule: several labs may live in one process;
// a lab outlives its runs, and a restore is a new run.

import type { CommandName, CommandReply } from '../contract/commands.ts';
import type { EventData, LabEvent } from '../contract/events.ts';
import { emptyState } from '../contract/fold/state.ts';
import type { LabState } from '../contract/fold/state.ts';
import { AsideDesk } from './aside/aside-desk.ts';
import { cloneJson } from '../contract/clone.ts';
import type { Topology, User } from '../contract/topology.ts';
import { type Checkpoint, readHostFiles, writeHostFiles } from './checkpoint.ts';
import { dispatch } from './commands/index.ts';
import type { Disposable } from './disposable.ts';
import { ExperimentDesk } from './experiment/desk.ts';
import type { LessonDraftDesk } from './draft/lesson-draft-desk.ts';
import type { LectureDesk } from './followers/lecture-desk.ts';
import { homeFiles } from './home-files.ts';
import type { OpenDoor } from './internet/doors.ts';
import { readLabFile, readState, writeLabFile, writeState } from './lab-file.ts';
import type { LabShelf } from './labs/lab-shelf.ts';
import { type LabLock, takeLock } from './lab-lock.ts';
import type { ProgressKeeper } from './progress/progress-keeper.ts';
import { RerunDesk } from './replay/rerun-desk.ts';
import { Run } from './run.ts';
import type { World } from './world.ts';

export interface LabOptions {
  /** Where the lab lives, for messages; the files are the world's. */
  dir: string;
  world: World;
  /** For a fresh directory; a lab that exists keeps its own. */
  topology: Topology;
  seed: number;
  manual: boolean;
  serial: boolean;
  /** Where the first run begins, in a fresh directory: at a moment of another lab, whose ids it repeats. */
  from?: { start: Checkpoint; identity: number };
  /** The person's labs, where there are more than this one. */
  shelf?: LabShelf;
  /** What the person has learned, where somebody keeps it. */
  progress?: ProgressKeeper;
  /** The lecture that is given with it, where there are screens. */
  lecture?: LectureDesk;
  /** The lesson that is being written beside it. */
  draft?: LessonDraftDesk;
}

/** Opens a lab beside the one that is open. */
export type OpenLab = (options: LabOptions, listener: (event: LabEvent) => void) => Promise<Lab>;

export interface Ready {
  doors: OpenDoor[];
  dns: string;
  dir: string;
  users: { address: string; login: string; password: string }[];
}

export class Lab {
  readonly options: LabOptions;
  readonly #lock: LabLock;
  readonly #listeners = new Set<(event: LabEvent) => void>();
  readonly #openListeners = new Set<() => void>();
  #run: Run | undefined;
  #start: Checkpoint | undefined;
  #closing: Promise<void> | undefined;
  /** They have labs of their own, and outlive this one's runs. */
  readonly experiments: ExperimentDesk;
  readonly reruns: RerunDesk;
  readonly asides: AsideDesk;
  /** The jump of the lab clock that is under way. */
  jump: { halt: () => void } | undefined;
  readonly closed: Promise<void>;
  #settleClosed: () => void = () => undefined;

  private constructor(options: LabOptions, lock: LabLock) {
    this.options = options;
    this.#lock = lock;
    this.experiments = new ExperimentDesk(
      (options, listener) => Lab.open(options, listener),
      (finished) => {
        if (this.isOpen) this.run.context.scope.emit('experiment.finished', finished);
      },
    );
    this.reruns = new RerunDesk((options, listener) => Lab.open(options, listener));
    this.asides = new AsideDesk((options, listener) => Lab.open(options, listener));
    this.closed = new Promise((resolve) => (this.#settleClosed = resolve));
  }

  /** Opens the lab. Throws, with a sentence for a person, when the directory is in use, unreadable or not to be had. */
  static async open(options: LabOptions, listener?: (event: LabEvent) => void): Promise<Lab> {
    const { disk } = options.world;
    await disk.makeDir('.');
    const lock = await takeLock(options.world, options.dir);
    try {
      const lab = new Lab(options, lock);
      if (listener) lab.#listeners.add(listener);
      if (options.from) {
        const { start, identity } = options.from;
        await writeHostFiles(disk, start.files);
        await lab.#begin(start, { run: start.run, how: 'fork' }, { files: start.files, identity });
        return lab;
      }
      const file = await readLabFile(disk);
      const start: Omit<Checkpoint, 'files'> = {
        run: (file?.run ?? 0) + 1,
        seed: file?.seed ?? options.seed,
        topology: file?.topology ?? options.topology,
        clock_ms: lab.#startTime(file?.clock_ms, file?.topology ?? options.topology),
        state: (file && (await readState(disk))) ?? emptyState(),
      };
      const homes = homeFiles(options.topology);
      if (!file && homes.size > 0) await writeHostFiles(disk, homes);
      await lab.#begin(start, file ? { run: file.run, how: 'restart' } : undefined);
      return lab;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** False while no run is on: before the first, between two, after the last. */
  get isOpen(): boolean {
    return this.#run !== undefined;
  }

  /** The run that is on. */
  get run(): Run {
    if (!this.#run) throw new Error('the lab is closed');
    return this.#run;
  }

  /** How the run began: what a session file and a replay start from. */
  get start(): Checkpoint {
    if (!this.#start) throw new Error('the lab is closed');
    return this.#start;
  }

  get ready(): Ready {
    const { run } = this;
    return {
      doors: run.doors.map(({ as, host, port, service, local }) => ({ as, host, port, service, local })),
      dns: `127.0.0.1:${run.dns.doorPort}`,
      dir: this.options.dir,
      users: run.context.topology.users.map((user: User) => ({
        address: user.address,
        login: user.address,
        password: user.password,
      })),
    };
  }

  subscribe(listener: (event: LabEvent) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Called when a run is up: its first events came before it could be asked for them. */
  onOpen(listener: () => void): Disposable {
    this.#openListeners.add(listener);
    return { dispose: () => this.#openListeners.delete(listener) };
  }

  /** Runs a command. Rejects with CommandProblem when it is refused. */
  dispatch<C extends CommandName>(command: C, args: unknown): Promise<CommandReply[C]> {
    return dispatch(this, command, args);
  }

  settled(): Promise<void> {
    return this.run.settled();
  }

  /** The lab as it is now, at rest. The caller has seen to that. */
  async checkpoint(): Promise<Checkpoint> {
    const { context, options } = this.run;
    await this.run.save();
    return {
      run: options.run,
      seed: options.seed,
      clock_ms: context.clock.now_ms(),
      topology: cloneJson(context.topology),
      state: cloneJson(context.log.state),
      files: await readHostFiles(this.options.world.disk),
    };
  }

  /**
   * Ends the run and begins another from `checkpoint`. `identity` is the run whose ids it repeats,
   * when it is to be played again; otherwise it has its own.
   */
  async restore(checkpoint: Checkpoint, how: 'restore' | 'reset' | 'fork', identity?: number): Promise<void> {
    const before = this.run.options.run;
    await this.run.close(how);
    this.#run = undefined;
    await writeHostFiles(this.options.world.disk, checkpoint.files);
    const start = { ...checkpoint, run: before + 1 };
    await this.#begin(start, { run: before, how }, { files: checkpoint.files, identity: identity ?? start.run });
  }

  /** Remembers settings and clock, so that a lab that ends badly doesn't go back in time. */
  async persist(): Promise<void> {
    const { context, options } = this.run;
    await writeLabFile(this.options.world.disk, {
      format: 1,
      seed: options.seed,
      run: options.run,
      clock_ms: context.clock.now_ms(),
      topology: context.topology,
    });
    await writeState(this.options.world.disk, context.log.state);
  }

  close(reason = 'closed'): Promise<void> {
    this.#closing ??= this.#end(reason);
    return this.#closing;
  }

  async #end(reason: string): Promise<void> {
    await this.experiments.close();
    await this.reruns.close();
    await this.asides.close();
    await this.persist();
    await this.run.close(reason);
    this.#run = undefined;
    this.options.world.activity.stop();
    await this.#lock.release();
    this.#settleClosed();
  }

  async #begin(
    start: Omit<Checkpoint, 'files'>,
    from: EventData['lab.opened']['from'],
    given: { files?: Map<string, Uint8Array>; identity?: number } = {},
  ): Promise<void> {
    const { world, manual, serial } = this.options;
    const topology = cloneJson(start.topology);
    const { run, seed, clock_ms } = start;
    // The run is counted before it does anything, so that its ids are never used again.
    await writeLabFile(world.disk, { format: 1, seed, run, clock_ms, topology });
    this.#start = { ...start, files: given.files ?? (await readHostFiles(world.disk)) };
    this.#run = await Run.open(
      {
        run,
        identity: given.identity ?? run,
        seed,
        topology,
        world,
        start_ms: clock_ms,
        manual,
        serial,
        state: restState(start.state),
        ...(from === undefined ? {} : { from }),
      },
      (log) => log.subscribe((event) => this.#tell(event)),
    );
    for (const listener of this.#openListeners) listener();
  }

  #tell(event: LabEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #startTime(persisted_ms: number | undefined, topology: Topology): number {
    const begin_ms = this.options.manual ? Date.parse(topology.startsAt) : this.options.world.real_ms();
    return Math.max(begin_ms, persisted_ms ?? 0);
  }
}

/** A state without what ended with its run. */
function restState(state: LabState): LabState {
  return { ...cloneJson(state), conns: {}, doors: [], held: [] };
}
