// What the policies of one host remember, as a file of the lab directory.
// Counterpart: policy.ts (PolicyMemory). Rule: bounded, oldest first out; losing it only makes a
// greylist ask again, so it is written now and then and not synced letter by letter.

import { z } from '../../contract/schema.ts';
import { LAB_LIMITS } from '../limits.ts';
import type { Clock, Disk } from '../world.ts';
import type { MemoryEntry, PolicyMemory } from './policy.ts';

const stored = z.array(z.tuple([z.string(), z.number(), z.number()]));

export class FilePolicyMemory implements PolicyMemory {
  readonly #entries = new Map<string, { value: number; until_ms: number }>();
  readonly #disk: Disk;
  readonly #path: string;
  readonly #clock: Clock;
  #changed = false;

  private constructor(disk: Disk, path: string, clock: Clock) {
    this.#disk = disk;
    this.#path = path;
    this.#clock = clock;
  }

  /** Reads what the host remembers; an unreadable file counts as an empty one. */
  static async open(disk: Disk, path: string, clock: Clock): Promise<FilePolicyMemory> {
    const memory = new FilePolicyMemory(disk, path, clock);
    if (await disk.exists(path)) {
      const entries = parse(new TextDecoder().decode(await disk.read(path)));
      for (const [key, value, until_ms] of entries) memory.#entries.set(key, { value, until_ms });
    }
    return memory;
  }

  get(key: string): number | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until_ms >= this.#clock.now_ms() ? entry.value : undefined;
  }

  set(key: string, value: number, until_ms: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until_ms });
    this.#changed = true;
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > LAB_LIMITS.policyEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  forget(key: string): void {
    if (this.#entries.delete(key)) this.#changed = true;
  }

  *entries(): Generator<MemoryEntry> {
    const now_ms = this.#clock.now_ms();
    for (const [key, { value, until_ms }] of this.#entries) if (until_ms >= now_ms) yield { key, value, until_ms };
  }

  /** Writes the file anew if anything changed. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    const now_ms = this.#clock.now_ms();
    const live = [...this.#entries].filter(([, { until_ms }]) => until_ms >= now_ms);
    const text = JSON.stringify(live.map(([key, { value, until_ms }]) => [key, value, until_ms]));
    const fresh = `${this.#path}.new`;
    if (await this.#disk.exists(fresh)) await this.#disk.remove(fresh);
    await this.#disk.create(fresh, new TextEncoder().encode(text));
    await this.#disk.rename(fresh, this.#path);
  }
}

function parse(text: string): z.infer<typeof stored> {
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
