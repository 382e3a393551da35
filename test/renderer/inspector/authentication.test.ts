// What the inspector says about who a letter is from: the checks of a real lab, and what was signed of the letter.

import { expect, test } from 'vitest';

import { checksOf, signedParts } from '../../../renderer/inspector/authentication.ts';
import type { Dialog } from '../../../renderer/store/dialog.ts';

const LETTER = [
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=campus.example; s=lab;\r\n',
  ' h=from:subject; bh=x; b=y\r\n',
  'From: Alice  <alice@campus.example>\r\n',
  'Subject: one\r\n\ttwo\r\n',
  '\r\n',
  'Hello.\r\nBye.\r\n\r\n',
].join('');

test('the covered fields stand beside their canonical form', () => {
  const [signed] = signedParts(LETTER, LETTER);
  expect(signed?.fields.map(({ after }) => after)).toEqual([
    'from:Alice <alice@campus.example>\r\n',
    'subject:one two\r\n',
  ]);
  expect(signed).toMatchObject({ body: 'Hello.\r\nBye.\r\n', isCompared: true });
  expect(signed?.change).toBeUndefined();
});

test('what was changed since is pointed at: the field, and the line of the body', () => {
  const changed = LETTER.replace('two', 'three').replace('Bye.', 'Bye!');
  const [signed] = signedParts(changed, LETTER);
  expect(signed?.fields.map((field) => field.changed)).toEqual([false, true]);
  expect(signed?.change).toEqual({ line: 2, at: 3, was: 'Bye.', is: 'Bye!' });
});

test('a letter whose original nobody knows is compared with nothing', () => {
  const [signed] = signedParts(LETTER, undefined);
  expect(signed?.isCompared).toBe(false);
  expect(signed?.fields.some(({ changed }) => changed)).toBe(false);
});

test('the checks of the last server that checked, with their results', () => {
  const decided = (policy: string, ...codes: string[]) => ({
    type: 'policy.decided',
    message: 'm1',
    data: { policy, stage: 'message', verdict: 'continue', reasons: codes.map((code) => ({ code, params: {} })) },
  });
  const dialog = (host: string, ...facts: unknown[]) => ({ server: { host }, facts }) as unknown as Dialog;
  const dialogs = [
    dialog('a', decided('spf', 'spf.none')),
    dialog('b', decided('spf', 'spf.step', 'spf.pass'), decided('dkim', 'dkim.signature', 'dkim.pass', 'dkim.fail')),
  ];
  expect(checksOf(dialogs, 'm1').map(({ host, policy, results }) => [host, policy, results])).toEqual([
    ['b', 'spf', ['pass']],
    ['b', 'dkim', ['pass', 'fail']],
  ]);
});
