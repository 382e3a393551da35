// What a server does with a letter that a check has found wanting, where its owner may choose. Counterpart: dmarc.ts and
// the checks of the museum. Rule: marked is delivered; filters put a letter into the folder for spam by the field.

import { z } from '../../contract/schema.ts';

export const disposition = z.enum(['accept', 'mark', 'refuse']);
export type Disposition = z.infer<typeof disposition>;

export const SPAM_MARK = 'X-Spam-Flag: YES\r\n';
