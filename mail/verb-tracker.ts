// Which command a line is, and which one a reply answers: what breakpoints are set on and filters look for.
// Counterpart: framing.ts cuts the lines. Rule: SMTP may pipeline (RFC 2920), so commands queue up until answered; IMAP's
// replies carry tags, and its commands may come in pieces; LMTP answers the final dot once for each recipient (RFC 2033).

import { endsAnswer } from './answer.ts';
import type { Frame } from './framing.ts';

/** What of a frame tells its verb. */
export type Unit = Pick<Frame, 'kind' | 'text' | 'secret'>;
type Side = 'client' | 'server';

const VERB_OCTETS = 16; // no verb of SMTP, POP3 or IMAP is longer

export class VerbTracker {
  /** Commands without their reply yet. */
  #open: string[];
  readonly #tagged: boolean;
  readonly #isLmtp: boolean;
  /** LMTP: recipients of the letter under way whose reply to the dot is still to come. */
  #recipients = 0;
  #answered = 0;
  #spokeEarly = false;
  /** A greeting was begun (`220-`) and may never be ended: a server is in no hurry with who talked first. */
  #isTeased = false;
  /** The client's last frame was a literal. */
  #wasLiteral = false;

  /** `tagged`: IMAP puts a tag before the verb. `greets`: the server speaks first, which answers the connection. */
  constructor(tagged: boolean, greets: boolean, isLmtp = false) {
    this.#tagged = tagged;
    this.#isLmtp = isLmtp;
    this.#open = greets ? ['CONNECT'] : [];
  }

  /** Takes the next frame of either direction; returns its verb. */
  next(from: Side, frame: Unit): string {
    if (from === 'client') return this.#command(frame);
    return this.#reply(frame);
  }

  get waiting(): number {
    return this.#open.length;
  }

  /** Replies that were whole, to commands or to the connection itself. */
  get answered(): number {
    return this.#answered;
  }

  /** The command that was said last gets lost on its way: no reply is for it. */
  unsay(): void {
    this.#open.pop();
  }

  /** Whether the client said something before the answer to what it had said; asked once, then forgotten. */
  takeSpokeEarly(): boolean {
    const early = this.#spokeEarly;
    this.#spokeEarly = false;
    return early;
  }

  #command(frame: Unit): string {
    // Answers to a challenge (AUTH) belong to the command that is being answered.
    const verb = frame.kind === 'bulk' ? '.' : this.#verbOf(frame);
    if (frame.secret && this.#open[0] === 'AUTH') return 'AUTH';
    if (this.#tagged && this.#goesOn(frame)) return this.#open.at(-1) ?? '';
    if (this.#open.length > 0) this.#spokeEarly = true;
    if (this.#open.length < 1000) this.#open.push(verb);
    return verb;
  }

  /** A literal and what follows it, the answer to a challenge, and the DONE of IDLE (RFC 9051 sections 4.3, 6.2.2, 6.3.13). */
  #goesOn({ kind }: Unit): boolean {
    const last = this.#open.at(-1);
    const isMore = kind === 'bulk' || this.#wasLiteral || last === 'AUTHENTICATE' || last === 'IDLE';
    this.#wasLiteral = kind === 'bulk';
    return isMore;
  }

  #reply(frame: Unit): string {
    const head = (frame.text ?? '').slice(0, 4);
    if (this.#isTeased && !head.startsWith('220') && this.#open[0] === 'CONNECT') this.#close();
    const verb = this.#open[0] ?? '';
    this.#isTeased = verb === 'CONNECT' && head === '220-';
    const more = this.#tagged && verb !== 'CONNECT' ? !isTagged(frame) : isGoingOn(frame, head);
    if (!more && !(this.#isLmtp && this.#owesMore(verb, head))) this.#close();
    return verb;
  }

  #close(): void {
    if (this.#open.shift() !== undefined) this.#answered += 1;
  }

  /** Whether the final dot has more replies to come. */
  #owesMore(verb: string, head: string): boolean {
    if (verb === '.') {
      this.#recipients -= 1;
      return this.#recipients > 0;
    }
    if (verb === 'RCPT' && head.startsWith('2')) this.#recipients += 1;
    else if (verb !== 'RCPT' && verb !== 'DATA' && verb !== 'NOOP' && verb !== 'VRFY') this.#recipients = 0;
    return false;
  }

  #verbOf({ text = '' }: Unit): string {
    const words = text
      .slice(0, VERB_OCTETS + 64)
      .trim()
      .split(/[\s:]+/, 3);
    const at = this.#tagged ? 1 : 0;
    // `UID FETCH` is a FETCH.
    const word = this.#tagged && words[at]?.toUpperCase() === 'UID' ? words[at + 1] : words[at];
    return (word ?? '').slice(0, VERB_OCTETS).toUpperCase();
  }
}

/** A reply of several lines has more to come, and so has a server that asked for a credential. */
function isGoingOn({ kind }: Unit, head: string): boolean {
  return kind === 'bulk' || !endsAnswer(head, 'smtp');
}

/** What ends the reply to an IMAP command (RFC 9051 section 2.2.2). */
function isTagged({ kind, text = '' }: Unit): boolean {
  return kind === 'line' && endsAnswer(text, 'imap');
}
