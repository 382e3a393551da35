// The learner's progress on disk: progress.json beside the first lab. Counterpart: contract/progress.ts has its shape, the
// `progress.*` commands ask. Rule: what comes is merged into what the file says now, written beside it and renamed over it;
// what was put away stays in the file until it is taken back; a file that can't be read is set aside, never written over.

import { check } from '../../contract/problems.ts';
import { noProgress, type Progress, progressSchema, type ProgressReply } from '../../contract/progress.ts';
import { mergeProgress } from '../../contract/progress-merge.ts';
import { z } from '../../contract/schema.ts';
import { DiskError, type World } from '../world.ts';

const FILE = 'progress.json';
const ASIDE = 'progress-unreadable';

const fileSchema = z.strictObject({
  progress: progressSchema,
  /** What was put away, and when. */
  removed: z.strictObject({ at_ms: z.int().min(0), progress: progressSchema }).exactOptional(),
});
type ProgressFile = z.output<typeof fileSchema>;

export class ProgressKeeper {
  readonly #world: World;
  /** One change at a time, however many screens there are. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
  }

  read(): Promise<ProgressReply> {
    return this.#change((file) => file);
  }

  add(progress: Progress): Promise<ProgressReply> {
    return this.#change((file) => ({ ...file, progress: mergeProgress(file.progress, progress) }));
  }

  /** Puts all of it away. */
  reset(): Promise<ProgressReply> {
    return this.#change(({ progress }) => ({
      progress: noProgress(),
      removed: { at_ms: this.#world.real_ms(), progress },
    }));
  }

  /** Takes back what was put away; what was done since stays. */
  takeBack(): Promise<ProgressReply> {
    return this.#change(({ progress, removed }) => ({
      progress: removed ? mergeProgress(removed.progress, progress) : progress,
    }));
  }

  #change(change: (file: ProgressFile) => ProgressFile): Promise<ProgressReply> {
    const work = async (): Promise<ProgressReply> => {
      const { file: before, setAside } = await this.#load();
      const after = change(before);
      if (after !== before) await this.#save(after);
      return {
        progress: after.progress,
        ...(after.removed ? { removed_ms: after.removed.at_ms } : {}),
        ...(setAside === undefined ? {} : { setAside }),
      };
    };
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #load(): Promise<{ file: ProgressFile; setAside?: string }> {
    const { disk } = this.#world;
    let text: string;
    try {
      text = new TextDecoder().decode(await disk.read(FILE));
    } catch (error) {
      if (error instanceof DiskError && error.problem === 'missing') return { file: { progress: noProgress() } };
      throw error;
    }
    const read = parse(text);
    if (read) return { file: read };
    const setAside = `${ASIDE}-${this.#world.real_ms()}.json`;
    await disk.rename(FILE, setAside);
    return { file: { progress: noProgress() }, setAside };
  }

  async #save(file: ProgressFile): Promise<void> {
    const { disk } = this.#world;
    const fresh = `${FILE}.new`;
    // Left behind by a crash.
    if (await disk.exists(fresh)) await disk.remove(fresh);
    await disk.create(fresh, new TextEncoder().encode(JSON.stringify(file)));
    await disk.rename(fresh, FILE);
    await disk.syncDir('.');
  }
}

function parse(text: string): ProgressFile | undefined {
  try {
    const checked = check(fileSchema, JSON.parse(text));
    return checked.ok ? checked.value : undefined;
  } catch {
    return undefined;
  }
}
