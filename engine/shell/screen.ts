// A shell's end of the event log: what is shown and typed, made harmless, in pieces, bounded.
// Counterpart: shell.ts; a screen draws these events. Rule: whatever is shown passes through
// `visibleText` here, and too much of it is cut with a note that says so.

import type { EventData } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { SHELL_LIMITS } from '../limits.ts';
import type { Scope } from '../scope.ts';
import { visibleText } from './visible.ts';

type ShellEvent = 'shell.opened' | 'shell.prompt' | 'shell.input' | 'shell.output' | 'shell.closed';

export class Screen {
  readonly #shell: string;
  #scope: Scope;
  /** The last input: the cause of what is shown. */
  #typed: Seq | undefined;
  #shown = 0;
  #atLineStart = true;

  constructor(shell: string, scope: Scope) {
    this.#shell = shell;
    this.#scope = scope;
  }

  moveTo(host: string): void {
    this.#scope = this.#scope.about({ host });
  }

  emit<T extends ShellEvent>(type: T, data: EventData[T], cause?: Seq): Seq {
    return this.#scope.emit(type, data, cause);
  }

  /** What a person typed, line end included. */
  typed(text: string, cause: Seq): Seq {
    this.#shown = 0;
    this.#atLineStart = true;
    this.#typed = this.emit('shell.input', { shell: this.#shell, text: visibleText(text) }, cause);
    return this.#typed;
  }

  /** What comes now is no part of what was too much. */
  afresh(): void {
    this.#shown = 0;
  }

  print(text: string): void {
    const room = SHELL_LIMITS.burstCharacters - this.#shown;
    if (room <= 0 || text === '') return;
    const visible = visibleText(text.slice(0, room));
    this.#shown += visible.length;
    for (let at = 0; at < visible.length; at += SHELL_LIMITS.outputCharacters) {
      this.#put(visible.slice(at, at + SHELL_LIMITS.outputCharacters));
    }
    if (this.#shown < SHELL_LIMITS.burstCharacters) return;
    this.#put('\n[more than a person reads: the rest is not shown here]\n');
  }

  /** A prompt begins a line, whatever was shown before it. */
  prompt(prompt: string, mode: 'line' | 'character'): void {
    if (prompt !== '' && !this.#atLineStart) this.#put('\n');
    this.emit('shell.prompt', { shell: this.#shell, prompt, mode }, this.#typed);
  }

  #put(text: string): void {
    this.#atLineStart = text.endsWith('\n');
    this.emit('shell.output', { shell: this.#shell, text }, this.#typed);
  }
}
