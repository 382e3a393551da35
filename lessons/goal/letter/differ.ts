// differ: the addresses in some fields are all different. Counterpart: header, for one field at a time.
//   differ: { is: [Return-Path, From, Reply-To] }

import { z } from '../../../contract/schema.ts';
import { addressKey } from '../../../mail/address.ts';
import { defineLetterTest, fieldsOf } from './letter-test.ts';
import { fieldsNamed, valueOf } from './header.ts';

const MOST = 6; // identities of a letter that are ever compared

export const differSchema = z.array(z.string().min(1).max(80)).min(2).max(MOST);

export const differTest = defineLetterTest<string[]>({
  name: 'differ',
  schema: differSchema,
  reads: [],
  failing(letter, copy, names) {
    const fields = fieldsOf(letter, copy);
    const seen = new Map<string, string>();
    for (const name of names) {
      const value = valueOf(fieldsNamed(fields, name)[0]);
      if (value === undefined) return { key: 'value.missing', params: { what: `${name}:` } };
      const key = addressKey(addressIn(value));
      const other = seen.get(key);
      if (other !== undefined) return { key: 'differ.same', params: { name, other, address: key } };
      seen.set(key, name);
    }
    return undefined;
  },
});

/** The address of one mailbox, with or without a display name. */
function addressIn(value: string): string {
  return (/<([^>]*)>\s*$/.exec(value)?.[1] ?? value).trim();
}
