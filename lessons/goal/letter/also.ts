// also: the same letter lies in another mailbox, too, or (`notIn`) doesn't. Counterpart: inMailbox, which names the first.
//   inMailbox: { mailbox: bob@harbor.example, also: carol@harbor.example }

import { z } from '../../../contract/schema.ts';
import { defineLetterTest, noLetter } from './letter-test.ts';

const address = z.string().max(254);

export const alsoTest = defineLetterTest<string>({
  name: 'also',
  schema: address,
  reads: [],
  failing: ({ copies }, _copy, other) =>
    copies.some((copy) => copy.mailbox === other.toLowerCase()) ? undefined : noLetter(other),
});

export const notInTest = defineLetterTest<string>({
  name: 'notIn',
  schema: address,
  reads: [],
  failing: ({ copies }, _copy, other) =>
    copies.some((copy) => copy.mailbox === other.toLowerCase())
      ? { key: 'letter.there', params: { address: other } }
      : undefined,
});
