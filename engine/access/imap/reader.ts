// Gathers a client's command from lines and literals (RFC 3501 section 4.3, RFC 7888). Counterpart: scanner.ts
// reads what is gathered. Rule: a literal becomes one character in the text, outside what octets can be,
// so that the grammar never looks inside it.
//
//   a1 LOGIN {3}CRLF bob {6}CRLF secretCRLF   ->  text `a1 LOGIN <L0> <L1>`, literals [bob, secret]

import type { ByteString } from '../../../mail/bytes.ts';
import { ACCESS_LIMITS } from '../limits.ts';
import { LineBuffer } from '../line-buffer.ts';

/** First of the stand-ins, in Unicode's private use area: no ByteString has such a character. */
export const LITERAL_0 = 0xe000;

export interface GatheredCommand {
  text: string;
  literals: readonly Uint8Array[];
}

export type ReaderEvent =
  | ({ kind: 'command' } & GatheredCommand)
  /** The client waits for `+` before it sends the literal. */
  | { kind: 'literalWanted' }
  /** The client waits, and is told no (RFC 7888 section 4): the command ends here. */
  | { kind: 'literalTooBig'; text: string }
  /** What comes next can't be told from the rest any more. */
  | { kind: 'tooLong' };

const LITERAL = /\{(\d{1,10})(\+?)\}$/;

export class CommandReader {
  readonly #lines = new LineBuffer(ACCESS_LIMITS.imapLineOctets);
  readonly #literalLimit: (text: string) => number;
  #text = '';
  #literals: Uint8Array[] = [];
  #open: { pieces: Uint8Array[]; left: number } | undefined;

  /** `literalLimit`: octets allowed in a literal after this beginning of a command. */
  constructor(literalLimit: (text: string) => number) {
    this.#literalLimit = literalLimit;
  }

  /** Reads on from `at`, and stops when there is something to do. */
  take(bytes: Uint8Array, at: number): { at: number; event?: ReaderEvent } {
    if (this.#open) return { at: this.#takeLiteral(bytes, at, this.#open) };
    const cut = this.#lines.take(bytes, at);
    if (cut.tooLong) return { at: cut.at, event: { kind: 'tooLong' } };
    if (cut.line === undefined) return { at: cut.at };
    const event = this.#takeLine(cut.line);
    return event ? { at: cut.at, event } : { at: cut.at };
  }

  /** One line that is no command: an answer to `+`. */
  takeAnswer(bytes: Uint8Array, at: number): { at: number; line?: ByteString; tooLong?: true } {
    return this.#lines.take(bytes, at);
  }

  clear(): void {
    this.#lines.clear();
    this.#reset();
  }

  #takeLine(line: ByteString): ReaderEvent | undefined {
    const text = this.#text + line;
    if (text.length > ACCESS_LIMITS.imapLineOctets) return { kind: 'tooLong' };
    const literal = LITERAL.exec(line);
    if (!literal) {
      const command: ReaderEvent = { kind: 'command', text, literals: this.#literals };
      this.#reset();
      return command;
    }
    const octets = Number(literal[1]);
    const waits = literal[2] === '';
    const before = text.slice(0, text.length - literal[0].length);
    const fits = octets <= this.#literalLimit(before) && this.#literals.length < ACCESS_LIMITS.literalsPerCommand;
    if (!fits) {
      this.#reset();
      return waits ? { kind: 'literalTooBig', text: before } : { kind: 'tooLong' };
    }
    this.#text = before + String.fromCharCode(LITERAL_0 + this.#literals.length);
    this.#open = { pieces: [], left: octets };
    this.#closeLiteral(this.#open);
    return waits ? { kind: 'literalWanted' } : undefined;
  }

  #takeLiteral(bytes: Uint8Array, at: number, open: { pieces: Uint8Array[]; left: number }): number {
    const piece = new Uint8Array(bytes.subarray(at, at + open.left)); // a copy: the owner may use its buffer again
    open.pieces.push(piece);
    open.left -= piece.length;
    this.#closeLiteral(open);
    return at + piece.length;
  }

  #closeLiteral(open: { pieces: Uint8Array[]; left: number }): void {
    if (open.left > 0) return;
    this.#literals.push(Buffer.concat(open.pieces));
    this.#open = undefined;
  }

  #reset(): void {
    this.#text = '';
    this.#literals = [];
    this.#open = undefined;
  }
}
