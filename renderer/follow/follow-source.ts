// The source of a page that follows a lecture: joins, reads on from where it was, answers questions. Counterpart:
// engine/followers/hall.ts and contract/lecture/follow-frames.ts. Rule: it says three things and no others; what a view asks of
// the lab is answered from what was heard, or refused here.

import { createStore } from 'zustand/vanilla';

import type { CommandInput, CommandName, Dispatch } from '../../contract/commands.ts';
import type { LabState } from '../../contract/fold/state.ts';
import type { BytesRef, HostName, MessageId } from '../../contract/ids.ts';
import type { Deflation } from '../../contract/session/deflation.ts';
import type { EventPage, FollowerFrame, HallFrame, SentAway } from '../../contract/lecture/follow-frames.ts';
import type { Stage } from '../../contract/lecture/stage.ts';
import { answered, type SessionAnswers } from '../session/session-answers.ts';
import { type LetterParts, storedLetter } from '../session/stored-letter.ts';
import type { FrameSocket } from '../source/live.ts';
import { CommandFailed, type Source, type SourceListener } from '../source/source.ts';
import { mailboxName } from '../store/mailbox-name.ts';
import { FOLLOW_LIMITS } from './limits.ts';

export interface FollowState {
  /** `asking`: the code is wanted; `joining`: it was said; `lost`: nobody answers, it is tried again. */
  phase: 'asking' | 'joining' | 'inside' | 'lost' | 'over';
  /** Why one isn't let in, or was sent away. */
  why: SentAway | undefined;
  /** On its way, and not yet said to count. */
  sent: { vote: string; option: string } | undefined;
  /** What counts as this follower's answer. */
  answer: { vote: string; option: string } | undefined;
}

export interface FollowSourceParts {
  connect: () => FrameSocket;
  inflate: Deflation['inflate'];
  /** The pass of an earlier visit, kept by the browser. */
  pass: { recall: () => string | undefined; remember: (pass: string) => void; forget: () => void };
  wait: (ms: number, then: () => void) => void;
  nextFrame: (then: () => void, isCatchingUp: boolean) => void;
  /** The lab as this page has folded it. */
  state: () => LabState;
  /** The recording of this number, ready to be shown. */
  openRecording: (recording: number, pass: string) => Promise<Source>;
  onStage: (stage: Stage | undefined) => void;
}

/** Pages as full as this come one after the other: what was missed is being read. */
const FULL_PAGE = 300;
const FINAL: readonly SentAway[] = ['not allowed', 'too fast', 'over', 'full'];

export class FollowSource implements Source {
  readonly store = createStore<FollowState>()(() => ({
    phase: 'joining',
    why: undefined,
    sent: undefined,
    answer: undefined,
  }));
  readonly #parts: FollowSourceParts;
  #listener: SourceListener | undefined;
  #socket: FrameSocket | undefined;
  #code: string | undefined;
  #position = { lab: 0, run: 0, seq: 0 };
  /** Where in the capture -> octets, in base64, the oldest first. */
  readonly #octets = new Map<number, string>();
  #octetsKept = 0;
  /** Message -> where its text crossed a wire, in order. */
  readonly #data = new Map<MessageId, { host: HostName; ref: BytesRef }[]>();
  /** Pages are unpacked one after the other. */
  #unpacked: Promise<void> = Promise.resolve();
  #attempts = 0;
  #answers: SessionAnswers = {};
  /** The recording that is on the stage, and what shows it once it is there. */
  #recording: number | undefined;
  #shown: Source | undefined;

  constructor(parts: FollowSourceParts) {
    this.#parts = parts;
  }

  start(listener: SourceListener): void {
    this.#listener = listener;
    this.#answers = {
      'bytes.read': ({ ref }) => {
        const kept = this.#octets.get(ref.at);
        return kept === undefined
          ? { bytes: '', expired: true }
          : { bytes: atob(kept).slice(0, ref.length), expired: false };
      },
      'store.read': async ({ address, folder, uid }) => {
        const bytes = await storedLetter(this.#letterParts(), mailboxName(address, folder), uid);
        if (bytes === undefined) throw new CommandFailed({ problem: 'no such letter', detail: `${address} ${uid}` });
        return { bytes };
      },
    };
    if (this.#parts.pass.recall() === undefined && this.#code === undefined) this.#become({ phase: 'asking' });
    else this.#connect();
  }

  /** Asks to be let in with the code from the wall. */
  join(code: string): void {
    this.#code = code;
    this.#parts.pass.forget();
    this.#connect();
  }

  answer(vote: string, option: string): void {
    this.#become({ sent: { vote, option } });
    this.#say({ kind: 'answer', vote, option });
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    this.#shown ? this.#shown.dispatch(command, args) : answered(this.#answers, command, args);

  restartEngine(): void {
    // It is the presenter's.
  }

  dispose(): void {
    this.#socket?.close();
  }

  #connect(): void {
    this.#become({ phase: 'joining', why: undefined });
    const socket = this.#parts.connect();
    this.#socket = socket;
    socket.addEventListener('open', () => {
      const pass = this.#parts.pass.recall();
      this.#say({ kind: 'join', ...(pass === undefined ? { code: this.#code ?? '' } : { pass, ...this.#spoken() }) });
    });
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') this.#hear(JSON.parse(data) as HallFrame);
      else this.#unpacked = this.#unpacked.then(() => this.#take(socket, data as Blob));
    });
    socket.addEventListener('close', () => this.#onClosed(socket));
  }

