// A person at a shell of a lab: types, reads, presses keys. Counterpart: test/support/telnet.ts, the
// same from outside. Rule: only commands go in, only shell.* events come out.

import type { LabEvent } from '../../../contract/events.ts';
import type { TestLab } from '../../support/lab.ts';

export class Person {
  readonly lab: TestLab;
  readonly shell: string;
  /** Everything shown so far, and how much of it has been read. */
  #shown = '';
  #read = 0;
  prompt = '';
  mode = 'line';
  host = '';
  closed = false;
  #changed: () => void = () => undefined;

  private constructor(lab: TestLab, shell: string) {
    this.lab = lab;
    this.shell = shell;
    for (const event of lab.events) this.#take(event);
    lab.lab.subscribe((event) => this.#take(event));
  }

  static async open(lab: TestLab, host: string): Promise<Person> {
    const { shell } = await lab.send('shell.open', { host });
    return new Person(lab, shell);
  }

  /** Types a line; returns what the command printed, once it is done or waits for more. */
  async type(line: string): Promise<string> {
    this.#read = this.#shown.length;
    await this.lab.send('shell.submit', { shell: this.shell, line });
    return this.#shown.slice(this.#read);
  }

  press(signal: 'interrupt' | 'end') {
    return this.lab.send('shell.signal', { shell: this.shell, signal });
  }

  async complete(line: string): Promise<string[]> {
    return (await this.lab.send('shell.complete', { shell: this.shell, line })).options;
  }

  /** The next whole line of output. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#shown.indexOf('\n', this.#read);
      if (end >= 0) {
        const line = this.#shown.slice(this.#read, end);
        this.#read = end + 1;
        return line;
      }
      await new Promise<void>((resolve) => (this.#changed = resolve));
    }
  }

  /** Waits for a prompt that isn't empty. */
  async back(): Promise<void> {
    while (this.prompt === '') await new Promise<void>((resolve) => (this.#changed = resolve));
  }

  /** `C:` is typed, `S:` must come (`...` at its end: anything more); returns what was different. */
  async dialogue(script: string): Promise<string[]> {
    const differences: string[] = [];
    for (const row of script
      .trim()
      .split('\n')
      .map((one) => one.trim())) {
      const [, side, text = ''] = /^([CS]): ?(.*)$/.exec(row) ?? [];
      if (side === 'C') await this.lab.send('shell.submit', { shell: this.shell, line: text });
      if (side !== 'S') continue;
      const heard = await this.line();
      const fits = text.endsWith('...') ? heard.startsWith(text.slice(0, -3)) : heard === text;
      if (!fits) differences.push(`expected: ${text}\n   heard: ${heard}`);
    }
    return differences;
  }

  #take(event: LabEvent): void {
    if (!event.type.startsWith('shell.') || (event.data as { shell?: string }).shell !== this.shell) return;
    if (event.type === 'shell.output') this.#shown += event.data.text;
    if (event.type === 'shell.closed') this.closed = true;
    if (event.type === 'shell.prompt') {
      this.prompt = event.data.prompt;
      this.mode = event.data.mode;
      this.host = event.host;
    }
    this.#changed();
  }
}
