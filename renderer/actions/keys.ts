// Keys of actions: `Mod+K`, `Shift+F6`, `?`. Counterpart: listen.ts hears them, action.ts carries them. Rule: a key that
// types something is never taken from a field, and a terminal keeps all but those it has no use for.

export interface Chord {
  isMod: boolean;
  isCtrl: boolean;
  isShift: boolean;
  /** As `KeyboardEvent.key` has it, in lower case. */
  key: string;
}

export function parseKeys(keys: string): Chord {
  const parts = keys.split(/\+(?=.)/);
  return {
    isMod: parts.includes('Mod'),
    isCtrl: parts.includes('Ctrl'),
    isShift: parts.includes('Shift'),
    key: (parts.at(-1) ?? '').toLowerCase(),
  };
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function isPressed(keys: string, pressed: Pressed, isMac: boolean): boolean {
  const { isMod, isCtrl, isShift, key } = parseKeys(keys);
  const wanted = { ctrlKey: isCtrl || (isMod && !isMac), metaKey: isMod && isMac };
  if (pressed.altKey || pressed.ctrlKey !== wanted.ctrlKey || pressed.metaKey !== wanted.metaKey) return false;
  // A sign like ? needs Shift on one keyboard and not on the other: it is the sign that counts.
  if (!isSign(key) && pressed.shiftKey !== isShift) return false;
  // The key left of 1 counts as the grave accent, whatever a keyboard has there.
  return pressed.key.toLowerCase() === key || (key === '`' && pressed.code === 'Backquote');
}

const isSign = (key: string) => key.length === 1 && !/[a-z]/.test(key);

/** It types a character when pressed in a field. */
export function isTyping(keys: string): boolean {
  const { isMod, isCtrl, key } = parseKeys(keys);
  return key.length === 1 && !isMod && !isCtrl;
}

/** A shell has no use for function keys nor for those of a presenter's remote control, and Ctrl+` is the way out of it. */
export function isTerminals(keys: string): boolean {
  return !/^(Shift\+)?F\d+$|^Page(Up|Down)$|^Ctrl\+`$/.test(keys);
}

export function showKeys(keys: string, isMac: boolean): string {
  if (!isMac) return keys.replace('Mod+', 'Ctrl+');
  return keys.replace('Mod+', '\u2318').replace('Ctrl+', '\u2303').replace('Shift+', '\u21e7');
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string, isMac: boolean): string {
  return keys.replace('Mod+', isMac ? 'Meta+' : 'Control+').replace('Ctrl+', 'Control+');
}

export const isMacKeyboard = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
