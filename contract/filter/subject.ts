// A line of a dialog with what stands around it: what a filter looks at. Counterpart: the engine makes one of a line on
// the wire (engine/internet/holds.ts), a screen of the log (renderer/filter/search.ts). Rule: plain data, passwords blanked.

import type { HostName, MessageId, Side } from '../ids.ts';
import type { Protocol } from '../topology.ts';

export interface FilterSubject {
  client: HostName;
  server: HostName;
  protocol: Protocol | 'raw';
  /** Which end says it. */
  from: Side;
  /** A person is behind the client: through a door, or in a shell. */
  byPerson: boolean;
  tls: boolean;
  /** The command that it is or that it answers: `RCPT`; `CONNECT` for the greeting, `.` for a letter's text. */
  verb: string;
  /** Without its line end; '' for a letter's text and other bulk. */
  text: string;
  /** A server's no, in any of the protocols (mail/answer.ts). */
  isRefusal: boolean;
  /** The letter that the connection carries now. */
  message: MessageId | undefined;
  /** What decided since the line before, while this one was being thought about. */
  policies: readonly string[];
  /** A person had a hand in it on its way. */
  changed: boolean;
  held: boolean;
}
