// Everything that explanations say, in German. Counterpart: ../../explain/index.ts.

import { accessDe } from './access.ts';
import { fieldsDe } from './fields.ts';
import { letterLinesDe } from './letter-lines.ts';
import { repliesDe } from './replies.ts';
import { smtpDe } from './smtp.ts';
import { wordsDe } from './words.ts';

export const explainDe = { ...smtpDe, ...repliesDe, ...accessDe, ...fieldsDe, ...letterLinesDe, ...wordsDe };
