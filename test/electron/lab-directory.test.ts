// Both shells open the same lab, on every system, whoever says where.

import path from 'node:path';

import { expect, it } from 'vitest';

import { defaultLabDirectory, labDirectory } from '../../electron/lab-directory.ts';
import { lessonFile } from '../../electron/lesson-file.ts';
import { defaultLabDirectory as webDirectory } from '../../web/lab-directory.ts';

const ENVIRONMENTS = [
  {},
  { LOCALAPPDATA: String.raw`D:\Data` },
  { XDG_DATA_HOME: '/data' },
  { XDG_DATA_HOME: 'relative' },
  { XDG_DATA_HOME: '' },
];

it.each(['win32', 'darwin', 'linux'] as const)('%s: the same as in the browser version', (platform) => {
  for (const env of ENVIRONMENTS) {
    expect(defaultLabDirectory(env, platform, '/home/me')).toBe(webDirectory(env, platform, '/home/me'));
  }
});

it('--dir goes before POSTHORN_DIR, and that before the usual place', () => {
  const env = { POSTHORN_DIR: 'told' };
  expect(labDirectory(['.', '--dir', 'asked'], env)).toBe(path.resolve('asked'));
  expect(labDirectory(['--dir=asked'], env)).toBe(path.resolve('asked'));
  expect(labDirectory(['.'], env)).toBe(path.resolve('told'));
  expect(labDirectory(['.'], {})).toBe(path.resolve(defaultLabDirectory({})));
});

it("Chromium's own switches are no mistake", () => {
  const switches = ['--remote-debugging-port=0', '--inspect=0', '--disable-gpu', '--dir', 'asked', '--lang', 'de'];
  expect(labDirectory(switches, {})).toBe(path.resolve('asked'));
});

it('a lesson that is being written is named the same way', () => {
  expect(lessonFile(['.', '--lesson', 'l.md'], { POSTHORN_LESSON: 'told.md' })).toBe(path.resolve('l.md'));
  expect(lessonFile(['.'], { POSTHORN_LESSON: 'told.md' })).toBe(path.resolve('told.md'));
  expect(lessonFile(['--lang', 'de'], {})).toBeUndefined();
});
