// Puts the settings in force on the page, and what the system wishes where nothing was chosen. Counterpart:
// theme/tokens.css and base.css read the attributes. Rule: attributes of the root element, so that one style sheet and
// whoever draws on a canvas read the same: data-theme, data-contrast, data-motion, data-type.

import type { Choices, Settings } from './settings.ts';

/** The attributes that change how things are drawn. */
export const LOOK_ATTRIBUTES = ['data-theme', 'data-contrast', 'data-type'];

export function followSettings(settings: Settings, page: Document): void {
  const wishes = {
    contrast: matchMedia('(prefers-contrast: more)'),
    still: matchMedia('(prefers-reduced-motion: reduce)'),
  };
  const show = () => {
    const { theme, typePercent, motion } = settings.store.getState();
    const { dataset, style } = page.documentElement;
    set(dataset, 'theme', theme === 'light' || theme === 'dark' ? theme : undefined);
    set(dataset, 'contrast', hasContrast(theme, wishes.contrast.matches) ? 'more' : undefined);
    set(dataset, 'motion', motion === 'reduced' || wishes.still.matches ? 'reduced' : undefined);
    set(dataset, 'type', String(typePercent));
    style.fontSize = `${typePercent}%`;
  };
  settings.store.subscribe(show);
  for (const wish of Object.values(wishes)) wish.addEventListener('change', show);
  show();
}

const hasContrast = (theme: Choices['theme'], wished: boolean) =>
  theme === 'contrast' || (theme === 'system' && wished);

/** Nothing moves: the person or the system wants it so. */
export function isMotionReduced(page: Document): boolean {
  return page.documentElement.dataset['motion'] === 'reduced';
}

function set(dataset: DOMStringMap, name: string, value: string | undefined): void {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}
