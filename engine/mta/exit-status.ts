// What the exit status of a program means for a letter (sysexits.h), in Postfix's words. Counterpart: programs/.
// Rule: pure; a status that isn't in the table is a program that died.

import type { ReplyText } from '../../contract/events.ts';

const STATUSES: Readonly<Record<number, readonly [enhanced: string, text: string]>> = {
  64: ['5.3.0', 'command line usage error'],
  65: ['5.6.0', 'data format error'],
  66: ['5.3.0', 'cannot open input'],
  67: ['5.1.1', 'user unknown'],
  68: ['5.1.2', 'host name unknown'],
  69: ['5.3.0', 'service unavailable'],
  70: ['5.3.0', 'internal software error'],
  71: ['5.3.0', 'system resource problem'],
  72: ['5.3.0', 'critical OS file missing'],
  73: ['5.2.0', "can't create user output file"],
  74: ['5.3.0', 'input/output error'],
  75: ['4.3.0', 'temporary failure'],
  76: ['5.5.0', 'remote error in protocol'],
  77: ['5.7.0', 'permission denied'],
  78: ['5.3.5', 'local configuration error'],
};

/** The reply that stands for a status other than 0. */
export function replyToStatus(status: number, command: string, output: string): ReplyText {
  const [enhanced, meaning] = STATUSES[status] ?? ['5.3.0', `Command died with status ${status}: "${command}"`];
  const text = output === '' ? meaning : `${meaning}. Command output: ${output}`;
  return { code: enhanced.startsWith('4') ? 450 : 550, enhanced, text };
}
