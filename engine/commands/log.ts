// log.read: a host's mail log, its end first and then what is added.

import { toByteString } from '../../mail/bytes.ts';
import { HOST_FILE_LIMITS } from '../limits.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';

export const logCommands: Group<'log'> = {
  'log.read': async (lab, { host, from }) => {
    const file = lab.run.maillog.file(hostNamed(lab, host).host.name);
    if (!file) return { text: '', from: 0, to: 0 };
    const length = file.length();
    // A log that is shorter than it was is another run's.
    const goesOn = from !== undefined && from <= length;
    const start = goesOn ? from : Math.max(0, length - HOST_FILE_LIMITS.logTail);
    const text = toByteString(await file.read(start, Math.min(length - start, HOST_FILE_LIMITS.logStep)));
    // Whoever begins in the middle begins with a whole line.
    const skipped = goesOn || start === 0 ? 0 : text.indexOf('\n') + 1;
    return { text: text.slice(skipped), from: start + skipped, to: start + text.length };
  },
};
