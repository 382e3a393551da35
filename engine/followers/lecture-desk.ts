// The lecture of this process: its stage, the presenter's keys from a second window, and the doors for followers if somebody
// opened them. Counterpart: commands/lecture.ts. Rule: it outlives labs and runs, because a lecture goes through several; doors
// are closed until the presenter opens them.

import os from 'node:os';

import type {
  HallStatus,
  LectureStatus,
  MachineAddress,
  Notes,
  PresenterKey,
} from '../../contract/lecture/commands.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import type { Stage } from '../../contract/lecture/stage.ts';
import type { StaticFiles } from '../../site/static-files.ts';
import { CommandProblem } from '../commands/problem.ts';
import type { Disposable } from '../disposable.ts';
import type { Lab } from '../engine.ts';
import { News } from '../news.ts';
import type { World } from '../world.ts';
import { Ballot } from './ballot.ts';
import { EventPages } from './event-pages.ts';
import { Hall, type Recording } from './hall.ts';

export interface LectureDeskParts {
  world: Pick<World, 'nonce' | 'real_ms' | 'later'>;
  /** The follower's page and what it loads. Throws where the screen isn't built. */
  files: () => StaticFiles;
  addresses?: () => MachineAddress[];
}

export class LectureDesk {
  readonly #parts: LectureDeskParts;
  readonly #news = new News();
  readonly #ballot = new Ballot();
  #stage: Stage | null = null;
  #notes: Notes | null = null;
  #presses: { id: number; key: PresenterKey }[] = [];
  #pressed = 0;
  #recording: Recording | undefined;
  #hall: Hall | undefined;
  #lab = 0;
  #pages: EventPages | undefined;
  #subscriptions: readonly Disposable[] = [];

  constructor(parts: LectureDeskParts) {
    this.#parts = parts;
  }

  /** Another lab is open now. */
  follow(lab: Lab): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#lab += 1;
    this.#pages = new EventPages(lab, this.#lab);
    this.#subscriptions = this.#hall ? this.#listenTo(lab) : [];
    this.#followed = lab;
    this.#hall?.wake();
  }

  #followed: Lab | undefined;

  /** Only while somebody may follow: otherwise a letter's events pay nothing for it. */
  #listenTo(lab: Lab): readonly Disposable[] {
    const wake = () => this.#hall?.wake();
    return [lab.subscribe(wake), lab.onOpen(wake)];
  }

  addresses(): MachineAddress[] {
    return (this.#parts.addresses ?? machineAddresses)();
  }

  /** Rejects with CommandProblem where the address isn't this machine's, or can't be had. */
  async openHall(address: string, port: number): Promise<{ origin: string; code: string }> {
    if (!this.addresses().some((one) => one.address === address)) {
      throw new CommandProblem(
        'unknown address',
        `this machine has no address ${address}; lecture.addresses lists them`,
      );
    }
    await this.closeHall();
    try {
      this.#hall = await Hall.open({
        address,
        port,
        files: this.#parts.files(),
        world: this.#parts.world,
        ballot: this.#ballot,
        now: () => ({ stage: this.#stage, pages: this.#pages, lab: this.#lab }),
        recording: () => this.#shownRecording(),
        onNews: () => this.#news.tell(),
      });
    } catch (error) {
      throw new CommandProblem('not to be had', `${address} port ${port}: ${(error as Error).message}`);
    }
    if (this.#followed) this.#subscriptions = this.#listenTo(this.#followed);
    this.#news.tell();
    return { origin: this.#hall.origin, code: this.#hall.code };
  }

  async closeHall(): Promise<void> {
    const hall = this.#hall;
    this.#hall = undefined;
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#subscriptions = [];
    await hall?.close();
    this.#news.tell();
  }

  show(stage: Stage | null, notes: Notes | undefined): void {
    this.#stage = stage;
    this.#notes = stage ? (notes ?? null) : null;
    this.#ballot.ask(stage?.vote);
    this.#hall?.showStage();
    this.#news.tell();
  }

  /** One is kept, the last: it is on the stage as long as the stage names its number. */
  keepRecording(file: Buffer): number {
    this.#recording = { id: (this.#recording?.id ?? 0) + 1, file };
    return this.#recording.id;
  }

  /** The session file that is on the stage. */
  #shownRecording(): Recording | undefined {
    return this.#recording?.id === this.#stage?.recording ? this.#recording : undefined;
  }

  press(key: PresenterKey): void {
    this.#pressed += 1;
    this.#presses = [...this.#presses, { id: this.#pressed, key }].slice(-LECTURE_LIMITS.presses);
    this.#news.tell();
  }

  async status(seen: number | undefined): Promise<LectureStatus> {
    if (seen !== undefined) await this.#news.after(seen);
    const hall: HallStatus | null = this.#hall?.status ?? null;
    return {
      news: this.#news.count,
      stage: this.#stage,
      notes: this.#notes,
      presses: this.#presses,
      hall,
      answers: this.#ballot.counts,
    };
  }
}

/** Of all network cards, but for those that are no use without a zone. */
function machineAddresses(): MachineAddress[] {
  return Object.entries(os.networkInterfaces()).flatMap(([name, cards = []]) =>
    cards
      .filter(({ address }) => !address.startsWith('fe80:'))
      .map(({ address, internal }) => ({ address, name, isLoopback: internal })),
  );
}
