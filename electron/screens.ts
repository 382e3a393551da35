// The screens: each load of a page gets a port of its own and a number, and its frames are carried to the engine and
// back. Counterpart: preload.ts, contract/bridge.ts. Rule: only our own page is given a port; frames are passed on
// unread; a page that stays over a crash of the engine is opened again at the next one.

import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';

import { isRestartAsk, type ShellFrame } from '../contract/bridge.ts';
import { isOurPage, NOTES } from './address.ts';
import { CONNECT, PORT } from './channels.ts';
import type { Engine, EngineState } from './engine.ts';
import { ELECTRON_LIMITS } from './limits.ts';

export class Screens {
  readonly #engine: Engine;
  readonly #ports = new Map<number, MessagePortMain>();
  /** The screen that each page has now. */
  readonly #current = new Map<WebContents, number>();
  #latest = 0;

  /** `listens` hears of each page that was given its port. */
  constructor(engine: Engine, listens: (page: WebContents) => void) {
    this.#engine = engine;
    engine.onFrame = (screen, frame) => this.#ports.get(screen)?.postMessage(frame);
    engine.onState = (state) => {
      for (const [screen, port] of this.#ports) this.#tell(screen, port, state);
    };
    ipcMain.on(CONNECT, ({ sender, senderFrame }) => {
      // A frame that is gone meanwhile is null.
      if (!senderFrame || !isOurPage(senderFrame)) return;
      senderFrame.postMessage(PORT, null, [this.#connect(sender)]);
      // Notes are read; what the system hands over is opened beside them.
      if (senderFrame.url !== NOTES.url) listens(sender);
    });
  }

  /** The page's end of a new channel. */
  #connect(contents: WebContents): MessagePortMain {
    const { port1: ours, port2: theirs } = new MessageChannelMain();
    const screen = (this.#latest += 1);
    // A page loaded again asks again; its first port went with its first load, told or not.
    const earlier = this.#current.get(contents);
    if (earlier === undefined) this.#watch(contents);
    else this.#leave(earlier);
    this.#current.set(contents, screen);
    this.#ports.set(screen, ours);
    ours.on('message', ({ data }) => this.#receive(screen, data));
    ours.on('close', () => this.#leave(screen));
    ours.start();
    this.#tell(screen, ours, this.#engine.state);
    return theirs;
  }

  /** A port's own `close` can be late when its process is killed; these two are not. */
  #watch(contents: WebContents): void {
    const leave = () => this.#leave(this.#current.get(contents));
    contents.on('render-process-gone', leave);
    contents.once('destroyed', () => {
      leave();
      this.#current.delete(contents);
    });
  }

  #leave(screen: number | undefined): void {
    const port = screen === undefined ? undefined : this.#ports.get(screen);
    if (screen === undefined || !port) return;
    this.#ports.delete(screen);
    port.close();
    this.#engine.post({ kind: 'gone', screen });
  }

  #receive(screen: number, frame: unknown): void {
    // A port carries any value, also after it was replaced; the engine takes text of a living screen.
    if (!this.#ports.has(screen) || typeof frame !== 'string' || frame.length > ELECTRON_LIMITS.frameCharacters) return;
    if (isRestartAsk(frame)) this.#engine.restart();
    else this.#engine.post({ kind: 'frame', screen, frame });
  }

  /** The engine must know the screen before the screen, hearing that it runs, begins to ask. */
  #tell(screen: number, port: MessagePortMain, state: EngineState): void {
    if (state.engine === 'running') this.#engine.post({ kind: 'open', screen });
    const frame: ShellFrame = { kind: 'shell', ...state };
    port.postMessage(JSON.stringify(frame));
  }
}
