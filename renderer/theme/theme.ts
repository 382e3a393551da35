// Light or dark: the system's wish until the person says otherwise. Counterpart: tokens.css, which knows both.
// Rule: one attribute on the root element; a browser that keeps nothing simply asks again next time.

export type Theme = 'light' | 'dark';

const KEY = 'posthorn.theme';

/** The theme in force. */
export function currentTheme(): Theme {
  const set = document.documentElement.dataset['theme'];
  if (set === 'light' || set === 'dark') return set;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Puts a remembered choice in force. */
export function applyRememberedTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
  } catch {
    // Storage is switched off: the system's wish holds.
  }
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // As above.
  }
}
