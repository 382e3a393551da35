// What a POP3 program knows of the letters that it saw, and the letters that it took from the server: in a folder of its
// user's home, at the desk. Counterpart: pop3-reader.ts. Rule: a letter is on the disk before anybody asks the server to
// delete it; what the file says is checked, because anybody may have written into it.

import { check } from '../../contract/problems.ts';
import { z } from '../../contract/schema.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { type Disk, DiskError } from '../world.ts';
import { INBOX_LIMITS } from './limits.ts';

/** `unique`: the server's unique-id (RFC 1939 section 7), by which a letter is known again. */
const recordSchema = z.strictObject({
  uid: z.int().min(1),
  unique: z.string().max(100),
  flags: z.array(z.string().max(40)).max(10),
  /** It was taken from the server: octets of the file that has it. */
  kept: z.int().min(0).optional(),
});
const fileSchema = z.strictObject({ next: z.int().min(1), letters: z.array(recordSchema).max(INBOX_LIMITS.kept) });
type LetterRecord = z.output<typeof recordSchema>;

export class KeptLetters {
  readonly #disk: Disk;
  readonly #dir: string;
  #next: number;
  readonly #records: Map<string, LetterRecord>;

  private constructor(disk: Disk, dir: string, { next, letters }: z.output<typeof fileSchema>) {
    this.#disk = disk;
    this.#dir = dir;
    this.#next = next;
    this.#records = new Map(letters.map((one) => [one.unique, one]));
  }

  static async open(disk: Disk, dir: string): Promise<KeptLetters> {
    await disk.makeDir(dir);
    const known = await readBook(disk, `${dir}/letters.json`);
    return new KeptLetters(disk, dir, known ?? { next: 1, letters: [] });
  }

  /** The record of a letter on the server, made when it is first seen. */
  of(unique: string): LetterRecord {
    const known = this.#records.get(unique);
    if (known) return known;
    const record: LetterRecord = { uid: this.#next, unique, flags: [] };
    this.#next += 1;
    this.#records.set(unique, record);
    return record;
  }

  byUid(uid: number): LetterRecord | undefined {
    return [...this.#records.values()].find((one) => one.uid === uid);
  }

  taken(): LetterRecord[] {
    return [...this.#records.values()].filter((one) => one.kept !== undefined);
  }

  /** Whether one more can be taken. */
  get hasRoom(): boolean {
    return this.taken().length < INBOX_LIMITS.kept;
  }

  /** Marks are remembered of what is still there: `present` are the server's unique-ids. */
  async forgetOthers(present: ReadonlySet<string>): Promise<void> {
    for (const [unique, { kept }] of this.#records) {
      if (kept === undefined && !present.has(unique)) this.#records.delete(unique);
    }
    await this.save();
  }

  async take(record: LetterRecord, message: ByteString): Promise<void> {
    const file = this.#file(record);
    if (await this.#disk.exists(file)) await this.#disk.remove(file);
    await this.#disk.create(file, fromByteString(message));
    record.kept = message.length;
    await this.save();
  }

  async read(record: LetterRecord): Promise<ByteString> {
    return toByteString(await this.#disk.read(this.#file(record)));
  }

  async remove(record: LetterRecord): Promise<void> {
    this.#records.delete(record.unique);
    await this.save();
    if (record.kept !== undefined) await this.#disk.remove(this.#file(record));
  }

  /** Replaces the book whole: a crash leaves the old one or the new one. */
  async save(): Promise<void> {
    const letters = [...this.#records.values()].slice(-INBOX_LIMITS.kept);
    const text = `${JSON.stringify({ next: this.#next, letters }, undefined, 2)}\n`;
    const fresh = `${this.#dir}/letters.new`;
    if (await this.#disk.exists(fresh)) await this.#disk.remove(fresh);
    await this.#disk.create(fresh, Buffer.from(text));
    await this.#disk.rename(fresh, `${this.#dir}/letters.json`);
    await this.#disk.syncDir(this.#dir);
  }

  /** A number of ours: what a server says never becomes a file's name. */
  #file({ uid }: LetterRecord): string {
    return `${this.#dir}/${uid}.eml`;
  }
}

/** Undefined where there is none that can be believed. */
async function readBook(disk: Disk, path: string): Promise<z.output<typeof fileSchema> | undefined> {
  try {
    const checked = check(fileSchema, JSON.parse(Buffer.from(await disk.read(path)).toString()));
    return checked.ok ? checked.value : undefined;
  } catch (error) {
    if (error instanceof DiskError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
