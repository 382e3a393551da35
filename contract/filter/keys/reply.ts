// reply:4xx, reply:550, reply:5.1.1, reply:no: a server's answer by what it means. SMTP has codes (RFC 5321 section 4.2.1)
// and enhanced codes (RFC 3463), POP3 +OK and -ERR (RFC 1939 section 3), IMAP OK, NO, BAD and BYE (RFC 3501 section 7.1).

import type { FilterKey, FilterTest } from '../key.ts';
import type { FilterSubject } from '../subject.ts';

const CODE = /^[2-5][0-9x]{2}$/;
const ENHANCED = /^[245]\.(?:x|\d{1,3})\.(?:x|\d{1,3})$/;
const WORDS: Readonly<Record<string, RegExp>> = {
  ok: /^(?:\+OK|\S+ OK)\b/i,
  err: /^-ERR\b/i,
  no: /^\S+ NO\b/i,
  bad: /^\S+ BAD\b/i,
  bye: /^\* BYE\b/i,
};

export const reply: FilterKey = {
  key: 'reply',
  values: ['2xx', '3xx', '4xx', '5xx', 'ok', 'no', 'bad', 'err'],
  test: (value) => {
    const wanted = value.toLowerCase();
    const word = WORDS[wanted];
    if (word) return ofServer((text, isSmtp) => !isSmtp && word.test(text));
    if (CODE.test(wanted)) {
      const code = new RegExp(`^${wanted.replaceAll('x', '[0-9]')}(?:[ -]|$)`);
      return ofServer((text, isSmtp) => isSmtp && code.test(text));
    }
    if (!ENHANCED.test(wanted)) return undefined;
    const enhanced = new RegExp(`^\\d{3}[ -]${wanted.replaceAll('.', '\\.').replaceAll('x', '\\d{1,3}')}(?: |$)`);
    return ofServer((text, isSmtp) => isSmtp && enhanced.test(text));
  },
  like: ({ from, text, protocol }) => {
    if (from === 'client') return undefined;
    if (speaksCodes(protocol)) return /^[2-5]\d{2}(?=[ -]|$)/.exec(text)?.[0];
    return Object.keys(WORDS).find((word) => WORDS[word]?.test(text));
  },
};

function ofServer(test: (text: string, isSmtp: boolean) => boolean): FilterTest {
  return ({ from, text, protocol }) => from === 'server' && test(text, speaksCodes(protocol));
}

const speaksCodes = (protocol: FilterSubject['protocol']): boolean => protocol !== 'pop3' && protocol !== 'imap';
