// Light or dark: the system's wish until the person says otherwise. Counterpart: tokens.css, which knows both.
// Rule: one attribute on the root element; a browser that keeps nothing simply asks again next time.

const KEY = 'posthorn.theme';

/** Puts a remembered choice in force. */
export function applyRememberedTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
  } catch {
    // Storage is switched off: the system's wish holds.
  }
}
