// A file that only grows, on the machine's disk. Counterpart: real-disk.ts opens it. Rule: for log and capture only; a full
// disk loses what doesn't fit and stops nobody.

import fs from 'node:fs';
import { promisify } from 'node:util';

import { DISK_LIMITS } from '../limits.ts';
import type { AppendFile } from '../world.ts';
import { toldLater } from './disk-errors.ts';

const read = promisify(fs.read);
const write = promisify(fs.write);

/** Gathers what is appended and writes it in large pieces; not synced, for log and capture only. */
export class RealAppendFile implements AppendFile {
  #pending: Uint8Array[] = [];
  #pendingOctets = 0;
  #length: number;
  #written: number;
  #writing: Promise<void> = Promise.resolve();
  #scheduled = false;
  readonly #name: string;
  readonly #fd: number;

  constructor(name: string, fd: number) {
    this.#name = name;
    this.#fd = fd;
    this.#length = fs.fstatSync(fd).size;
    this.#written = this.#length;
  }

  length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): number {
    const at = this.#length;
    // What is large by itself is written by itself: gathered with the rest it would be copied.
    if (bytes.length >= DISK_LIMITS.appendBatch) this.#write();
    this.#pending.push(bytes);
    this.#pendingOctets += bytes.length;
    this.#length += bytes.length;
    if (this.#pendingOctets >= DISK_LIMITS.appendBatch) this.#write();
    else this.#schedule();
    return at;
  }

  async read(at: number, length: number): Promise<Uint8Array> {
    if (at + length > this.#written) await this.flush();
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.#length - at)));
    return toldLater(
      this.#name,
      read(this.#fd, bytes, 0, bytes.length, at).then(({ bytesRead }) => bytes.subarray(0, bytesRead)),
    );
  }

  flush(): Promise<void> {
    this.#write();
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    fs.closeSync(this.#fd);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#write(), DISK_LIMITS.appendDelay_ms).unref();
  }

  #write(): void {
    this.#scheduled = false;
    if (this.#pending.length === 0) return;
    const [only] = this.#pending;
    const batch = this.#pending.length === 1 && only ? only : Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingOctets = 0;
    this.#writing = this.#writing.then(async () => {
      // The log of a full disk is lost, the mail isn't: a failure here must not end the engine.
      await write(this.#fd, batch, 0, batch.length).catch(() => undefined);
      this.#written += batch.length;
    });
  }
}
