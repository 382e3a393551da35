// A run played again beside the lab that it is of: a lab of its own in memory, the same inputs, and one change or none.
// Counterpart: rerun-desk.ts keeps it, `rerun.*` ask. Rule: the lab that is open doesn't notice; two reruns of one run
// differ by nothing but the change.

import type { Change, RerunStatus } from '../../contract/rerun.ts';
import { cloneJson } from '../../contract/clone.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { advanceTo } from '../advance.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { CommandProblem } from '../commands/problem.ts';
import type { Lab, OpenLab } from '../engine.ts';
import { News } from '../news.ts';
import { UnattendedWorld } from '../unattended-world.ts';
import { refuseOutward } from './fork.ts';
import { REPLAY_LIMITS } from './limits.ts';
import { Landmark, UnitCounts, UnitFinder, type UnitPlace } from './places.ts';
import { type Instant, play } from './play.ts';
import { octetsOf, retype, stimuliOf, type Stimulus, without } from './stimuli.ts';

interface Plan {
  from: { start: Checkpoint; identity: number };
  serial: boolean;
  stimuli: readonly Stimulus[];
  end: Instant | undefined;
  goOn: boolean;
  amend?: { at: UnitPlace; octets: Uint8Array };
  set?: { is: (event: LabEvent) => boolean; change: Extract<Change, { kind: 'set' }> };
}

export class Rerun {
  readonly #plan: Plan;
  #lab: Lab | undefined;
  #state: RerunStatus['state'] = 'running';
  #share = 0;
  #detail: string | undefined;
  readonly #news = new News();

  private constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** What is to be played, out of the run that is on. Throws CommandProblem when it can't be, or there is nothing to change. */
  static async of(lab: Lab, until: Seq, change: Change | undefined, goOn: boolean): Promise<Rerun> {
    refuseOutward(lab);
    const landmark = new Landmark(change?.kind === 'set' ? change.after : 0);
    const unit = new UnitFinder(change?.kind === 'wire' ? change.line : 0);
    let end: Instant | undefined;
    const stimuli = await stimuliOf(lab, until, (event) => {
      landmark.note(event);
      unit.note(event);
      end = { at_ms: event.at_ms, mono_us: event.mono_us };
    });
    const { identity } = lab.run.options;
    const plan = { from: { start: lab.start, identity }, serial: lab.options.serial, stimuli, end, goOn };
    switch (change?.kind) {
      case undefined:
        return new Rerun(plan);
      case 'set':
        return new Rerun({ ...plan, set: { is: landmark.finder(), change } });
      case 'wire': {
        const at = unit.place ?? nothingAt(change.line);
        return new Rerun({ ...plan, amend: { at, octets: octetsOf(change.instead) } });
      }
      case 'said': {
        const said = stimuli.find((one) => one.event.seq === change.input);
        return said && retype(said, change.instead) ? new Rerun(plan) : nothingAt(change.input);
      }
      case 'undone': {
        const done = stimuli.find((one) => one.event.seq === change.input) ?? nothingAt(change.input);
        return new Rerun({ ...plan, stimuli: without(stimuli, done) });
      }
    }
  }

