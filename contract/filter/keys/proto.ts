// proto:imap, what the connection speaks. `smtp` takes in submission, which is SMTP on another port (RFC 6409).

import type { FilterKey } from '../key.ts';

export const proto: FilterKey = {
  key: 'proto',
  values: ['smtp', 'submission', 'lmtp', 'pop3', 'imap', 'raw'],
  test: (value) => {
    const wanted = value.toLowerCase();
    if (!proto.values.includes(wanted)) return undefined;
    return ({ protocol }) => protocol === wanted || (wanted === 'smtp' && protocol === 'submission');
  },
};
