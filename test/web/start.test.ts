// What `npm start` decides before anything runs: its options, where the lab lives, whether and how to open a browser.

import { describe, expect, it } from 'vitest';

import { readArguments } from '../../web/command-line.ts';
import { defaultLabDirectory } from '../../web/lab-directory.ts';
import { browserCommand, hasDisplay } from '../../web/open-browser.ts';
import { isSameToken, newToken, offeredToken } from '../../web/token.ts';

describe('options', () => {
  it('has sensible ones when none are given', () => {
    expect(readArguments([])).toEqual({
      port: 0,
      dir: undefined,
      session: undefined,
      lesson: undefined,
      open: true,
      help: false,
    });
    expect(
      readArguments(['--port', '8025', '--dir', 'x', '--session', 'one.posthorn', '--lesson', 'l.md', '--no-open']),
    ).toEqual({
      port: 8025,
      dir: 'x',
      session: 'one.posthorn',
      lesson: 'l.md',
      open: false,
      help: false,
    });
  });

  it.each([
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', ''],
    ['--token', 'x'],
    ['--nope'],
    ['x'],
  ])('refuses %s %s', (...args) => {
    expect(() => readArguments(args)).toThrow(/--port/);
  });
});

describe('the lab directory', () => {
  it.each([
    ['linux', {}, '/home/al/.local/share/posthorn/lab'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/posthorn/lab'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/al/.local/share/posthorn/lab'],
    ['darwin', {}, '/home/al/Library/Application Support/Posthorn/lab'],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\Posthorn\\lab'],
  ] as const)('on %s with %o', (platform, env, expected) => {
    expect(defaultLabDirectory(env, platform, '/home/al')).toBe(expected);
  });
});

describe('the browser', () => {
  it('is opened only where somebody looks', () => {
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0', CI: 'true' }, 'linux')).toBe(false);
    expect(hasDisplay({ CI: '1' }, 'darwin')).toBe(false);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });

  it('gets the address as one argument, past no shell', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(browserCommand('http://127.0.0.1:1/#token=a', platform)[1].at(-1)).toBe('http://127.0.0.1:1/#token=a');
    }
  });
});

describe('the token', () => {
  it('is long, new each time, and fit for a subprotocol', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });

  it('is found among the offered subprotocols and compared whole', () => {
    expect(offeredToken('posthorn, posthorn.token.abc')).toBe('abc');
    expect(offeredToken('posthorn')).toBeUndefined();
    expect(offeredToken(undefined)).toBeUndefined();
    expect(isSameToken('abc', 'abc')).toBe(true);
    expect(isSameToken('abcd', 'abc')).toBe(false);
    expect(isSameToken(undefined, 'abc')).toBe(false);
  });
});
