// The one frame that a shell reads itself: the ask for a restart.

import { expect, test } from 'vitest';

import { isRestartAsk } from '../../contract/bridge.ts';

test('the one ask is recognised and everything else left to the engine', () => {
  expect(isRestartAsk('{"kind":"shell","ask":"restart"}')).toBe(true);
  for (const other of ['', 'null', '1', '{', '{"kind":"shell"}', '{"kind":"ack","lab":"main","batch":1}']) {
    expect(isRestartAsk(other), other).toBe(false);
  }
  expect(isRestartAsk(`{"kind":"shell","ask":"restart","x":"${'x'.repeat(100)}"}`)).toBe(false);
});
