// The text of a letter: decoded, plain, and never HTML.

import { expect, it } from 'vitest';

import { bodyText } from '../../../renderer/store/body.ts';

const letter = (...lines: string[]) => lines.join('\r\n');

it.each([
  ['no header at all', letter('', 'Hello', ''), 'Hello'],
  [
    'quoted-printable',
    letter(
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=C3=BC=',
      '=C3=9Fe',
    ),
    'Gr\u00fc\u00dfe',
  ],
  ['base64', letter('Content-Transfer-Encoding: base64', '', 'SGVsbG8K'), 'Hello'],
  ['an unknown charset', letter('Content-Type: text/plain; charset=klingon', '', 'caf\xe9'), 'caf\u00e9'],
  ['terminal escapes', letter('', '\x1b[2Jgone'), '^[[2Jgone'],
])('reads %s', (_, message, text) => {
  expect(bodyText(message)).toEqual({ kind: 'text', text });
});

it('takes the first plain part of several', () => {
  const parts = ['', '--x', 'Content-Type: text/html', '', '<b>no</b>', '--x', '', 'yes', '--x--', ''];
  expect(bodyText(letter('Content-Type: multipart/alternative; boundary=x', ...parts))).toEqual({
    kind: 'text',
    text: 'yes',
  });
});

it('says what it is when there is no plain text', () => {
  expect(bodyText(letter('Content-Type: text/html', '', '<script>alert(1)</script>'))).toEqual({
    kind: 'other',
    type: 'text/html',
  });
});
