// The shell's frames are written down on both sides, because a shell and a screen import nothing from each other.
// The compiler holds the two equal here.

import { expect, expectTypeOf, it } from 'vitest';

import type * as screen from '../../renderer/source/shell-frames.ts';
import type * as shell from '../../web/shell-frames.ts';
import { isRestartAsk } from '../../web/shell-frames.ts';

it('shell and screen mean the same frames', () => {
  expectTypeOf<shell.ShellFrame>().toEqualTypeOf<screen.ShellFrame>();
  expectTypeOf<shell.ShellAsk>().toEqualTypeOf<screen.ShellAsk>();
});

it('reads the one ask and leaves everything else to the engine', () => {
  expect(isRestartAsk('{"kind":"shell","ask":"restart"}')).toBe(true);
  for (const other of ['', 'null', '1', '{', '{"kind":"shell"}', '{"kind":"ack","lab":"main","batch":1}']) {
    expect(isRestartAsk(other), other).toBe(false);
  }
  expect(isRestartAsk(`{"kind":"shell","ask":"restart","x":"${'x'.repeat(100)}"}`)).toBe(false);
});
