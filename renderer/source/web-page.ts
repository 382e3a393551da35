// The live source of a page that web/ served: socket and token from the page's own address. Counterpart: web/token.ts.
// Rule: the token is read from the fragment and goes into the subprotocol; it stands in no other place.

import { LiveSource } from './live.ts';
import type { Source } from './source.ts';

const SUBPROTOCOL = 'posthorn';

/** The engine behind the page at `location`. */
export function pageSource(location: Location): Source {
  // Characters that no token has would make the constructor throw; without them the server says no.
  const offered = [SUBPROTOCOL, `posthorn.token.${tokenOf(location).replaceAll(/[^\w-]/g, '')}`];
  return new LiveSource({
    connect: () => new WebSocket(new URL('/socket', location.origin.replace(/^http/, 'ws')), offered),
    isServerThere: async () => {
      try {
        return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).ok;
      } catch {
        return false;
      }
    },
    wait: (ms, then) => void setTimeout(then, ms),
    nextFrame: pacedFrames(),
  });
}

/** The session that Posthorn was started to show. Throws when the server doesn't give it. */
export async function fetchServedSession(location: Location): Promise<Blob> {
  const response = await fetch('/session', { headers: { Authorization: `Bearer ${tokenOf(location)}` } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.blob();
}

function tokenOf({ hash }: Location): string {
  return new URLSearchParams(hash.slice(1)).get('token') ?? '';
}

/** How often a page that nobody sees goes on reading, so that it is up to date when somebody looks. */
const HIDDEN_MS = 250;

/** Runs `then` when the page is next drawn. */
export function onNextFrame(then: () => void): void {
  if (document.hidden) setTimeout(then, HIDDEN_MS);
  else requestAnimationFrame(then);
}

/** Twenty looks a second are as many as anybody can read; the rest of the time belongs to keys, pointer and scrolling. */
const PACE_MS = 50;
/** Of a machine that draws slowly, drawing gets one part of so many. */
const DRAWING_PART = 5;
/** Slower than this, it would be seen to stutter. */
const SLOWEST_PACE_MS = 250;

/** Runs what it is given with the next frame, but while things pour in not more often than they can be read and drawn. */
export function pacedFrames(): (then: () => void, isCatchingUp: boolean) => void {
  let due_ms = 0;
  return (then, isCatchingUp) => {
    const run = () => {
      const begun_ms = performance.now();
      due_ms = begun_ms + PACE_MS;
      then();
      // What is asked for in a frame comes after it: by then it is laid out and painted too.
      setTimeout(() => {
        const drawing_ms = performance.now() - begun_ms;
        due_ms = begun_ms + Math.min(SLOWEST_PACE_MS, Math.max(PACE_MS, drawing_ms * DRAWING_PART));
      });
    };
    const wait_ms = isCatchingUp ? 0 : due_ms - performance.now();
    if (wait_ms <= 0) onNextFrame(run);
    else setTimeout(() => onNextFrame(run), wait_ms);
  };
}
