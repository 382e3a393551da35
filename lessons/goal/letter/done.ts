// done: a host's queue has let go of the letter, so that what hasn't arrived by now won't. Counterpart: also, notIn.
//   inMailbox: { mailbox: bob@harbor.example, notIn: carol@harbor.example, done: mail.harbor.example }

import { z } from '../../../contract/schema.ts';
import { defineLetterTest } from './letter-test.ts';

export const doneTest = defineLetterTest<string>({
  name: 'done',
  schema: z.string().max(253),
  reads: [],
  failing: ({ finished }, _copy, host) =>
    finished.some((one) => one.host === host) ? undefined : { key: 'queued.finished', params: { host } },
});
