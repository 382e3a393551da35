// German, as far as it is there. Counterpart: ../language.ts loads it when it is wanted. Rule: a catalogue is translated
// whole or not at all; one that isn't listed here is said in English.

import { benchDe } from './bench.ts';
import { deskDe } from './desk.ts';
import { frameDe } from './frame.ts';
import { timeDe } from './time.ts';

export const de = { ...frameDe, ...benchDe, ...deskDe, ...timeDe };
