// The running engine behind a web socket or a window's port. Counterpart: engine/carrier.ts and contract/frames.ts; web/socket.ts between.
// Rule: a batch is acknowledged when it has been folded, and after a break the stream goes on from the last event
// heard, so nothing is missed and nothing comes twice.

import type { CommandInput, CommandName, CommandReply, Dispatch } from '../../contract/commands.ts';
import type { ClientFrame, EngineFrame } from '../../contract/frames.ts';
import type { ShellAsk, ShellFrame } from '../../contract/bridge.ts';
import { CommandFailed, type LinkState, type Source, type SourceListener } from './source.ts';

/** The lab that the engine opens at start. */
const LAB = 'main';
/** Waits between attempts; the last is repeated. Short first: a reload of the server takes less than a second. */
const RETRY_MS = [250, 500, 1000, 2000, 4000] as const;

/** A batch of so many isn't all that there is: what was missed is being read back. */
const FULL_BATCH = 300;

/** As much of a web socket as is used here; a window's port is made to look like it. */
export type FrameSocket = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'addEventListener'>;

export interface LiveOptions {
  connect: () => FrameSocket;
  /** Whether the page's server answers at all: tells a wrong token from a server that is gone. */
  isServerThere: () => Promise<boolean>;
  wait: (ms: number, then: () => void) => void;
  /** Runs when the page is next drawn: a batch a frame is as much as anybody can see. */
  nextFrame: (then: () => void, isCatchingUp: boolean) => void;
}

interface Pending {
  resolve: (reply: unknown) => void;
  reject: (error: CommandFailed) => void;
}

export class LiveSource implements Source {
  readonly #options: LiveOptions;
  #listener: SourceListener | undefined;
  #socket: FrameSocket | undefined;
  #heard = { run: 0, seq: 0 };
  /** Directory of the lab that was heard. */
  #dir = '';
  #commands = 0;
  readonly #pending = new Map<number, Pending>();
  #attempts = 0;
  #disposed = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  start(listener: SourceListener): void {
    this.#listener = listener;
    this.#connect();
  }

  dispatch: Dispatch = <C extends CommandName>(command: C, args: CommandInput<C>) =>
    new Promise<CommandReply[C]>((resolve, reject) => {
      const id = (this.#commands += 1);
      if (this.#socket?.readyState !== WebSocket.OPEN) {
        reject(new CommandFailed({ problem: 'no connection', detail: command }));
        return;
      }
      this.#pending.set(id, { resolve: (reply) => resolve(reply as CommandReply[C]), reject });
      this.#send({ kind: 'command', lab: LAB, id, command, args });
    });

  restartEngine(): void {
    this.#send({ kind: 'shell', ask: 'restart' });
  }

  dispose(): void {
    this.#disposed = true;
    this.#socket?.close();
    this.#failPending();
  }

  #connect(): void {
    if (this.#disposed) return;
    this.#tell({ name: 'connecting' });
    const socket = this.#options.connect();
    this.#socket = socket;
    let opened = false;
    socket.addEventListener('open', () => {
      opened = true;
      this.#attempts = 0;
    });
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    socket.addEventListener('close', () => void this.#onClosed(opened));
  }

  async #onClosed(opened: boolean): Promise<void> {
    this.#failPending();
    if (this.#disposed) return;
    if (!opened && (await this.#options.isServerThere())) {
      this.#tell({ name: 'refused' });
      return;
    }
    this.#tell({ name: 'lost' });
    const delay = RETRY_MS[Math.min(this.#attempts, RETRY_MS.length - 1)] ?? 0;
    this.#attempts += 1;
    this.#options.wait(delay, () => this.#connect());
  }

  #receive(text: string): void {
    const frame = JSON.parse(text) as EngineFrame | ShellFrame;
    switch (frame.kind) {
      case 'shell':
        this.#onShell(frame);
        break;
      case 'events': {
        const last = frame.events.at(-1);
        if (last) this.#heard = { run: last.run, seq: last.seq };
        const socket = this.#socket;
        this.#options.nextFrame(() => {
          this.#listener?.onEvents(frame.events);
          this.#listener?.onBehind?.(frame.behind);
          // A stream that broke meanwhile has ended; the next one counts its batches anew.
          if (socket === this.#socket) this.#send({ kind: 'ack', lab: LAB, batch: frame.batch });
        }, frame.events.length >= FULL_BATCH);
        break;
      }
      case 'reply':
        this.#take(frame.id)?.resolve(frame.reply);
        break;
      case 'error':
        this.#take(frame.id)?.reject(new CommandFailed(frame.error));
        break;
    }
  }

  #onShell(frame: ShellFrame): void {
    switch (frame.engine) {
      case 'starting':
        this.#tell({ name: 'starting' });
        break;
      case 'none':
        this.#tell({ name: 'none', session: frame.session });
        break;
      case 'stopped':
        this.#failPending();
        this.#tell({ name: 'stopped', detail: frame.detail });
        break;
      case 'running':
        // Another lab was opened: nothing was heard of it yet.
        if (frame.dir !== this.#dir) this.#heard = { run: 0, seq: 0 };
        this.#dir = frame.dir;
        this.#send({ kind: 'since', lab: LAB, ...this.#heard });
        this.#tell({ name: 'live', dir: frame.dir });
        break;
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** What was asked before a break may have happened or not; the events tell. */
  #failPending(): void {
    for (const { reject } of this.#pending.values()) reject(new CommandFailed({ problem: 'no answer', detail: '' }));
    this.#pending.clear();
  }

  #send(frame: ClientFrame | ShellAsk): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #tell(link: LinkState): void {
    this.#listener?.onLink(link);
  }
}
