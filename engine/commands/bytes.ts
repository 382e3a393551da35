// bytes.read: captured octets by reference.

import { toByteString } from '../../mail/bytes.ts';
import type { Group } from './command.ts';

export const bytesCommands: Group<'bytes'> = {
  'bytes.read': async (lab, { ref }) => {
    const bytes = await lab.run.context.capture.read(ref);
    return { bytes: bytes ? toByteString(bytes) : '', expired: bytes === undefined };
  },
};
