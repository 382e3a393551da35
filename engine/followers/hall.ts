// The door for followers of a lecture: a server of its own, at the address that the presenter picked, with its own code.
// Counterpart: site/ answers for files, renderer/follow/ is the page, lecture-desk.ts opens and closes it. Rule: what comes in
// is a join, a position or an answer; anything else is refused, noted and ends the connection. What goes out is the stage, and
// the lab's events while there is one.

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { type RawData, type WebSocket, WebSocketServer } from 'ws';

import type { HallStatus, RefusedFollower } from '../../contract/lecture/commands.ts';
import { type FollowerFrame, RECORDING_PATH } from '../../contract/lecture/follow-frames.ts';
import type { Stage } from '../../contract/lecture/stage.ts';
import { type Refusal, refuseStranger } from '../../site/guard.ts';
import { bindServer, refuse, refusePage, refuseUpgrade } from '../../site/http-site.ts';
import { securityHeaders } from '../../site/security-headers.ts';
import { PackedFiles } from '../../site/packed-files.ts';
import { SENTENCES } from '../../site/sentences.ts';
import type { StaticFiles } from '../../site/static-files.ts';
import type { World } from '../world.ts';
import type { Ballot } from './ballot.ts';
import type { EventPages } from './event-pages.ts';
import { Follower, readFollowerFrame } from './follower.ts';
import { JoinDesk } from './join-desk.ts';
import { FOLLOWER_LIMITS } from './limits.ts';

const SOCKET_PATH = '/follow';
const NO_RECORDING = 'Only who follows the lecture gets the recording, and only while it is on the stage.';
const FULL = 'So many follow already that nobody else can. Look at the wall, or at your neighbour’s screen.';
const KEEP_ALIVE_MS = 30_000;

/** A session file that is shown in the lab's place. */
export interface Recording {
  id: number;
  file: Buffer;
}

export interface HallParts {
  address: string;
  /** 0: any free one. */
  port: number;
  files: StaticFiles;
  world: Pick<World, 'nonce' | 'real_ms' | 'later'>;
  ballot: Ballot;
  /** What is on: the stage, and the lab below it with its number. */
  now: () => { stage: Stage | null; pages: EventPages | undefined; lab: number };
  /** The recording that is on the stage. */
  recording: () => Recording | undefined;
  /** Somebody came, went, answered or was refused. */
  onNews: () => void;
}

