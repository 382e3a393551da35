// The theme's colours as xterm wants them. Counterpart: theme/tokens.css, where they are; colours.ts, which uses them.
// Rule: read from the page, so that light and dark stay in one place.

import type { ITheme } from '@xterm/xterm';

import { LOOK_ATTRIBUTES } from '../settings/page-look.ts';

const COLOURS = {
  foreground: '--ink',
  background: '--term',
  cursor: '--accent-strong',
  cursorAccent: '--on-accent',
  selectionBackground: '--line',
  red: '--refuse',
  blue: '--server',
  brightBlack: '--faint',
  scrollbarSliderBackground: '--line',
  scrollbarSliderHoverBackground: '--edge',
  scrollbarSliderActiveBackground: '--edge',
} as const satisfies Partial<Record<keyof ITheme, string>>;

/** A variable may be a `light-dark()`: only an element that wears it knows the colour. */
export function terminalTheme(place: HTMLElement): ITheme {
  const probe = place.ownerDocument.createElement('span');
  place.append(probe);
  const read = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const theme = Object.fromEntries(Object.entries(COLOURS).map(([name, variable]) => [name, read(variable)]));
  probe.remove();
  return theme;
}

/** Calls `changed` when colours or the size of type become others. The answer stops it. */
export function onLookChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const choice = new MutationObserver(changed);
  choice.observe(document.documentElement, { attributes: true, attributeFilter: LOOK_ATTRIBUTES });
  system.addEventListener('change', changed);
  return () => {
    choice.disconnect();
    system.removeEventListener('change', changed);
  };
}
