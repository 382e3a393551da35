// Something to say of a record: that it can't be served, that it is served but a mistake, or what it does. Counterpart:
// findings.ts and text-findings.ts find, finding-list.tsx shows. Rule: a mistake is allowed; lessons are made of them.

import type { TextKey, TextParams } from '../text/t.ts';

export interface Finding {
  level: 'refused' | 'mistake' | 'note';
  key: TextKey;
  params?: TextParams;
}

const finding =
  (level: Finding['level']) =>
  (key: TextKey, params?: TextParams): Finding => ({ level, key, ...(params === undefined ? {} : { params }) });

export const refused = finding('refused');
export const mistake = finding('mistake');
export const note = finding('note');