  /** Resolves when it is over, however it ended. */
  async run(openLab: OpenLab): Promise<void> {
    try {
      if (this.#state === 'running') await this.#play(openLab);
      this.#tell('done');
    } catch (error) {
      this.#detail = (error as Error).message;
      this.#tell('failed');
    }
    if (this.#state !== 'done') await this.close();
  }

  get status(): RerunStatus {
    const detail = this.#detail === undefined ? {} : { detail: this.#detail };
    return { state: this.#state, share: this.#share, news: this.#news.count, ...detail };
  }

  /** The status, as soon as there is other news than `seen`. */
  async newsAfter(seen: number): Promise<RerunStatus> {
    await this.#news.after(seen);
    return this.status;
  }

  /** Its lab, while there is something to be seen in it. */
  get lab(): Lab | undefined {
    return this.#state === 'done' ? this.#lab : undefined;
  }

  async close(): Promise<void> {
    this.#tell('cancelled');
    const lab = this.#lab;
    this.#lab = undefined;
    await lab?.close('rerun');
  }

  async #play(openLab: OpenLab): Promise<void> {
    const { from, serial, stimuli, end, goOn, set } = this.#plan;
    const unattended = new UnattendedWorld(REPLAY_LIMITS.stuck_us);
    const topology = cloneJson(from.start.topology);
    topology.doors = [];
    topology.dnsDoor = 0;
    const start = { ...from.start, topology };
    const counts = new UnitCounts();
    let change = set && (() => this.#set(set.change));
    const lab = await openLab(
      {
        dir: 'rerun',
        ...{ world: unattended.world, topology, seed: start.seed, manual: true, serial },
        from: { ...from, start },
      },
      (event) => {
        counts.note(event);
        if (set?.is(event) !== true || !change) return;
        const now = change;
        change = undefined;
        // After what is being done right now, and before anything that follows from it.
        queueMicrotask(() => void now());
      },
    );
    this.#lab = lab;
    this.#amendIn(lab, counts);
    let isOver = false;
    const attending = unattended.attend(lab, () => isOver);
    const isOff = () => this.#state !== 'running';
    /** A moment that isn't one of a dialog, or didn't come again. */
    const changeNow = async () => {
      const now = change;
      change = undefined;
      await now?.();
    };
    try {
      await play(lab, stimuli, end, {
        isOff,
        before: async ({ event }, done) => {
          this.#progress(done / (stimuli.length + 1));
          if (set && event.seq >= set.change.after) await changeNow();
        },
      });
      await changeNow();
      if (this.#detail !== undefined) throw new Error(this.#detail);
      if (goOn && !isOff()) await goOnUntilNothingWaits(lab, isOff);
    } finally {
      isOver = true;
      await attending;
    }
  }

  async #set({ host, path, value }: Extract<Change, { kind: 'set' }>): Promise<void> {
    try {
      await this.#lab?.dispatch('config.patch', { host, path, value });
    } catch (error) {
      this.#detail ??= (error as Error).message;
    }
  }

  #amendIn(lab: Lab, counts: UnitCounts): void {
    const { amend } = this.#plan;
    if (!amend) return;
    const { holds } = lab.run.context.internet;
    const { at, octets } = amend;
    holds.amend = (conn, from, waiting) => {
      if (conn.id !== at.conn || from !== at.from || counts.of(conn.id, from) + waiting !== at.index) return undefined;
      holds.amend = undefined;
      return octets;
    };
  }

  #progress(share: number): void {
    const told = Math.floor(this.#share * REPLAY_LIMITS.shares);
    this.#share = share;
    if (Math.floor(share * REPLAY_LIMITS.shares) !== told) this.#news.tell();
  }

  /** How it ended; what has ended stays as it is. */
  #tell(state: RerunStatus['state']): void {
    if (this.#state !== 'running') return;
    this.#state = state;
    this.#news.tell();
  }
}

/** What is still held goes on, and time passes from try to try, those of actors too. */
async function goOnUntilNothingWaits(lab: Lab, isOff: () => boolean): Promise<void> {
  const { clock, internet, log } = lab.run.context;
  for (const { id } of internet.holds.rules) await lab.dispatch('hold.clear', { id });
  await lab.settled();
  const last_ms = clock.now_ms() + REPLAY_LIMITS.goOn_ms;
  for (let step = 0; step < REPLAY_LIMITS.goOnSteps && !isOff(); step += 1) {
    const entries = Object.values(log.state.queues).flatMap((queue) => Object.values(queue));
    const isActive = Object.values(log.state.actors ?? {}).some(({ ended }) => ended === undefined);
    const acts_ms = isActive ? clock.next_ms() : undefined;
    const next_ms = Math.min(acts_ms ?? Infinity, ...entries.flatMap((entry) => entry.next_ms ?? []));
    if (!(next_ms <= last_ms)) return;
    await advanceTo(lab, Math.max(next_ms, clock.now_ms()), isOff);
  }
}

function nothingAt(seq: Seq): never {
  throw new CommandProblem(
    'nothing to change',
    `nothing that could be changed stands at event ${seq}; choose another line`,
  );
}
