// What a line of a server says by its first characters, in every protocol of mail: yes or no, and whether the answer ends
// with it. Counterpart: framing.ts cuts the lines; screens, filters, lessons and verb-tracker.ts ask. Rule: SMTP's first
// digit is the measure (RFC 5321 section 4.2.1), so a yes of POP3 and IMAP counts as 2 and a no as 5.

/** Of a connection whose protocol nobody knows, SMTP's codes and POP3's words are believed. */
export type AnswerProtocol = 'smtp' | 'submission' | 'lmtp' | 'pop3' | 'imap' | 'raw';

const CODE = /^[2-5]\d\d(?=[ \-\r\n]|$)/;
const POP3 = /^(?:(\+OK)|-ERR)\b/i; // RFC 1939 section 3
const IMAP = /^\S+ (?:(OK|PREAUTH)|NO|BAD)\b/i; // RFC 3501 section 7.1
const TAGGED = /^[^*+\s]\S{0,64} (?:OK|NO|BAD)\b/i; // RFC 9051 section 2.2.2
const CHALLENGE = /^\+(?:[ \r\n]|$)/; // RFC 5034 section 4, RFC 9051 section 7.6

/** 2 to 5; 0 where the line says neither yes nor no. */
export function answerClass(line: string, protocol: AnswerProtocol): number {
  if (protocol === 'imap') return yesOrNo(IMAP.exec(line));
  const word = protocol === 'pop3' || protocol === 'raw' ? yesOrNo(POP3.exec(line)) : 0;
  return word > 0 || protocol === 'pop3' || !CODE.test(line) ? word : Number(line[0]);
}

/** A no, for now or for good. */
export function isRefusal(line: string, protocol: AnswerProtocol): boolean {
  return answerClass(line, protocol) >= 4;
}

/** The server asks for more before it answers: a credential, or what a literal holds. */
export function isChallenge(line: string, protocol: AnswerProtocol): boolean {
  return protocol === 'pop3' || protocol === 'imap' ? CHALLENGE.test(line) : line.startsWith('334'); // RFC 4954 section 4
}

/** Nothing more comes for the command; a list of POP3 goes on all the same, and which has one only its command tells. */
export function endsAnswer(line: string, protocol: AnswerProtocol): boolean {
  if (protocol === 'imap') return TAGGED.test(line);
  if (isChallenge(line, protocol)) return false;
  return protocol === 'pop3' || !/^\d{3}-/.test(line);
}

/** The last line of a no: one an answer, however many lines it has. */
export function endsInRefusal(line: string, protocol: AnswerProtocol): boolean {
  return isRefusal(line, protocol) && endsAnswer(line, protocol);
}

function yesOrNo(status: RegExpExecArray | null): number {
  if (!status) return 0;
  return status[1] === undefined ? 5 : 2;
}
