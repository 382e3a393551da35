// What a subject is about, without the marks of answers, forwards and lists. Counterpart: threads.ts. Rule: RFC 5256
// section 2.1, on text that is decoded already.

import { SUBJECT_CHARACTERS } from './limits.ts';

export interface BaseSubject {
  /** '' when nothing but marks stands there. */
  base: string;
  /** It had a mark of an answer or a forward. */
  isReply: boolean;
}

const TRAILER = /(?:\s|\(fwd\))+$/i;
/** subj-refwd with its blobs: `Re:`, `Fwd [list]:`. */
const REPLY = /^(?:\[[^[\]]*\]\s*)*(?:re|fwd?)\s*(?:\[[^[\]]*\]\s*)?:\s*/i;
const BLOB = /^\[[^[\]]*\]\s*/;
const WRAPPED = /^\[fwd:(.*)\]$/i;

export function baseSubject(subject: string): BaseSubject {
  let base = subject.slice(0, SUBJECT_CHARACTERS).replace(/\s+/g, ' ').trim();
  let isReply = false;
  for (;;) {
    const before = base;
    const trailed = base.replace(TRAILER, '');
    if (/\(fwd\)\s*$/i.test(base)) isReply = true;
    base = trailed;
    const reply = REPLY.exec(base);
    if (reply) {
      base = base.slice(reply[0].length);
      isReply = true;
    }
    // A blob goes only while something is left of the subject.
    const blob = BLOB.exec(base);
    if (blob && blob[0].length < base.length) base = base.slice(blob[0].length);
    const wrapped = WRAPPED.exec(base);
    if (wrapped) {
      base = (wrapped[1] ?? '').trim();
      isReply = true;
    }
    if (base === before) return { base: base.toLowerCase(), isReply };
  }
}
