// Names of attachments as a stranger writes them, and as they are saved.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { safeFileName } from '../../../renderer/inbox/file-name.ts';

test.each([
  ['report.pdf', 'report.pdf', false],
  ['../../etc/passwd', '_.._etc_passwd', false],
  ['C:\\Windows\\x.txt', 'C__Windows_x.txt', false],
  ['bill\u202efdp.exe', 'billfdp.exe.unsafe', true],
  ['photo.jpg.scr', 'photo.jpg.scr.unsafe', true],
  ['page.HTML', 'page.HTML.unsafe', true],
  ['.bashrc', 'bashrc', false],
  ['con.txt', '_con.txt', false],
  ['  ', 'part-1.bin', false],
  ['a\r\nb.txt', 'ab.txt', false],
  ['run.exe. . ', 'run.exe.unsafe', true],
])('%j is saved as %j', (wanted, name, isProgram) => {
  expect(safeFileName(wanted, 'part-1.bin')).toEqual({ name, isProgram });
});

test('a long name keeps its ending', () => {
  const { name, isProgram } = safeFileName(`${'a'.repeat(300)}.exe`, 'x');
  expect(name.length).toBeLessThan(120);
  expect(name.endsWith('.exe.unsafe')).toBe(true);
  expect(isProgram).toBe(true);
});

test('whatever is wanted, no path, nothing invisible, and never nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (wanted) => {
      const { name } = safeFileName(wanted, 'part');
      expect(name).toMatch(/^[^\p{Cc}\p{Cf}\\/:*?"<>|]+$/u);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
    }),
  );
});
