// policy:greylisting, the answers before which this policy decided something. A line on the wire doesn't know that yet.

import type { FilterKey } from '../key.ts';

export const policy: FilterKey = {
  key: 'policy',
  values: [],
  isLate: true,
  test: (value) => {
    const wanted = value.toLowerCase();
    if (!/^[a-z0-9-]{1,40}$/.test(wanted)) return undefined;
    return ({ policies }) => policies.some((one) => one.toLowerCase() === wanted);
  },
};
