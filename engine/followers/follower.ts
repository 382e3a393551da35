// One follower's connection: what it has heard, what is on its way to it. Counterpart: hall.ts. Rule: at most one page and one
// stage are on their way at a time, so a follower that can't keep up costs the presenter nothing but those.

import type { WebSocket } from 'ws';

import { check } from '../../contract/problems.ts';
import {
  type FollowerFrame,
  followerFrameSchema,
  type HallFrame,
  type SentAway,
} from '../../contract/lecture/follow-frames.ts';
import { FOLLOWER_LIMITS } from './limits.ts';
import { TokenBucket } from './token-bucket.ts';

/** RFC 6455 section 7.4.1. */
const POLICY_VIOLATION = 1008;
const GOING_AWAY = 1001;

export interface Position {
  lab: number;
  run: number;
  seq: number;
}

export class Follower {
  readonly address: string;
  /** Given when it was let in. */
  pass: string | undefined;
  /** What it has heard; absent until it has said so. */
  position: Position | undefined;
  /** Since when a page is on its way to it. */
  busySince_ms: number | undefined;
  readonly #socket: WebSocket;
  readonly #bucket: TokenBucket;
  #stage: string | undefined;
  #isStageOnItsWay = false;

  constructor(socket: WebSocket, address: string, now_ms: number) {
    this.#socket = socket;
    this.address = address;
    this.#bucket = new TokenBucket(FOLLOWER_LIMITS.framesPerSecond, FOLLOWER_LIMITS.frameBurst, now_ms);
  }

  /** Whether it may say something now. */
  mayTalk(now_ms: number): boolean {
    return this.#bucket.take(now_ms);
  }

  tell(frame: HallFrame): void {
    if (this.#isOpen) this.#socket.send(JSON.stringify(frame));
  }

  /** Puts a page on its way; `then` when it has left. */
  send(packed: Buffer, then: () => void): void {
    if (this.#isOpen) this.#socket.send(packed, { binary: true }, (error) => error ?? then());
  }

  /** `frame` is a stage: the latest is sent, those before it may be left out. */
  showStage(frame: string): void {
    this.#stage = frame;
    if (this.#isStageOnItsWay || !this.#isOpen) return;
    this.#isStageOnItsWay = true;
    this.#socket.send(frame, (error) => {
      this.#isStageOnItsWay = false;
      if (!error && this.#stage !== undefined && this.#stage !== frame) this.showStage(this.#stage);
    });
  }

  sendAway(why: SentAway): void {
    this.tell({ kind: 'away', why });
    this.#socket.close(why === 'over' ? GOING_AWAY : POLICY_VIOLATION, why);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }
}

/** What a follower said; or, where it may not be said, what that was. */
export function readFollowerFrame(text: string): { frame: FollowerFrame } | { tried: string } {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return { tried: 'no JSON' };
  }
  const checked = check<FollowerFrame>(followerFrameSchema, said);
  return checked.ok ? { frame: checked.value } : { tried: describe(said) };
}

const TRIED_CHARS = 80;

/** For the presenter: the kind of the frame, and of a command its name. Control characters stay out. */
function describe(said: unknown): string {
  const { kind, command } = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>;
  const words = [kind, command].filter((word) => typeof word === 'string').join(' ');
  return words === '' ? 'an unknown frame' : words.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, TRIED_CHARS);
}
