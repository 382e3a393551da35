// The words of mail. Counterpart: terms/ has them by their first letters, entry.ts their shape.

import type { ReferenceEntry } from './entry.ts';
import { A_TO_D } from './terms/a-d.ts';
import { E_TO_H } from './terms/e-h.ts';
import { I_TO_M } from './terms/i-m.ts';
import { N_TO_R } from './terms/n-r.ts';
import { S_TO_Z } from './terms/s-z.ts';

export const TERMS: readonly ReferenceEntry[] = [...A_TO_D, ...E_TO_H, ...I_TO_M, ...N_TO_R, ...S_TO_Z];
