// SMTP's replies: the three digits, the enhanced code, and what they say in answer to this very command. Counterpart:
// mail/smtp/reply-codes.ts knows the codes; text/explain/replies.ts has the words. Rule: any three digits get an answer.

import { explainReply, type EnhancedMeaning } from '../../mail/smtp/reply-codes.ts';
import { entryOf, type Explanation, type LinePart, partsOf, type PlacedLine, type Said, said } from './explanation.ts';
import type { TextKey } from '../text/t.ts';
import { repliesEn } from '../text/explain/replies.ts';

/** What a yes means in answer to a command, and a no, where it is worth more words than the code has. */
const YES = {
  HELO: 'smtp.to.HELO',
  EHLO: 'smtp.to.EHLO',
  LHLO: 'smtp.to.EHLO',
  MAIL: 'smtp.to.MAIL',
  RCPT: 'smtp.to.RCPT',
  '.': 'smtp.to.dot',
  STARTTLS: 'smtp.to.STARTTLS',
  AUTH: 'smtp.to.AUTH',
  QUIT: 'smtp.to.QUIT',
  RSET: 'smtp.to.RSET',
  NOOP: 'smtp.to.NOOP',
} as const;
const NO = { MAIL: 'smtp.to.MAIL.no', RCPT: 'smtp.to.RCPT.no', '.': 'smtp.to.dot.no' } as const;

/** Each extension and where it is written down. */
export const EXTENSIONS = {
  PIPELINING: 'RFC 2920',
  SIZE: 'RFC 1870',
  ETRN: 'RFC 1985',
  STARTTLS: 'RFC 3207',
  AUTH: 'RFC 4954',
  ENHANCEDSTATUSCODES: 'RFC 2034',
  '8BITMIME': 'RFC 6152',
  DSN: 'RFC 3461',
  SMTPUTF8: 'RFC 6531',
  CHUNKING: 'RFC 3030',
  BINARYMIME: 'RFC 3030',
  VRFY: 'RFC 5321 §3.5',
  HELP: 'RFC 5321 §4.1.1.8',
  LIMITS: 'RFC 9422',
  REQUIRETLS: 'RFC 8689',
} as const;

/** The codes whose meaning is in another RFC than SMTP's own. */
const CODE_RFC: Readonly<Record<number, string>> = {
  235: 'RFC 4954 §6',
  334: 'RFC 4954 §4',
  432: 'RFC 4954 §6',
  454: 'RFC 3207 §4',
  521: 'RFC 7504',
  534: 'RFC 4954 §6',
  535: 'RFC 4954 §6',
  538: 'RFC 4954 §6',
  556: 'RFC 7504',
};

export function explainSmtpReply(line: PlacedLine): Explanation {
  const reply = /^(\d{3})(?:([ -])(.*))?$/s.exec(line.text);
  if (!reply) {
    const name = said('smtp.noReply');
    return { name, meaning: [said('smtp.noReply.is')], parts: [], rfc: 'RFC 5321 §4.2' };
  }
  const [, digits = '', separator = '', rest = ''] = reply;
  const code = Number(digits);
  if ((line.command === 'EHLO' || line.command === 'LHLO') && code === 250 && line.isMore)
    return extension(digits, separator, rest);
  if (line.command === undefined && code === 220) return greeting(digits, separator, rest);
  const enhanced = /^([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(rest)?.[1];
  const { class: replyClass, meaningKey, enhanced: finer, contradiction } = explainReply(code, enhanced);
  const inAnswer = entryOf(code < 400 ? YES : NO, line.command ?? '');
  const general = said(codeKey(meaningKey));
  const meaning = [inAnswer !== undefined && code !== 334 && code !== 354 ? said(inAnswer) : general];
  if (inAnswer !== undefined && code >= 400) meaning.push(general);
  if (code >= 400) meaning.push(said(`class.${replyClass}`));
  if (contradiction) meaning.push(said('smtp.contradiction'));
  const parts = partsOf(
    { text: digits, name: said('smtp.part.code'), note: general },
    separator === '-' ? { text: '-', name: said('smtp.part.hyphen') } : undefined,
    enhanced === undefined
      ? undefined
      : { text: enhanced, name: said('smtp.part.enhanced'), note: finer ? detailOf(finer) : said('enhanced.unknown') },
    {
      text: rest.slice(enhanced?.length ?? 0).trim(),
      name: said(code === 334 ? 'smtp.part.challenge' : 'smtp.part.text'),
    },
  );
  return { name: said('smtp.reply', { code: digits }), meaning, parts, rfc: CODE_RFC[code] ?? rfcFor(enhanced) };
}

/** A dotted code is explained by its own RFC beside SMTP's. */
const rfcFor = (enhanced: string | undefined): string =>
  enhanced === undefined ? 'RFC 5321 §4.2' : 'RFC 5321 §4.2, RFC 3463';

function greeting(digits: string, separator: string, rest: string): Explanation {
  const [host = '', ...text] = rest.split(' ');
  const parts = partsOf(
    { text: digits, name: said('smtp.part.code') },
    separator === '-' ? { text: '-', name: said('smtp.part.hyphen') } : undefined,
    { text: host, name: said('smtp.part.host') },
    { text: text.join(' '), name: said('smtp.part.text') },
  );
  return { name: said('smtp.greeting'), meaning: [said('smtp.greeting.is')], parts, rfc: 'RFC 5321 §3.1' };
}

function extension(digits: string, separator: string, rest: string): Explanation {
  const [written = '', ...parameters] = rest.split(/[ =]/);
  const keyword = written.toUpperCase();
  const known = isExtension(keyword);
  const parts: LinePart[] = partsOf(
    { text: digits, name: said('smtp.part.code') },
    separator === '-' ? { text: '-', name: said('smtp.part.hyphen') } : undefined,
    { text: written, name: said('smtp.part.keyword') },
    { text: parameters.join(' '), name: said('smtp.part.parameters') },
  );
  return {
    name: said('smtp.part.keyword'),
    meaning: [said(known ? `ehlo.${keyword}` : 'ehlo.other')],
    parts,
    rfc: known ? EXTENSIONS[keyword] : 'RFC 5321 §4.1.1.1',
  };
}

const isExtension = (keyword: string): keyword is keyof typeof EXTENSIONS => Object.hasOwn(EXTENSIONS, keyword);

const isReplyKey = (key: string): key is keyof typeof repliesEn => Object.hasOwn(repliesEn, key);
const codeKey = (meaningKey: string): TextKey =>
  isReplyKey(`code.${meaningKey}`) ? (`code.${meaningKey}` as TextKey) : 'code.unregistered';

/** The registry's word for the last two digits; for one that it doesn't know, what the subject alone says. */
function detailOf({ subjectKey, detailKey }: EnhancedMeaning): Said {
  const key = `enhanced.${detailKey ?? subjectKey ?? ''}`;
  return said(isReplyKey(key) ? key : 'enhanced.unknown');
}
