// The screens: one WebSocket each, numbered, their frames carried to the engine and back.
// Counterpart: renderer/source/live.ts. Rule: frames are passed on unread; a screen that stays over a crash
// of the engine is opened again at the next one, and asks by itself from where it was.

import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';

import type { EngineLink, EngineState } from './engine-process.ts';
import { WEB_LIMITS } from './limits.ts';
import { isRestartAsk, type ShellFrame } from '../contract/bridge.ts';
import { SUBPROTOCOL } from './token.ts';

/** RFC 6455 section 7.4.1. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;

export class Screens {
  readonly #engine: EngineLink;
  readonly #sockets = new Map<number, WebSocket>();
  #latest = 0;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: WEB_LIMITS.frameOctets,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

  constructor(engine: EngineLink) {
    this.#engine = engine;
    engine.onFrame = (screen, frame) => this.#sockets.get(screen)?.send(frame);
    engine.onState = (state) => this.#tellAll(state);
  }

  get isFull(): boolean {
    return this.#sockets.size >= WEB_LIMITS.screens;
  }

  /** Takes over a request whose sender was checked. */
  admit(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, connection, head, (socket) => this.#add(socket));
  }

  close(): void {
    for (const socket of this.#sockets.values()) {
      socket.close(GOING_AWAY);
      const force = setTimeout(() => socket.terminate(), WEB_LIMITS.goodbye_ms);
      socket.once('close', () => clearTimeout(force));
    }
    this.#server.close();
  }

  #add(socket: WebSocket): void {
    const screen = (this.#latest += 1);
    this.#sockets.set(screen, socket);
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(UNSUPPORTED_DATA);
      else this.#receive(screen, textOf(data));
    });
    socket.on('close', () => {
      this.#sockets.delete(screen);
      this.#engine.post({ kind: 'gone', screen });
    });
    // A frame too large or malformed: ws closes the socket with the right code by itself.
    socket.on('error', () => undefined);
    this.#tell(screen, socket, this.#engine.state);
  }

  #receive(screen: number, frame: string): void {
    if (isRestartAsk(frame)) this.#engine.restart();
    else this.#engine.post({ kind: 'frame', screen, frame });
  }

  #tellAll(state: EngineState): void {
    for (const [screen, socket] of this.#sockets) this.#tell(screen, socket, state);
  }

  /** The engine must know the screen before the screen, hearing that it runs, begins to ask. */
  #tell(screen: number, socket: WebSocket, state: EngineState): void {
    if (state.engine === 'running') this.#engine.post({ kind: 'open', screen });
    const frame: ShellFrame = { kind: 'shell', ...state };
    socket.send(JSON.stringify(frame));
  }
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString('utf8');
}
