// What is seen of a shell's session. Counterpart: session.ts, which alone changes it.

import type { RecordLine } from './record.ts';

export interface SessionView {
  /** Where the person is: `ssh` changes it. */
  host: string | undefined;
  /** A program has the terminal: telnet, say, with its connection. */
  isBusy: boolean;
  /** Something can be typed: a prompt stands there, or a program listens. */
  isOpen: boolean;
  lines: readonly RecordLine[];
}
