// text:"no such user", what the line says, in any case of letters. A word without a colon means the same.

import type { FilterKey } from '../key.ts';

export const text: FilterKey = {
  key: 'text',
  values: [],
  test: (value) => {
    const wanted = value.toLowerCase();
    return (subject) => subject.text.toLowerCase().includes(wanted);
  },
};
