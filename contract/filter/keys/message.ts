// message:3, the third letter of the run; message:m1.3, the same by its whole name; message:none, lines that carry none.

import type { FilterKey } from '../key.ts';

export const message: FilterKey = {
  key: 'message',
  values: ['none'],
  test: (value) => {
    const wanted = value.toLowerCase();
    if (wanted === 'none') return (subject) => subject.message === undefined;
    if (/^\d{1,9}$/.test(wanted)) return (subject) => subject.message?.endsWith(`.${Number(wanted)}`) === true;
    return /^m\d+\.\d+$/.test(wanted) ? (subject) => subject.message === wanted : undefined;
  },
};