  #spoken(): { code?: string } {
    return this.#code === undefined ? {} : { code: this.#code };
  }

  #onClosed(socket: FrameSocket): void {
    const { phase, why } = this.store.getState();
    if (socket !== this.#socket || phase === 'asking' || (why !== undefined && FINAL.includes(why))) return;
    this.#become({ phase: 'lost' });
    const { retry_ms } = FOLLOW_LIMITS;
    const wait_ms = retry_ms[Math.min(this.#attempts, retry_ms.length - 1)] ?? 0;
    this.#attempts += 1;
    this.#parts.wait(wait_ms, () => this.#connect());
  }

  #hear(frame: HallFrame): void {
    switch (frame.kind) {
      case 'joined':
        this.#parts.pass.remember(frame.pass);
        this.#attempts = 0;
        this.#become({ phase: 'inside' });
        this.#say({ kind: 'since', ...this.#position });
        this.#listener?.onLink({ name: 'following' });
        break;
      case 'stage':
        if (frame.stage?.recording !== this.#recording) void this.#showRecording(frame.stage?.recording);
        this.#parts.onStage(frame.stage ?? undefined);
        break;
      case 'answered':
        this.#become({ sent: undefined, answer: { vote: frame.vote, option: frame.option } });
        break;
      case 'away':
        this.#sentAway(frame.why);
        break;
    }
  }

  #sentAway(why: SentAway): void {
    const isWrong = why === 'wrong code' || why === 'too many tries';
    // A pass of a lecture that is over says nothing here; the code is asked for without a reproach.
    const hadPass = this.#parts.pass.recall() !== undefined && this.#code === undefined;
    if (isWrong) this.#parts.pass.forget();
    this.#code = undefined;
    this.#become({ phase: isWrong ? 'asking' : 'over', why: hadPass && isWrong ? undefined : why });
  }

  /** A recording in the lab's place; undefined: the lab again, read from its beginning. */
  async #showRecording(recording: number | undefined): Promise<void> {
    this.#recording = recording;
    this.#shown?.dispose();
    this.#shown = undefined;
    if (recording === undefined) return this.#startOver();
    // Where it can't be had, the stage stays as it was: there is the wall.
    const source = await this.#parts.openRecording(recording, this.#parts.pass.recall() ?? '').catch(() => undefined);
    if (!source || this.#recording !== recording) return;
    this.#shown = source;
    source.start({ onEvents: (events) => this.#listener?.onEvents(events), onLink: () => undefined });
  }

  /** A fresh connection, so that no page of the old one is taken for what comes now. */
  #startOver(): void {
    const socket = this.#socket;
    this.#position = { lab: 0, run: 0, seq: 0 };
    this.#connect();
    socket?.close();
  }

  async #take(socket: FrameSocket, packed: Blob): Promise<void> {
    const page = await this.#unpack(packed);
    // A page of a connection that broke meanwhile comes again.
    if (!page || socket !== this.#socket || this.#recording !== undefined) return;
    this.#keep(page);
    const { lab, run, events } = page;
    const last = events.at(-1);
    if (!last) return;
    this.#position = { lab, run, seq: last.seq };
    await new Promise<void>((resolve) => {
      this.#parts.nextFrame(() => {
        if (this.#recording === undefined) this.#listener?.onEvents(events);
        resolve();
      }, events.length >= FULL_PAGE);
    });
  }

  async #unpack(packed: Blob): Promise<EventPage | undefined> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let octets = 0;
    for await (const piece of this.#parts.inflate(new Uint8Array(await packed.arrayBuffer()))) {
      octets += piece.length;
      if (octets > FOLLOW_LIMITS.pageOctets) return undefined;
      pieces.push(piece as Uint8Array<ArrayBuffer>);
    }
    return JSON.parse(await new Blob(pieces).text()) as EventPage;
  }

  #keep({ lab, run, events, octets }: EventPage): void {
    if (lab !== this.#position.lab || run !== this.#position.run) {
      this.#octets.clear();
      this.#octetsKept = 0;
      this.#data.clear();
    }
    for (const { type, message, host, data } of events) {
      if (type !== 'wire.bulk' || data.kind !== 'mailData' || message === undefined) continue;
      this.#data.set(message, [...(this.#data.get(message) ?? []), { host, ref: data.ref }]);
    }
    for (const [at, text] of Object.entries(octets)) {
      this.#octets.set(Number(at), text);
      this.#octetsKept += text.length;
    }
    for (const [at, text] of this.#octets) {
      if (this.#octetsKept <= FOLLOW_LIMITS.keptOctets) break;
      this.#octets.delete(at);
      this.#octetsKept -= text.length;
    }
  }

  /** What a letter in a mailbox is put together from: its fields, and its text as it crossed the wire. */
  #letterParts(): LetterParts {
    return {
      state: this.#parts.state(),
      dataOf: (message) => this.#data.get(message) ?? [],
      file: {
        paths: [],
        file: (path) => Promise.reject(new Error(`${path} is at the presenter’s`)),
        capture: {
          read: (ref) => {
            const kept = this.#octets.get(ref.at);
            return Promise.resolve(
              kept === undefined ? undefined : Uint8Array.from(atob(kept), (one) => one.charCodeAt(0)),
            );
          },
        },
      },
    };
  }

  #say(frame: FollowerFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #become(change: Partial<FollowState>): void {
    this.store.setState(change);
  }
}
