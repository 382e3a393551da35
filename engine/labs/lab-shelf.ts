// The person's labs: the first in the directory that Posthorn was started with, the others below it in labs/. Counterpart:
// `labs.*` of the contract; host.ts opens what is chosen. Rule: a directory's name is a number of ours, never a person's
// words; a lab is copied only at rest or closed, under its lock; what is removed lies in the trash for a while.

import path from 'node:path';

import type { LabEntry } from '../../contract/commands.ts';
import { seedOf, type Student } from '../../contract/hand-in.ts';
import { describeProblems } from '../../contract/problems.ts';
import type { Topology } from '../../contract/topology.ts';
import { checkTopology } from '../../contract/topology-check.ts';
import { emptyState } from '../../contract/fold/state.ts';
import { atRest } from '../at-rest.ts';
import { readHostFiles, writeHostFiles } from '../checkpoint.ts';
import { CommandProblem } from '../commands/problem.ts';
import type { Lab } from '../engine.ts';
import { homeFiles } from '../home-files.ts';
import { type LabFile, readLabFile, readState, writeLabFile, writeState } from '../lab-file.ts';
import { takeLock } from '../lab-lock.ts';
import { soundTopology } from '../open-lab.ts';
import { soundSettings } from '../sound-settings.ts';
import { TOPOLOGIES } from '../topologies/index.ts';
import type { World } from '../world.ts';
import { changeLabel, readLabel } from './label-file.ts';
import { SHELF_LIMITS } from './limits.ts';

/** The id of the lab that Posthorn was started with. */
export const FIRST_LAB = 'first';
/** Of labs that are made on the shelf. */
const SEED = 1;
const LABS = 'labs';
const TRASH = `${LABS}/trash`;
const LAST_FILE = `${LABS}/last.json`;
const NUMBERED = /^lab-([1-9]\d{0,5})$/;

export interface LabShelfParts {
  /** The directory of the first lab. */
  dir: string;
  /** The world of a lab's directory. */
  worldOf: (dir: string) => World;
  /** Opens the lab in a directory in place of the one that is open. */
  show: (id: string, dir: string) => Promise<void>;
}

export class LabShelf {
  readonly #parts: LabShelfParts;
  readonly #root: World;
  /** One change at a time, however many screens there are. */
  #last: Promise<unknown> = Promise.resolve();
  #open = FIRST_LAB;

  constructor(parts: LabShelfParts) {
    this.#parts = parts;
    this.#root = parts.worldOf(parts.dir);
  }

  /** Where a lab lives. */
  dirOf(id: string): string {
    return id === FIRST_LAB ? this.#parts.dir : path.join(this.#parts.dir, LABS, id);
  }

  /** The lab that was open last, if it is still there. */
  async lastOpen(): Promise<string> {
    try {
      const { id } = JSON.parse(new TextDecoder().decode(await this.#root.disk.read(LAST_FILE))) as { id: unknown };
      return typeof id === 'string' && (await this.#ids()).includes(id) ? id : FIRST_LAB;
    } catch {
      return FIRST_LAB;
    }
  }

  /** Remembers which lab is open now. */
  async noteOpen(id: string): Promise<void> {
    this.#open = id;
    const { disk } = this.#root;
    await changeLabel(this.#world(id).disk, { used_ms: this.#root.real_ms() });
    await disk.makeDir(LABS);
    if (await disk.exists(LAST_FILE)) await disk.remove(LAST_FILE);
    await disk.create(LAST_FILE, new TextEncoder().encode(JSON.stringify({ id })));
  }

  async list(): Promise<LabEntry[]> {
    const entries: LabEntry[] = [];
    for (const id of await this.#ids()) {
      const { disk } = this.#world(id);
      const file = await readLabFile(disk).catch(() => undefined);
      const { name, used_ms, student } = await readLabel(disk);
      entries.push({
        id,
        name: name ?? file?.topology.title ?? id,
        isOpen: id === this.#open,
        ...(file === undefined ? {} : { topology: file.topology.title, kind: file.topology.name }),
        ...(used_ms === undefined ? {} : { used_ms }),
        ...(student === undefined ? {} : { student }),
      });
    }
    return entries;
  }

  /** A fresh lab; it isn't opened. A student's has names and ids of its own. */
  create(name: string, topology: string, student?: Student): Promise<string> {
    return this.#inTurn(async () => {
      const id = await this.#fresh(name, this.shipped(topology), student ? seedOf(student) : SEED);
      if (student) await changeLabel(this.#world(id).disk, { student });
      return id;
    });
  }

  /** The settings that a shipped lab begins with. */
  shipped(topology: string): Topology {
    if (!Object.hasOwn(TOPOLOGIES, topology)) throw new CommandProblem('unknown topology', topology);
    return soundTopology(TOPOLOGIES[topology], topology);
  }

  /** A fresh lab of a topology from anywhere. Throws CommandProblem with every defect. */
  import(name: string, topology: unknown): Promise<string> {
    return this.#inTurn(async () => {
      const checked = checkTopology(topology);
      if (!checked.ok) throw new CommandProblem('bad value', describeProblems(checked.problems));
      return this.#fresh(name, soundSettings(checked.value, SEED));
    });
  }

  /** A lab's settings; `lab` is the one that is open. */
  async read(id: string, lab: Lab): Promise<Topology> {
    await this.#mustExist(id);
    if (id === this.#open) return lab.run.context.topology;
    const file = await readLabFile(this.#world(id).disk);
    if (!file) throw new CommandProblem('unknown lab', `there is no lab in ${this.dirOf(id)}`);
    return file.topology;
  }

  /** A copy of a lab; `lab` is the one that is open. */
  duplicate(id: string, name: string, lab: Lab): Promise<string> {
    return this.#inTurn(async () => {
      await this.#mustExist(id);
      if (id === this.#open) {
        await atRest(lab);
        const { state, files, ...head } = await lab.checkpoint();
        return this.#write(name, { format: 1, ...head }, state, files);
      }
      const world = this.#world(id);
      const lock = await takeLock(world, this.dirOf(id));
      try {
        const file = await readLabFile(world.disk);
        if (!file) throw new CommandProblem('unknown lab', `there is no lab in ${this.dirOf(id)}`);
        const state = (await readState(world.disk)) ?? emptyState();
        return await this.#write(name, file, state, await readHostFiles(world.disk));
      } finally {
        await lock.release();
      }
    });
  }

  /** Closes the lab that is open and opens another. */
  open(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#mustExist(id);
      if (id !== this.#open) await this.#parts.show(id, this.dirOf(id));
    });
  }

