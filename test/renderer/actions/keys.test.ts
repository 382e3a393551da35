// Keys: which press means which, on which keyboard, and whom they belong to.

import { describe, expect, it } from 'vitest';

import { ariaKeys, isPressed, isTerminals, isTyping, showKeys } from '../../../renderer/actions/keys.ts';

const plain = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keys', () => {
  it('take Mod for Ctrl, and for Command on a Mac', () => {
    expect(isPressed('Mod+K', { ...plain, key: 'k', ctrlKey: true }, false)).toBe(true);
    expect(isPressed('Mod+K', { ...plain, key: 'k', metaKey: true }, false)).toBe(false);
    expect(isPressed('Mod+K', { ...plain, key: 'k', metaKey: true }, true)).toBe(true);
    expect(isPressed('Mod+K', { ...plain, key: 'k', ctrlKey: true }, true)).toBe(false);
    expect(isPressed('Mod+K', { ...plain, key: 'K', ctrlKey: true, shiftKey: true }, false)).toBe(false);
  });

  it('go by the sign, whether or not the keyboard needs Shift for it', () => {
    expect(isPressed('?', { ...plain, key: '?', shiftKey: true }, false)).toBe(true);
    expect(isPressed('?', { ...plain, key: '?' }, false)).toBe(true);
    expect(isPressed('+', { ...plain, key: '+' }, false)).toBe(true);
    expect(isPressed('S', { ...plain, key: 's' }, false)).toBe(true);
    expect(isPressed('S', { ...plain, key: 'S', shiftKey: true }, false)).toBe(false);
    expect(isPressed('S', { ...plain, key: 's', altKey: true }, false)).toBe(false);
  });

  it('take the key left of 1 for the grave accent', () => {
    expect(isPressed('Ctrl+`', { ...plain, key: '\u00b2', code: 'Backquote', ctrlKey: true }, false)).toBe(true);
  });

  it('know what a field and a terminal need for themselves', () => {
    expect(['S', '?', '+', 'Mod+K', 'F6', 'Ctrl+`'].filter(isTyping)).toEqual(['S', '?', '+']);
    expect(['S', '?', '+', 'Mod+K', 'F6', 'Shift+F6', 'Ctrl+`'].filter((keys) => !isTerminals(keys))).toEqual([
      'F6',
      'Shift+F6',
      'Ctrl+`',
    ]);
  });

  it('are shown as the keyboard has them', () => {
    expect(showKeys('Mod+K', false)).toBe('Ctrl+K');
    expect(showKeys('Mod+K', true)).toBe('\u2318K');
    expect(ariaKeys('Mod+K', true)).toBe('Meta+K');
    expect(ariaKeys('Ctrl+`', false)).toBe('Control+`');
  });
});
