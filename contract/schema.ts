// zod, set up once: no code generation, because a strict Content-Security-Policy forbids eval.
// Counterpart: every schema of this folder. Rule: import `z` from here, never from 'zod' itself.

import { z } from 'zod';

z.config({ jitless: true });

export { z };
