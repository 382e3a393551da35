// The rows of a list: by date, in conversations, sorted otherwise, found.

import { expect, test } from 'vitest';

import type { InboxLetter } from '../../../contract/commands.ts';
import { type Ordering, rowsOf } from '../../../renderer/inbox/list-order.ts';

const letter = (uid: number, more: Partial<InboxLetter> = {}): InboxLetter => ({
  uid,
  octets: 1000 - uid,
  flags: [],
  from: 'a@b.example',
  to: [],
  subject: `Subject ${uid}`,
  date_ms: uid,
  messageId: `<${uid}>`,
  references: [],
  ...more,
});

const LETTERS = [
  letter(4, { subject: 'Re: Subject 1', references: ['<1>'] }),
  letter(3, { from: 'z@b.example' }),
  letter(2, { from: 'b@b.example' }),
  letter(1),
];

const usual: Ordering = { sort: { by: 'date', isDown: true }, isThreaded: false, found: undefined };
const drawn = (ordering: Partial<Ordering>) =>
  rowsOf(LETTERS, { ...usual, ...ordering })
    .map((row) => `${'>'.repeat(row.depth)}${row.letter.uid}`)
    .join(' ');

test('the latest first; a conversation stands where its latest letter would', () => {
  expect(drawn({})).toBe('4 3 2 1');
  expect(drawn({ isThreaded: true })).toBe('1 >4 3 2');
  expect(drawn({ isThreaded: true, sort: { by: 'date', isDown: false } })).toBe('2 3 1 >4');
});

test('other orders are lists of letters', () => {
  expect(drawn({ isThreaded: true, sort: { by: 'from', isDown: false } })).toBe('4 1 2 3');
  expect(drawn({ sort: { by: 'size', isDown: true } })).toBe('1 2 3 4');
  expect(drawn({ sort: { by: 'subject', isDown: false } })).toBe('4 1 2 3');
});

test('what a search found, and nothing beside it', () => {
  expect(drawn({ isThreaded: true, found: new Set([4, 2, 99]) })).toBe('4 2');
});
