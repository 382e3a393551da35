// Moments of a paged run on the screen: the page of the wanted one is read and shown, and when a person stays there, what was
// said before it too. Counterpart: bench-store.ts asks it where it would ask the history; paged-run.ts reads. Rule: the
// latest wish wins; whatever comes too late changes nothing.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { BenchState, BenchStore } from './bench-store.ts';
import { History } from './history.ts';
import { LEAP_LIMITS, PAGE_LIMITS } from './limits.ts';
import { cloneMoment } from './moment.ts';
import type { PagedRun } from './paged-run.ts';

export interface TurnerParts {
  wait: (ms: number, then: () => void) => void;
  /** A page can't be read: the file is damaged, or gone. */
  onProblem: (error: unknown) => void;
}

export class PageTurner {
  readonly run: PagedRun;
  readonly #store: BenchStore;
  readonly #parts: TurnerParts;
  /** The history of the live lab, for when the session is closed. */
  readonly #liveHistory: History;
  /** The last page, which the end of the run is shown of. */
  #end: History;
  /** The page that `history` of the store is. */
  #at: number;
  #wanted: Seq | undefined;
  #isTurning = false;
  /** Pages that begin with all the dialogs that there were. */
  readonly #wide = new WeakSet<History>();
  /** Counts wishes: work for an older one is left. */
  #wishes = 0;

  private constructor(store: BenchStore, run: PagedRun, end: History, parts: TurnerParts) {
    this.#store = store;
    this.run = run;
    this.#parts = parts;
    this.#liveHistory = store.getState().history;
    this.#end = end;
    this.#at = run.pages - 1;
  }

  /** Shows the end of `run`. Throws SessionProblem when it can't be read. */
  static async open(store: BenchStore, run: PagedRun, parts: TurnerParts): Promise<PageTurner> {
    const end = await run.stretch(run.pages - 1, 1);
    const turner = new PageTurner(store, run, end, parts);
    const live = end.momentAt(run.last);
    const shown = { live, moment: live, history: end, cursor: undefined, pointed: undefined };
    store.setState({ ...shown, chosen: undefined, seeking: undefined, pages: turner });
    turner.#widenLater();
    return turner;
  }

  /** The live lab's history is the store's again. */
  close(): void {
    this.#wishes += 1;
    this.#wanted = undefined;
    this.#store.setState({ history: this.#liveHistory, pages: undefined, seeking: undefined, cursor: undefined });
  }

  /** Shows the moment after `seq` as soon as its page is there; undefined: the end. */
  show(seq: Seq | undefined): void {
    this.#wishes += 1;
    if (seq === undefined || seq >= this.run.last) {
      this.#wanted = undefined;
      this.#at = this.run.pages - 1;
      const { live } = this.#store.getState();
      this.#store.setState({ cursor: undefined, seeking: undefined, moment: live, history: this.#end });
      return;
    }
    this.#wanted = Math.max(seq, this.run.first);
    if (this.run.pageOf(this.#wanted) === this.#at) this.#put(this.#store.getState().history, this.#at, this.#wanted);
    else {
      this.#store.setState({ seeking: this.#wanted });
      void this.#turn();
    }
  }

  /** Shows the nearest moment on or back from `from` whose event fits; where there is none, the end or the beginning. */
  go(from: Seq, way: 1 | -1, fits: (event: LabEvent) => boolean): void {
    const wish = (this.#wishes += 1);
    this.#find(from, way, fits, wish).then(
      (seq) => {
        if (wish === this.#wishes) this.show(seq ?? (way === 1 ? undefined : this.run.first));
      },
      (error: unknown) => this.#parts.onProblem(error),
    );
  }

  async #find(from: Seq, way: 1 | -1, fits: (event: LabEvent) => boolean, wish: number): Promise<Seq | undefined> {
    const begin = from + way;
    for (let index = this.run.pageOf(begin); index >= 0 && index < this.run.pages; index += way) {
      if (begin < this.run.first || begin > this.run.last) return undefined;
      const events = await this.run.page(index);
      if (wish !== this.#wishes) return undefined;
      const isBeyond = (event: LabEvent) => (way === 1 ? event.seq >= begin : event.seq <= begin) && fits(event);
      const found = way === 1 ? events.find(isBeyond) : events.findLast(isBeyond);
      if (found) return found.seq;
    }
    return undefined;
  }

  async #turn(): Promise<void> {
    if (this.#isTurning) return;
    this.#isTurning = true;
    try {
      while (this.#wanted !== undefined && this.run.pageOf(this.#wanted) !== this.#at) {
        const seq = this.#wanted;
        const index = this.run.pageOf(seq);
        const history = await this.#pageOf(index);
        // Whoever drags on sees where they have been meanwhile; who went back to the end doesn't.
        if (this.#wanted === undefined) break;
        const isThere = this.run.pageOf(this.#wanted) === index;
        this.#put(history, index, isThere ? this.#wanted : seq);
      }
    } catch (error) {
      this.show(undefined);
      this.#parts.onProblem(error);
    } finally {
      this.#isTurning = false;
    }
  }

  /** The next page goes on from this one, with all its dialogs; the one before it has those of one page more, any other its own. */
  async #pageOf(index: number): Promise<History> {
    if (index !== this.#at + 1) return this.run.stretch(index, Math.abs(index - this.#at) === 1 ? 1 : 0);
    const { history } = this.#store.getState();
    const events = await this.run.page(index);
    const next = History.from(cloneMoment(history.momentAt(history.last)), history.last, events);
    if (this.#wide.has(history)) this.#wide.add(next);
    return next;
  }

  #put(history: History, index: number, cursor: Seq): void {
    this.#at = index;
    const seeking = this.#wanted === cursor ? undefined : this.#wanted;
    this.#store.setState({ history, cursor, moment: history.momentAt(cursor), seeking });
    if (seeking === undefined) this.#widenLater();
  }

  /** Reads what was said before the page, once somebody stays at it. */
  #widenLater(): void {
    const wish = this.#wishes;
    this.#parts.wait(LEAP_LIMITS.rest_ms, () => {
      if (wish === this.#wishes) void this.#widen(wish);
    });
  }

  async #widen(wish: number): Promise<void> {
    const index = this.#at;
    if (index === 0 || this.#wide.has(this.#store.getState().history)) return;
    const pause = () =>
      new Promise<void>((resolve, reject) => {
        this.#parts.wait(0, () => (wish === this.#wishes ? resolve() : reject(new Overtaken())));
      });
    try {
      // The dialogs of the moment first, then those that one may look back at.
      for (const before of [1, PAGE_LIMITS.before]) {
        const history = await this.run.stretch(index, before, pause);
        await pause();
        if (before > 1) this.#wide.add(history);
        this.#putWide(history, this.#store.getState());
      }
    } catch (error) {
      // What can't be read is told when somebody goes there.
      if (!(error instanceof Overtaken)) this.#parts.onProblem(error);
    }
  }

  #putWide(history: History, { cursor }: BenchState): void {
    const moment = history.momentAt(cursor ?? this.run.last);
    if (cursor !== undefined) this.#store.setState({ history, moment });
    else {
      this.#end = history;
      this.#store.setState({ history, moment, live: moment });
    }
  }
}

/** Another wish came. */
class Overtaken extends Error {}
