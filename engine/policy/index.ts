// Every policy, in the order in which they are asked at a stage. Adding one: a file, and a line here.

import { greylisting } from './greylisting.ts';
import type { Policy } from './policy.ts';

// Each checks its own settings before it sees them, so the list needn't know their types.
export const POLICIES: readonly Policy[] = [greylisting as Policy];
