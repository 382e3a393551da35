// The ESMTP parameters after a path: SIZE, BODY, SMTPUTF8, AUTH, RET, ENVID on MAIL; NOTIFY, ORCPT on RCPT. Counterpart:
// smtp/command.ts. Rule: one entry a keyword with the RFC that defines it; an unknown one is refused (RFC 5321 section
// 4.1.1.11), and so is a second DSN parameter of one kind. Whether an extension is switched on is the server's to say.

import type { ByteString } from '../bytes.ts';
import { PARAMETERS_COUNT, SIZE_DIGITS } from '../limits.ts';
import type { ProblemCode } from './problems.ts';
import type { CommandToken } from './tokens.ts';

export interface Parameter {
  /** In upper case. */
  keyword: string;
  /** What follows `=`, as typed; absent without `=`. */
  value?: ByteString;
  /** The whole parameter as typed. */
  text: ByteString;
}

interface Rule {
  accepts: RegExp;
  problem: ProblemCode;
  once?: true;
}

/** xtext: RFC 3461 section 4. */
const XTEXT = String.raw`(?:[\x21-\x2a\x2c-\x3c\x3e-\x7e]|\+[0-9A-F]{2})`;

const RULES: Readonly<Record<'MAIL' | 'RCPT', Readonly<Record<string, Rule>>>> = {
  MAIL: {
    SIZE: { accepts: new RegExp(`^\\d{1,${SIZE_DIGITS}}$`), problem: 'bad-size' }, // RFC 1870 section 3
    BODY: { accepts: /^(?:7BIT|8BITMIME)$/i, problem: 'unsupported-option' }, // RFC 6152 section 2
    SMTPUTF8: { accepts: /^$/, problem: 'unsupported-option' }, // RFC 6531 section 3.4
    AUTH: { accepts: new RegExp(`^(?:<>|${XTEXT}+)$`), problem: 'bad-auth-parameter' }, // RFC 4954 section 5
    RET: { accepts: /^(?:FULL|HDRS)$/i, problem: 'bad-ret', once: true }, // RFC 3461 section 4.3
    ENVID: { accepts: new RegExp(`^${XTEXT}+$`), problem: 'bad-envid', once: true }, // RFC 3461 section 4.4
  },
  RCPT: {
    // NEVER stands alone: RFC 3461 section 4.1.
    NOTIFY: {
      accepts: /^(?:NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*)$/i,
      problem: 'bad-notify',
      once: true,
    },
    ORCPT: { accepts: new RegExp(`^[a-z0-9-]+;${XTEXT}+$`, 'i'), problem: 'bad-orcpt', once: true }, // section 4.2
  },
};

type Read = { parameters: Parameter[] } | { problem: ProblemCode; detail: ByteString };

/** Reads the words after the path; the first one that is wrong decides. `detail` is that word. */
export function readParameters(verb: 'MAIL' | 'RCPT', tokens: readonly CommandToken[]): Read {
  const parameters: Parameter[] = [];
  const seen = new Set<string>();
  for (const { text } of tokens) {
    const equals = text.indexOf('=');
    const keyword = (equals < 0 ? text : text.slice(0, equals)).toUpperCase();
    const value = equals < 0 ? undefined : text.slice(equals + 1);
    const rule = Object.hasOwn(RULES[verb], keyword) ? RULES[verb][keyword] : undefined;
    const bare = keyword === 'SMTPUTF8';
    if (!rule || bare !== (value === undefined) || parameters.length >= PARAMETERS_COUNT) {
      return { problem: 'unsupported-option', detail: text };
    }
    if (!rule.accepts.test(value ?? '') || (rule.once && seen.has(keyword)))
      return { problem: rule.problem, detail: text };
    seen.add(keyword);
    parameters.push(value === undefined ? { keyword, text } : { keyword, value, text });
  }
  return { parameters };
}
