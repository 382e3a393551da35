// Between a shell and the screen in its window: how a page gets its port, and what the shell itself says between the
// engine's frames. Counterpart: electron/preload.ts puts the bridge there, electron/screens.ts speaks. Rule: the bridge
// hands over one port and nothing else; all further words are JSON strings on that port, as on a web socket.

/** `window.posthorn`; absent in a browser. */
export interface Bridge {
  /**
   * Asks for this page's port, which comes as a window message: `data` is PORT_MESSAGE, `source` the window itself,
   * `ports[0]` the port. Listen before asking. Asking again replaces the port.
   */
  connect(): void;
}

export const PORT_MESSAGE = 'posthorn:port';

/** A session file that the system handed over: comes as a window message with this one property, once the page has its port. */
export const FILE_MESSAGE = 'posthorn:file';

export interface HandedFile {
  /** Without its directory. */
  name: string;
  content: Uint8Array;
}

/** To a screen, when its port opens and on every change: how the engine's process is doing. */
export type ShellFrame =
  | { kind: 'shell'; engine: 'starting' }
  | { kind: 'shell'; engine: 'running'; dir: string }
  | { kind: 'shell'; engine: 'stopped'; detail: string }
  /** There is none, because Posthorn was started to show the session of that name, which the server has. */
  | { kind: 'shell'; engine: 'none'; session: string };

/** From a screen: start a stopped engine again. */
export interface ShellAsk {
  kind: 'shell';
  ask: 'restart';
}

const ASK_OCTETS = 64; // the one ask has 32; anything longer is for the engine

/** Whether a screen's frame is for the shell; all others are passed on unread. */
export function isRestartAsk(text: string): boolean {
  if (text.length > ASK_OCTETS) return false;
  try {
    const ask = JSON.parse(text) as Partial<ShellAsk> | null;
    return ask?.kind === 'shell' && ask.ask === 'restart';
  } catch {
    return false;
  }
}
