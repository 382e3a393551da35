// agree: at least two of the addresses in some fields are the same. Counterpart: differ, which wants none to be.
//   agree: { is: [Return-Path, From, Reply-To] }

import { defineLetterTest } from './letter-test.ts';
import { differSchema, differTest } from './differ.ts';

export const agreeTest = defineLetterTest<string[]>({
  name: 'agree',
  schema: differSchema,
  reads: [],
  failing(letter, copy, names) {
    const why = differTest.failing(letter, copy, names);
    // What is missing neither differs nor agrees.
    if (why?.key === 'differ.same') return undefined;
    return why ?? { key: 'differ.all', params: { names: names.join(', ') } };
  },
});
