// xterm at the edge: a terminal in an element, typing into a session and showing it. Counterpart: session.ts. Rule: nothing
// is decided here but which keys are the page's own; loaded when a shell is first opened, because xterm is large.

import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';

import { withAdoptedStyles } from './adopted-styles.ts';
import type { ShellSession } from './session.ts';
import { onLookChange, terminalTheme } from './terminal-theme.ts';

export interface ScreenTerminal {
  focus(): void;
  label(text: string): void;
  dispose(): void;
}

const SCROLLBACK_LINES = 2000;

/** Puts a terminal for `session` into `place`. */
export async function openTerminal(place: HTMLElement, session: ShellSession): Promise<ScreenTerminal> {
  const { fontFamily } = getComputedStyle(place);
  // Cells are measured once: with the font, or not at all.
  const fonts = ['13px', 'bold 13px'].map((font) => `${font} ${fontFamily}`);
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font)));
  const terminal = new Terminal({
    fontFamily,
    fontSize: fontSizeOf(place),
    fontWeightBold: '600',
    lineHeight: 1.2,
    scrollback: SCROLLBACK_LINES,
    screenReaderMode: true,
    drawBoldTextInBrightColors: false,
    theme: terminalTheme(place),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  withAdoptedStyles(document, () => terminal.open(place));
  fit.fit();
  session.showOn({
    get size() {
      return { columns: terminal.cols, rows: terminal.rows };
    },
    write: (output) => terminal.write(output),
  });
  terminal.onData((data) => session.type(data));
  terminal.attachCustomKeyEventHandler(keysForTerminal());
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    session.paste(event.clipboardData?.getData('text/plain') ?? '');
  };
  place.addEventListener('paste', onPaste, { capture: true });
  const stopTheme = onLookChange(() => {
    terminal.options.theme = terminalTheme(place);
    terminal.options.fontSize = fontSizeOf(place);
    refit(terminal, fit, session);
  });
  const observer = new ResizeObserver(() => refit(terminal, fit, session));
  observer.observe(place);
  return {
    focus: () => terminal.focus(),
    label: (text) => terminal.textarea?.setAttribute('aria-label', text),
    dispose: () => {
      session.showOn(undefined);
      observer.disconnect();
      stopTheme();
      place.removeEventListener('paste', onPaste, { capture: true });
      terminal.dispose();
    },
  };
}

const fontSizeOf = (place: HTMLElement) => Number.parseFloat(getComputedStyle(place).fontSize);

/** What was written is on the screen before the size changes, and drawn anew after it. */
function refit(terminal: Terminal, fit: FitAddon, session: ShellSession): void {
  const wanted = fit.proposeDimensions();
  if (!wanted || Number.isNaN(wanted.cols) || Number.isNaN(wanted.rows)) return;
  if (wanted.cols === terminal.cols && wanted.rows === terminal.rows) return;
  session.beforeResize();
  terminal.write('', () => {
    fit.fit();
    session.afterResize();
  });
}

/** Shift+Tab is the page's (actions/listen.ts takes its own keys before), and Escape gives it the next Tab, so that nobody is caught in here. */
function keysForTerminal(): (event: KeyboardEvent) => boolean {
  let isLeaving = false;
  return (event) => {
    if (event.type !== 'keydown') return true;
    const isForPage = event.key === 'Tab' && (event.shiftKey || isLeaving);
    isLeaving = event.key === 'Escape';
    return !isForPage;
  };
}
