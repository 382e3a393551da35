// A run that is too long to be held: its pages, read from the file when they are wanted. Counterpart:
// contract/session/session-file.ts reads them, page-turner.ts shows moments of it. Rule: a moment begins at the state before
// its page; what was said just before that page comes from the pages before, as many as are asked for.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { Overview } from '../../contract/session/overview.ts';
import type { SessionFile } from '../../contract/session/session-file.ts';
import { History } from './history.ts';
import { PAGE_LIMITS } from './limits.ts';
import { emptyMoment, foldAround, type Moment } from './moment.ts';

export class PagedRun {
  readonly file: SessionFile;
  readonly overview: Overview;
  readonly first: Seq = 1;
  readonly last: Seq;
  /** Events of a page. */
  readonly length: number;
  /** The latest last. */
  readonly #read = new Map<number, Promise<LabEvent[]>>();

  private constructor(file: SessionFile, overview: Overview, length: number) {
    this.file = file;
    this.overview = overview;
    this.last = file.manifest.seq;
    this.length = length;
  }

  /** Throws SessionProblem. */
  static async open(file: SessionFile): Promise<PagedRun> {
    const { manifest } = file;
    return new PagedRun(file, await file.overview(), manifest.format === 1 ? manifest.seq : manifest.page);
  }

  get pages(): number {
    return this.file.pages;
  }

  /** The number of the page that has event `seq`. */
  pageOf(seq: Seq): number {
    return Math.floor((Math.min(Math.max(seq, 1), this.last) - 1) / this.length);
  }

  /** The events of a page; the latest ones stay in memory. */
  page(index: number): Promise<LabEvent[]> {
    const known = this.#read.get(index);
    const page = known ?? this.file.page(index);
    this.#read.delete(index);
    this.#read.set(index, page);
    const [oldest] = this.#read.keys();
    if (this.#read.size > PAGE_LIMITS.kept && oldest !== undefined) this.#read.delete(oldest);
    if (!known) page.catch(() => this.#read.delete(index));
    return page;
  }

  /** The moments of a page. `before`: the pages before it whose dialogs are still shown; `pause` comes after each. */
  async stretch(index: number, before: number, pause?: () => Promise<void>): Promise<History> {
    // One is unpacked while the other is checked.
    const [lab, events] = await Promise.all([this.file.stateBefore(index), this.page(index)]);
    const base: Moment = { ...emptyMoment(), lab };
    const users = base.lab.topology?.users ?? [];
    base.logins = users.map(({ address, password }) => ({ address, password }));
    for (let earlier = Math.max(0, index - before); earlier < index; earlier += 1) {
      for (const event of await this.page(earlier)) foldAround(base, event);
      await pause?.();
    }
    return History.from(base, index * this.length, events);
  }
}