export class Hall {
  readonly origin: string;
  readonly #parts: HallParts;
  readonly #server: Server;
  readonly #desk: JoinDesk;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FOLLOWER_LIMITS.frameOctets,
    perMessageDeflate: false,
  });
  readonly #followers = new Set<Follower>();
  #refused: RefusedFollower[] = [];
  #dropped = 0;
  /** The last event that followers are given now. */
  #edge = 0;
  #isTicking = false;

  private constructor(parts: HallParts, server: Server, origin: string) {
    this.#parts = parts;
    this.#server = server;
    this.origin = origin;
    this.#desk = new JoinDesk(parts.world);
    const headers = securityHeaders(origin);
    const files = new PackedFiles(parts.files);
    server.on('request', (request, response) => {
      const refusal = refusePage(request, origin);
      if (refusal) refuse(response, refusal, headers);
      else if (request.url?.startsWith(RECORDING_PATH)) this.#giveRecording(request, response, headers);
      else void files.serve(request, response, headers);
    });
    server.on('upgrade', (request, connection, head) => this.#admit(request, connection, head));
  }

  /** Rejects with the system's error when address or port can't be had. */
  static async open(parts: HallParts): Promise<Hall> {
    const { server, origin } = await bindServer(parts.address, parts.port);
    return new Hall(parts, server, origin);
  }

  get code(): string {
    return this.#desk.code;
  }

  get status(): HallStatus {
    return {
      origin: this.origin,
      code: this.code,
      following: this.#inside.length,
      joined: this.#desk.joined,
      dropped: this.#dropped,
      refused: this.#refused,
    };
  }

  /** The stage changed. */
  showStage(): void {
    const frame = this.#stageFrame();
    for (const follower of this.#inside) follower.showStage(frame);
    this.wake();
  }

  /** The lab has more to tell: soon, and for all followers at once. A full hall is told less often, and more each time. */
  wake(): void {
    if (this.#isTicking) return;
    this.#isTicking = true;
    this.#tickAfter(1 + Math.floor(this.#followers.size / FOLLOWER_LIMITS.followersPerTurn));
  }

  #tickAfter(turns: number): void {
    this.#parts.world.later(() => {
      if (turns > 1) return this.#tickAfter(turns - 1);
      this.#isTicking = false;
      this.#tick();
    });
  }

  close(): Promise<void> {
    for (const follower of this.#followers) follower.sendAway('over');
    this.#sockets.close();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
      // A connection that has become a socket isn't the server's any more.
      this.#parts.world.later(() => this.#followers.forEach((follower) => follower.terminate()));
    });
  }

  get #inside(): readonly Follower[] {
    return [...this.#followers].filter(({ pass }) => pass !== undefined);
  }

  #stageFrame(): string {
    return JSON.stringify({ kind: 'stage', stage: this.#parts.now().stage });
  }

  // Coming in.

  #admit(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    connection.on('error', () => undefined);
    const refusal = this.#refuseSocket(request);
    if (refusal) {
      this.#note(request.socket.remoteAddress, `a connection (${refusal.status})`);
      refuseUpgrade(connection, refusal);
      return;
    }
    // A phone that went out of reach says nothing; the system finds out.
    request.socket.setKeepAlive(true, KEEP_ALIVE_MS);
    this.#sockets.handleUpgrade(request, connection, head, (socket) => this.#add(socket, request));
  }

  /** As a browser has it that was let in: with its pass. */
  #giveRecording(
    { url, method, headers: { authorization } }: IncomingMessage,
    response: ServerResponse,
    headers: Record<string, string>,
  ): void {
    const recording = this.#parts.recording();
    const isTheirs = this.#desk.knows(authorization?.replace(/^Bearer /, ''));
    if (!isTheirs || !recording || url !== `${RECORDING_PATH}${recording.id}`) {
      return refuse(response, { status: 403, sentence: NO_RECORDING }, headers);
    }
    const { length } = recording.file;
    response.writeHead(200, { ...headers, 'Content-Type': 'application/octet-stream', 'Content-Length': length });
    response.end(method === 'HEAD' ? undefined : recording.file);
  }

  #refuseSocket(request: IncomingMessage): Refusal | undefined {
    const stranger = refuseStranger(request, this.origin);
    if (stranger) return stranger;
    if (request.headers.origin === undefined) return { status: 403, sentence: SENTENCES.wrongOrigin };
    if (request.url !== SOCKET_PATH) return { status: 404, sentence: SENTENCES.notFound };
    const inside = this.#inside.length;
    const isFull = inside >= FOLLOWER_LIMITS.followers || this.#followers.size - inside >= FOLLOWER_LIMITS.strangers;
    return isFull ? { status: 503, sentence: FULL } : undefined;
  }

  #add(socket: WebSocket, request: IncomingMessage): void {
    const { world, onNews } = this.#parts;
    const follower = new Follower(socket, request.socket.remoteAddress ?? '', world.real_ms());
    this.#followers.add(follower);
    request.socket.setTimeout(FOLLOWER_LIMITS.join_ms, () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      this.#hear(follower, isBinary ? '' : textOf(data));
      if (follower.pass !== undefined) request.socket.setTimeout(0);
    });
    socket.on('close', () => {
      this.#followers.delete(follower);
      if (follower.pass !== undefined) onNews();
    });
    // Too large or malformed: ws closes it with the right code by itself.
    socket.on('error', () => this.#note(follower.address, 'a frame that is too large or malformed'));
  }

  #hear(follower: Follower, text: string): void {
    if (!follower.mayTalk(this.#parts.world.real_ms())) return this.#refuse(follower, 'too many frames', 'too fast');
    const said = readFollowerFrame(text);
    if ('tried' in said) return this.#refuse(follower, said.tried);
    const { frame } = said;
    if (follower.pass === undefined) this.#join(follower, frame);
    else this.#obey(follower, follower.pass, frame);
  }

  #join(follower: Follower, frame: FollowerFrame): void {
    if (frame.kind !== 'join') return this.#refuse(follower, `${frame.kind} without the code`);
    const joined = this.#desk.join(frame, follower.address);
    if ('why' in joined) {
      this.#note(follower.address, `to join: ${joined.why}`);
      follower.sendAway(joined.why);
      return;
    }
    follower.pass = joined.pass;
    follower.tell({ kind: 'joined', pass: joined.pass });
    follower.showStage(this.#stageFrame());
    this.#tellAnswer(follower, joined.pass);
    this.#parts.onNews();
  }

  #obey(follower: Follower, pass: string, frame: FollowerFrame): void {
    switch (frame.kind) {
      case 'join':
        this.#refuse(follower, 'to join twice');
        break;
      case 'since':
        follower.position = { lab: frame.lab, run: frame.run, seq: frame.seq };
        this.wake();
        break;
      case 'answer':
        if (this.#parts.ballot.answer(pass, frame)) this.#parts.onNews();
        this.#tellAnswer(follower, pass);
        break;
    }
  }

  #tellAnswer(follower: Follower, pass: string): void {
    const { ballot } = this.#parts;
    const option = ballot.answerOf(pass);
    const vote = ballot.counts?.vote;
    if (option !== undefined && vote !== undefined) follower.tell({ kind: 'answered', vote, option });
  }

  #refuse(follower: Follower, tried: string, why: 'not allowed' | 'too fast' = 'not allowed'): void {
    this.#note(follower.address, tried);
    follower.sendAway(why);
  }

  #note(address: string | undefined, tried: string): void {
    const refused = { at_ms: this.#parts.world.real_ms(), address: address ?? '', tried };
    this.#refused = [...this.#refused, refused].slice(-FOLLOWER_LIMITS.refused);
    this.#parts.onNews();
  }

  // Going out.

  #tick(): void {
    this.#edge = this.#newEdge();
    const late_ms = this.#parts.world.real_ms() - FOLLOWER_LIMITS.stalled_ms;
    for (const follower of this.#followers) {
      if (follower.busySince_ms !== undefined && follower.busySince_ms < late_ms) {
        this.#dropped += 1;
        follower.terminate();
      } else void this.#serve(follower);
    }
  }

  /** Up to where events are handed out: nothing without a stage, nothing beyond what is frozen. */
  #newEdge(): number {
    const { stage, pages } = this.#parts.now();
    if (!stage || !pages) return 0;
    const { frozen } = stage;
    if (!frozen) return pages.last;
    return frozen.run === pages.run ? frozen.seq : 0;
  }

  /** The next page for this follower, if there is one and none is on its way. */
  async #serve(follower: Follower): Promise<void> {
    const { pages, lab } = this.#parts.now();
    const run = pages?.run;
    if (!pages || run === undefined || !follower.position || follower.busySince_ms !== undefined) return;
    const { position: known } = follower;
    const position = known.lab === lab && known.run === run ? known : { lab, run, seq: 0 };
    const page = pages.page(position.seq, this.#edge);
    if (!page) return;
    follower.position = position;
    follower.busySince_ms = this.#parts.world.real_ms();
    try {
      const { packed, last } = await page;
      // It may have said meanwhile that it is elsewhere.
      if (follower.position === position) position.seq = last;
      follower.send(packed, () => {
        follower.busySince_ms = undefined;
        void this.#serve(follower);
      });
    } catch {
      // The run ended while its page was made; the next one has pages of its own.
      follower.busySince_ms = undefined;
    }
  }
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8');
}
