// What no page may do, whatever it holds: go elsewhere, open windows but its own notes, be granted anything, reach a network.
// Counterpart: window.ts sets what a page is; the policy in app-protocol.ts says the same once more to the page.
// Rule: everything is refused; an exception stands here with its reason.

import type { Session, WebContents } from 'electron';

import { NOTES, ORIGIN, PAGE } from './address.ts';
import { notesWindow } from './window.ts';

/** The one thing granted: a copy button writes text. Reading the clipboard is not. */
const GRANTED = 'clipboard-sanitized-write';

/** For every WebContents that ever comes into being, our own included. */
export function lockContents(contents: WebContents, preload: string): void {
  const stay = (event: { preventDefault: () => void; url: string; isMainFrame: boolean }) => {
    // Loading the page again is the page's own business.
    if (!(event.isMainFrame && event.url === PAGE)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Not even in the person's browser: nothing leaves the machine. The notes of a lecture stand on a screen of their own; by its
  // name there is one such window, and it goes when the first does.
  contents.setWindowOpenHandler(({ url, frameName }) =>
    url === NOTES.url && frameName === NOTES.frameName
      ? { action: 'allow', overrideBrowserWindowOptions: notesWindow(preload) }
      : { action: 'deny' },
  );
}

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === GRANTED && details.isMainFrame && details.requestingUrl.startsWith(PAGE));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    // Chromium writes an origin with a slash at its end.
    return permission === GRANTED && details.isMainFrame && (origin === ORIGIN || origin === PAGE);
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOfThisProgram(url) }));
  session.on('will-download', (event, item) => {
    // What the page made itself, such as a saved session, may be stored; the system asks where.
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault();
  });
}

/** Ours, what the page made itself, and Chromium's developer tools. */
function isOfThisProgram(url: string): boolean {
  return [PAGE, `blob:${ORIGIN}/`, 'data:', 'devtools://'].some((start) => url.startsWith(start));
}