  rename(id: string, name: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#mustExist(id);
      await changeLabel(this.#world(id).disk, { name });
    });
  }

  /** Puts a lab into the trash. */
  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#mustExist(id);
      if (id === this.#open) throw new CommandProblem('lab open', 'open another lab first, then remove this one');
      if (id === FIRST_LAB) throw new CommandProblem('first lab', 'the first lab stays; reset it instead');
      const { disk } = this.#root;
      // Nobody else may have it open either.
      const lock = await takeLock(this.#world(id), this.dirOf(id));
      await lock.release();
      await disk.makeDir(TRASH);
      await disk.rename(`${LABS}/${id}`, `${TRASH}/${id}`);
      const kept = numbersIn(await disk.list(TRASH));
      for (const old of kept.slice(0, -SHELF_LIMITS.trash)) await disk.removeTree(`${TRASH}/lab-${old}`);
    });
  }

  /** Takes a lab out of the trash. */
  restore(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const { disk } = this.#root;
      if (!NUMBERED.test(id) || !(await disk.isDir(`${TRASH}/${id}`))) {
        throw new CommandProblem('unknown lab', `the trash has no ${id}`);
      }
      await disk.rename(`${TRASH}/${id}`, `${LABS}/${id}`);
    });
  }

  #fresh(name: string, topology: Topology, seed = SEED): Promise<string> {
    const clock_ms = Date.parse(topology.startsAt);
    return this.#write(name, { format: 1, seed, run: 0, clock_ms, topology }, emptyState(), homeFiles(topology));
  }

  #world(id: string): World {
    return this.#parts.worldOf(this.dirOf(id));
  }

  async #ids(): Promise<string[]> {
    return [FIRST_LAB, ...numbersIn(await this.#root.disk.list(LABS)).map((number) => `lab-${number}`)];
  }

  async #mustExist(id: string): Promise<void> {
    if (!(await this.#ids()).includes(id)) throw new CommandProblem('unknown lab', `there is no lab ${id}`);
  }

  async #write(
    name: string,
    file: LabFile,
    state: ReturnType<typeof emptyState>,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<string> {
    const { disk } = this.#root;
    const known = numbersIn([...(await disk.list(LABS)), ...(await disk.list(TRASH))]);
    if ((await this.#ids()).length >= SHELF_LIMITS.labs) {
      throw new CommandProblem('too many', `there are ${SHELF_LIMITS.labs} labs already; remove one first`);
    }
    const id = `lab-${(known.at(-1) ?? 1) + 1}`;
    await disk.makeDir(`${LABS}/${id}`);
    const lab = this.#world(id).disk;
    await writeHostFiles(lab, files);
    await changeLabel(lab, { name });
    await writeState(lab, state);
    // Last, because it says that the rest is whole.
    await writeLabFile(lab, file);
    return id;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** The numbers of labs among names, ascending; names that aren't ours are passed over. */
function numbersIn(names: readonly string[]): number[] {
  const numbers = names.flatMap((name) => NUMBERED.exec(name)?.[1] ?? []).map(Number);
  return numbers.toSorted((one, other) => one - other);
}
