// The labs in which lectures happen: one for each topology, kept apart from the person's own. Counterpart: lecture-desk.ts. Rule:
// known by its name, made when first wanted, and put back to how it was made before each scene; the person's lab is left as it is.

import type { CommandInput, CommandName } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import type { CutScene } from '../../lessons/playlists/cut.ts';
import { type OwnNames, rename } from '../../lessons/playlists/own-names.ts';
import { catchUp, type StageLab } from '../../lessons/playlists/stagehand.ts';
import type { BenchStore } from '../store/bench-store.ts';
import { CommandFailed, type Source } from '../source/source.ts';
import { t } from '../text/t.ts';
import { STAGE_LIMITS } from './limits.ts';

/** The checkpoint that each scene goes back to. */
const FRESH = 'lecture';
const LAB_NAME_CHARS = 60;

export class LectureLab {
  readonly #source: Source;
  readonly #store: BenchStore;
  /** The lab that was open before the lecture. */
  home: string | undefined;

  constructor(source: Source, store: BenchStore) {
    this.#source = source;
    this.#store = store;
  }

  /** Opens it, fresh. */
  async #open(kind: TopologyName, names: OwnNames | undefined): Promise<void> {
    const { dispatch } = this.#source;
    const { labs } = await dispatch('labs.list', {});
    const open = labs.find((lab) => lab.isOpen);
    const name = nameOf(kind, names);
    const found = labs.find((lab) => lab.name === name);
    this.home ??= open?.name.startsWith(t('lecture.labName', { title: '' })) ? undefined : open?.id;
    if (found?.isOpen !== true) await this.#goTo(found?.id ?? (await this.#make(kind, name, names)));
    await this.#freshen();
  }

  /** Everything is as this scene begins. Stops half-way once it is off. */
  async begin(scene: CutScene, names: OwnNames | undefined, isOff: () => boolean): Promise<void> {
    await this.#open(scene.start.topology, names);
    if (isOff()) return;
    const { dispatch } = this.#source;
    const send: StageLab['send'] = <C extends CommandName>(command: C, args: CommandInput<C>) => {
      if (isOff()) throw new Error('another scene was begun');
      return dispatch(command, args);
    };
    await catchUp({ send }, scene);
  }

  /** The engine answers, and its lab has been heard of. */
  live(): Promise<void> {
    return this.#until(({ link, live }) => link.name === 'live' && live.lab.topology !== undefined);
  }

  /** As it was made: a new run. */
  async #freshen(): Promise<void> {
    const { dispatch } = this.#source;
    const restored = await dispatch('lab.restore', { name: FRESH }).catch((error: unknown) => {
      if (error instanceof CommandFailed && error.problem === 'unknown checkpoint') return undefined;
      throw error;
    });
    if (!restored) {
      await dispatch('lab.checkpoint', { name: FRESH });
      return;
    }
    await this.#until(({ live }) => live.lab.run === restored.run);
  }

  /** The person's own lab again. */
  async goBack(): Promise<void> {
    const { home } = this;
    this.home = undefined;
    if (home !== undefined) await this.#source.dispatch('labs.open', { id: home });
  }

  async #make(kind: TopologyName, name: string, names: OwnNames | undefined): Promise<string> {
    const { dispatch } = this.#source;
    if (!names) return (await dispatch('labs.create', { name, topology: kind })).id;
    const { topology } = await dispatch('labs.read', { topology: kind });
    return (await dispatch('labs.import', { name, topology: rename<Topology>(topology, names) })).id;
  }

  async #goTo(id: string): Promise<void> {
    const { link } = this.#store.getState();
    const left = link.name === 'live' ? link.dir : '';
    await this.#source.dispatch('labs.open', { id });
    await this.#until((state) => state.link.name === 'live' && state.link.dir !== left);
    // The directory is told before the lab's first event.
    const { seq } = await this.#source.dispatch('clock.get', {});
    await this.#until(({ history, live }) => live.lab.topology !== undefined && history.last >= seq);
  }

  #until(done: (state: ReturnType<BenchStore['getState']>) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!done(this.#store.getState())) return;
        stop();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new CommandFailed({ problem: 'no answer', detail: 'lab' }));
      }, STAGE_LIMITS.lab_ms);
      const stop = this.#store.subscribe(look);
      look();
    });
  }
}

function nameOf(kind: TopologyName, names: OwnNames | undefined): string {
  const title = names ? `${kind}, ${names.campus}, ${names.harbor}` : kind;
  return t('lecture.labName', { title }).slice(0, LAB_NAME_CHARS);
}
