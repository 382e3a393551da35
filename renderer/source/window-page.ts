// The live source of a page in a window of its own: frames over the port that the shell hands over.
// Counterpart: electron/preload.ts, contract/bridge.ts. Rule: as much of a socket as live.ts uses, so
// that nothing above knows which of the two it has.

import { type Bridge, PORT_MESSAGE } from '../../contract/bridge.ts';
import { type FrameSocket, LiveSource } from './live.ts';
import type { Source } from './source.ts';
import { pacedFrames } from './web-page.ts';

/** The engine behind the window; undefined in a browser. */
export function windowSource(): Source | undefined {
  const bridge = (window as { posthorn?: Bridge }).posthorn;
  if (!bridge) return undefined;
  return new LiveSource({
    connect: () => new PortSocket(bridge),
    // There is no server to ask: a port that doesn't open is tried again.
    isServerThere: () => Promise.resolve(false),
    wait: (ms, then) => void setTimeout(then, ms),
    nextFrame: pacedFrames(),
  });
}

class PortSocket extends EventTarget implements FrameSocket {
  readyState: WebSocket['readyState'] = WebSocket.CONNECTING;
  #port: MessagePort | undefined;

  constructor(bridge: Bridge) {
    super();
    const take = (event: MessageEvent) => {
      const [port] = event.ports;
      // Other messages to the window are none of ours, and none of them is believed.
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener('message', take);
      this.#open(port);
    };
    window.addEventListener('message', take);
    bridge.connect();
  }

  send(text: string): void {
    this.#port?.postMessage(text);
  }

  close(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.#port?.close();
    this.dispatchEvent(new Event('close'));
  }

  #open(port: MessagePort): void {
    this.#port = port;
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
    port.addEventListener('close', () => this.close());
    port.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
    port.start();
  }
}
