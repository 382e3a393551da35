// The window. Counterpart: locks.ts, which every page gets, and preload.ts. Rule: the page is an ordinary web page in a
// sandbox: no node, no preload globals, nothing but its port.

import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type WebPreferences } from 'electron';

import { PAGE } from './address.ts';
import { ELECTRON_LIMITS } from './limits.ts';
import { TEXT } from './text.ts';

/** `--paper` of renderer/theme/tokens.css, shown for the moment before the page is there. */
const PAPER = { light: '#fbfaf7', dark: '#14161a' } as const;

/** An ordinary web page, whichever window it is in. */
function preferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The dictionaries would be fetched from a server outside.
    spellcheck: false,
  };
}

/** What the page's second window is, which it opens itself. */
export function notesWindow(preload: string): BrowserWindowConstructorOptions {
  return { title: TEXT.name, backgroundColor: paper(), webPreferences: preferences(preload) };
}

const paper = () => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);

interface WindowOptions {
  preload: string;
  /** The page's process ended by itself. */
  onGone: (window: BrowserWindow) => void;
}

/** Opens the window and shows it when the page has painted. Rejects when the page can't be loaded. */
export async function openWindow({ preload, onGone }: WindowOptions): Promise<void> {
  const window = new BrowserWindow({
    ...ELECTRON_LIMITS.window_px,
    title: TEXT.name,
    show: false,
    backgroundColor: paper(),
    webPreferences: preferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onGone(window);
  });
  await window.loadURL(PAGE);
}

/** What a second start does: show the window of the first. */
export function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
