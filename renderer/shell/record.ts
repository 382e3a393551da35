// The session as lines of text: for a screen reader's log. Counterpart: session.ts fills it, shell-drawer.tsx shows it.
// Rule: bounded; a line keeps its number, so that a view adds what is new and touches nothing else.

export interface RecordLine {
  number: number;
  text: string;
}

/** Lines that can be read back: the terminal keeps about as many. */
const KEPT = 500;

export class SessionRecord {
  #lines: readonly RecordLine[] = [];
  #count = 0;
  #open = '';

  /** Whole lines, oldest first. The same array until a line is ended. */
  get lines(): readonly RecordLine[] {
    return this.#lines;
  }

  /** The text since the last line end. */
  get open(): string {
    return this.#open;
  }

  /** All that is kept. */
  get text(): string {
    return [...this.#lines.map((line) => line.text), this.#open].join('\n');
  }

  add(text: string): void {
    const parts = (this.#open + text).split('\n');
    this.#open = parts.pop() ?? '';
    if (parts.length === 0) return;
    const fresh = parts.map((part) => ({ number: (this.#count += 1), text: part }));
    this.#lines = [...this.#lines, ...fresh].slice(-KEPT);
  }

  clear(): void {
    this.#lines = [];
    this.#open = '';
  }
}
