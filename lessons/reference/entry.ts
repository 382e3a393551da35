// One thing that can be looked up. Counterpart: terms.ts, ports.ts, programs.ts and rfcs.ts have the data, replies.ts what to
// do about an answer; renderer/reference/ shows them beside what the screen knows of commands, codes and fields. Rule: says
// what it is in a sentence or two, for somebody who meets the word for the first time; history is named as history.

export interface ReferenceEntry {
  /** Unique in its section: lower case, as it stands in a link. */
  id: string;
  term: string;
  /** Other names for it: longer, shorter, older. Searched too. */
  also?: readonly string[];
  says: string;
  /** Ids of terms that go with it. */
  see?: readonly string[];
  /** `RFC 5321`, with a section where it is one. */
  rfc?: string;
  /** Of interest for what it explains; nobody should build on it now. */
  isHistory?: true;
}
