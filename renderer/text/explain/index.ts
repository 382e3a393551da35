// Everything that explanations say. Counterpart: ../t.ts merges it into the catalogue. Rule: keys are prefixed by what
// they explain, so that no two files can meet.

import { accessEn } from './access.ts';
import { fieldsEn } from './fields.ts';
import { letterLinesEn } from './letter-lines.ts';
import { repliesEn } from './replies.ts';
import { smtpEn } from './smtp.ts';
import { wordsEn } from './words.ts';

export const explainEn = { ...smtpEn, ...repliesEn, ...accessEn, ...fieldsEn, ...letterLinesEn, ...wordsEn } as const;
