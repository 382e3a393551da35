// The purported responsible address, case by case as RFC 4407 section 2 goes through them.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { splitMessage } from '../../../mail/fields.ts';
import { purportedResponsible } from '../../../mail/pra.ts';

const of = (...lines: string[]) => {
  const found = purportedResponsible(splitMessage([...lines, '', 'x'].join('\r\n')).fields);
  return 'problem' in found ? found.problem : `${found.field} ${found.address}`;
};

test('Resent-Sender, Resent-From, Sender, From: the first there is', () => {
  const [from, sender] = ['From: a@a.example', 'Sender: s@s.example'];
  expect(of(from)).toBe('from a@a.example');
  expect(of(from, sender)).toBe('sender s@s.example');
  expect(of(from, sender, 'Resent-From: r@r.example')).toBe('resent-from r@r.example');
  expect(of(from, 'Resent-From: r@r.example', 'Resent-Sender: rs@r.example')).toBe('resent-sender rs@r.example');
  expect(of(from, 'Sender: ')).toBe('from a@a.example');
});

test('a Resent-From of a later hand counts more than an older Resent-Sender', () => {
  const older = ['Resent-Sender: old@o.example', 'Resent-From: older@o.example'];
  expect(of('Resent-From: new@n.example', 'Received: by n', ...older)).toBe('resent-from new@n.example');
  expect(of('Resent-From: new@n.example', 'Subject: x', ...older)).toBe('resent-sender old@o.example');
});

test('the topmost Resent fields are the latest', () => {
  expect(of('Resent-From: two@b.example', 'Resent-From: one@a.example')).toBe('resent-from two@b.example');
});

test('no address where the header leaves a choice', () => {
  expect(of('Subject: x')).toBe('none');
  expect(of('From: a@a.example', 'From: b@b.example')).toBe('several fields');
  expect(of('From: a@a.example', 'Sender: s@s.example', 'Sender: t@t.example')).toBe('several fields');
  expect(of('From: a@a.example, b@b.example')).toBe('not one address');
  expect(of('From: undisclosed:;')).toBe('not one address');
});

test('nothing that a stranger writes throws', () => {
  const line = fc.tuple(
    fc.constantFrom('From', 'Sender', 'Resent-From', 'Resent-Sender', 'Received'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(fc.property(fc.array(line), (lines) => void of(...lines.map(([name, value]) => `${name}: ${value}`))));
});
