// entries: why queues took the letter in, as a list of kinds: submit, relay, forward, list ... Counterpart: `queue.entered`.
//   inMailbox: { mailbox: dora@club.example, entries: { lacks: forward } }

import { failure, type ValueTest, valueTestSchema } from '../value.ts';
import { defineLetterTest } from './letter-test.ts';

export const entriesTest = defineLetterTest<ValueTest>({
  name: 'entries',
  schema: valueTestSchema,
  reads: [],
  failing: ({ entries }, _copy, wanted) =>
    failure(
      entries.map(({ kind }) => kind),
      wanted,
      'entries',
    ),
});
