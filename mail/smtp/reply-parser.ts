// The client's side of a dialog: reply octets in, whole replies out. Counterpart: smtp/replies.ts writes them.
// Rule: no I/O, bounded, and a broken reply is an error with a code, because RFC 5321 section 4.2.1 leaves a client
// nothing safe to guess about it. Bare LF ends a line too, since some servers send it.

import { toByteString, type ByteString } from '../bytes.ts';
import { REPLY_LINE_OCTETS, REPLY_LINES_COUNT } from '../limits.ts';
import type { Reply } from './replies.ts';

export type ReplyErrorCode =
  | 'line-too-long'
  | 'too-many-lines'
  | 'not-a-reply' // no three digits followed by space, hyphen or the line's end
  | 'codes-differ'; // the lines of one reply have different codes

/** A server broke the grammar of replies. The connection is of no more use. */
export class ReplyError extends Error {
  readonly code: ReplyErrorCode;
  /** The offending line, cut to a readable length. */
  readonly line: ByteString;
  /** The replies that were whole before the broken line and came in the same chunk. */
  readonly replies: readonly ReadReply[];

  constructor(code: ReplyErrorCode, line: ByteString, replies: readonly ReadReply[] = []) {
    super(`the server's reply can't be read (${code}): ${line.slice(0, 80)}`);
    this.name = 'ReplyError';
    this.code = code;
    this.line = line.slice(0, REPLY_LINE_OCTETS);
    this.replies = replies;
  }
}

/** A reply as read: `text` always as lines, without codes. */
export interface ReadReply extends Reply {
  text: readonly string[];
}

const LF = 10;

/** Collects octets into replies. After it has thrown once, it throws the same error for ever after. */
export class ReplyReader {
  #rest: ByteString = '';
  #code: number | undefined;
  #enhanced: string | undefined;
  #lines: string[] = [];
  #broken: ReplyError | undefined;
  #completed: readonly ReadReply[] = [];

  /** Octets of an unfinished reply are waiting. */
  get pending(): boolean {
    return this.#rest !== '' || this.#lines.length > 0;
  }

  /**
   * Takes octets, returns the replies that they complete, in order. Throws ReplyError, which carries the replies that
   * the same octets completed before the broken line.
   */
  push(bytes: Uint8Array): ReadReply[] {
    if (this.#broken) throw this.#broken;
    const replies: ReadReply[] = [];
    this.#completed = replies;
    let at = 0;
    while (at < bytes.length) {
      const newline = bytes.indexOf(LF, at);
      const end = newline < 0 ? bytes.length : newline + 1;
      if (this.#rest.length + end - at > REPLY_LINE_OCTETS) this.#fail('line-too-long', this.#rest);
      this.#rest += toByteString(bytes.subarray(at, end));
      at = end;
      if (newline < 0) break;
      const reply = this.#line(this.#rest.replace(/\r?\n$/, ''));
      this.#rest = '';
      if (reply) replies.push(reply);
    }
    return replies;
  }

  #line(line: ByteString): ReadReply | undefined {
    const match = /^([2-5]\d\d)(?:([ -])(.*))?$/s.exec(line);
    if (!match) return this.#fail('not-a-reply', line);
    const code = Number(match[1]);
    if (this.#code !== undefined && this.#code !== code) return this.#fail('codes-differ', line);
    if (this.#lines.length >= REPLY_LINES_COUNT) return this.#fail('too-many-lines', line);
    this.#code = code;
    this.#lines.push(this.#takeEnhanced(code, match[3] ?? ''));
    if (match[2] === '-') return undefined;
    const reply: ReadReply = { code, text: this.#lines };
    if (this.#enhanced !== undefined) reply.enhanced = this.#enhanced;
    this.#code = undefined;
    this.#enhanced = undefined;
    this.#lines = [];
    return reply;
  }

  /** RFC 2034 section 3: the enhanced code opens every line; a class that contradicts the reply's is only text. */
  #takeEnhanced(code: number, text: string): string {
    const match = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(text);
    if (!match || text.charAt(0) !== String(code).charAt(0)) return text;
    const enhanced = match[1] ?? '';
    if (this.#lines.length === 0) this.#enhanced = enhanced;
    return enhanced === this.#enhanced ? text.slice(match[0].length) : text;
  }

  #fail(code: ReplyErrorCode, line: ByteString): never {
    this.#broken = new ReplyError(code, line, this.#completed);
    throw this.#broken;
  }
}

/**
 * The extensions of a positive EHLO reply: keyword in upper case to its parameters (RFC 5321 section 4.1.1.1). The first
 * line is the greeting and is left out. Old servers write `AUTH=LOGIN`; that counts as AUTH.
 */
export function parseEhlo(reply: Reply): Map<string, string[]> {
  const extensions = new Map<string, string[]>();
  if (reply.code !== 250) return extensions;
  const lines = typeof reply.text === 'string' ? reply.text.split(/\r?\n/) : reply.text;
  for (const line of lines.slice(1)) {
    const [keyword = '', ...parameters] = line
      .trim()
      .replace(/^(AUTH)=/i, '$1 ')
      .split(/\s+/);
    if (!/^[a-z0-9][a-z0-9-]*$/i.test(keyword)) continue;
    const known = extensions.get(keyword.toUpperCase()) ?? [];
    extensions.set(keyword.toUpperCase(), [...new Set([...known, ...parameters])]);
  }
  return extensions;
}
