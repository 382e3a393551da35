// Every program that an alias may name. Adding one: a file, and a line here.

import { fail } from './fail.ts';
import { filter } from './filter.ts';
import type { LocalProgram } from './program.ts';
import { vacation } from './vacation.ts';

export const PROGRAMS: readonly LocalProgram[] = [vacation, filter, fail];
