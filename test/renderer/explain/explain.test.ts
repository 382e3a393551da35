// Explanations: every command and every reply has one, with the parts of the very line; no octets make it stumble.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { POP3_COMMANDS } from '../../../engine/access/pop3/commands.ts';
import { IMAP_COMMANDS } from '../../../engine/access/imap/commands/index.ts';
import { COMMANDS } from '../../../engine/smtp/commands/index.ts';
import { REPLIES, formatReplyLines, type Reply } from '../../../mail/smtp/replies.ts';
import { ENHANCED_CODES, REPLY_CODES } from '../../../mail/smtp/reply-codes.ts';
import type { Explanation, PlacedLine } from '../../../renderer/explain/explanation.ts';
import { explainLine } from '../../../renderer/explain/index.ts';
import { explainEn } from '../../../renderer/text/explain/index.ts';
import { t } from '../../../renderer/text/t.ts';

const client = (text: string, protocol: PlacedLine['protocol'] = 'smtp'): Explanation =>
  explainLine({ protocol, from: 'client', text, isMore: false });
const server = (text: string, command?: string, protocol: PlacedLine['protocol'] = 'smtp', isMore = false) =>
  explainLine({ protocol, from: 'server', text, isMore, ...(command === undefined ? {} : { command }) });

const words = ({ meaning }: Explanation): string => meaning.map(({ key, params }) => t(key, params)).join(' ');
const pieces = ({ parts }: Explanation): [string, string][] => parts.map(({ text, name }) => [text, name.key]);

describe('SMTP commands', () => {
  it('names the parts of this line', () => {
    const rcpt = client('RCPT TO:<bob@harbor.example> NOTIFY=NEVER');
    expect(t(rcpt.name.key)).toBe('forward-path');
    expect(words(rcpt)).toContain('This address alone decides who gets the letter.');
    expect(pieces(rcpt)).toEqual([
      ['RCPT TO:', 'smtp.part.verb'],
      ['<bob@harbor.example>', 'smtp.part.forwardPath'],
      ['NOTIFY=NEVER', 'smtp.part.NOTIFY'],
    ]);
    expect(rcpt.rfc).toBe('RFC 5321 §4.1.1.3');
  });

  it('tells the null reverse-path from an address', () => {
    expect(words(client('MAIL FROM:<>'))).toContain('without a return address');
    expect(words(client('MAIL FROM:<a@b.example>'))).toContain('writes the return address');
  });

  it('says of a broken one both what it is and that it is broken', () => {
    expect(words(client('MAIL FROM: alice'))).toMatch(/return address.*isn’t as its grammar asks/);
  });

  it.each(Object.keys(COMMANDS))('%s has one, with its RFC', (verb) => {
    const explanation = client(`${verb} x`);
    expect(explanation.name.key).not.toBe('smtp.unknown');
    expect(explanation.rfc).toMatch(/^RFC \d+ §/);
  });

  it('shows no password as a part', () => {
    const parts = pieces(
      explainLine({
        ...{ protocol: 'smtp', from: 'client', text: 'AUTH PLAIN ****', isMore: false },
        secret: { start: 11, end: 15 },
      }),
    );
    expect(parts).toContainEqual(['****', 'smtp.part.credentials']);
  });
});

describe('SMTP replies', () => {
  const replies: Reply[] = Object.values(REPLIES).map((one) =>
    typeof one === 'function' ? (one as (...words: string[]) => Reply)('550', '5.7.1', 'x', 'y') : one,
  );

  it('has one for every reply that our servers give, code and enhanced code in words', () => {
    for (const reply of replies) {
      const lines = formatReplyLines(reply).trimEnd().split('\r\n');
      for (const line of lines) {
        const explanation = server(line, 'VRFY');
        expect(words(explanation), line).not.toContain(t('code.unregistered'));
        expect(pieces(explanation)[0], line).toEqual([line.slice(0, 3), 'smtp.part.code']);
        const enhanced = explanation.parts.find((part) => part.name.key === 'smtp.part.enhanced');
        if (reply.enhanced !== undefined) expect(enhanced?.note?.key, line).not.toBe('enhanced.unknown');
      }
    }
  });

  it('knows every code of the catalogue', () => {
    for (const { meaningKey } of Object.values(REPLY_CODES)) expect(explainEn).toHaveProperty([`code.${meaningKey}`]);
    const { details, subjects } = ENHANCED_CODES;
    for (const key of [...Object.values(details), ...Object.values(subjects)]) {
      expect(explainEn).toHaveProperty([`enhanced.${key}`]);
    }
  });

  it('says what a yes and a no mean in answer to this command', () => {
    expect(words(server('250 2.1.5 Ok', 'RCPT'))).toBe('The server takes the letter for this recipient.');
    expect(words(server('250 2.0.0 Ok: queued as A', '.'))).toContain('this server answers for it');
    expect(words(server('450 4.2.0 later', 'RCPT'))).toMatch(/doesn’t take.*try again later/);
    expect(words(server('220 mx1 ESMTP'))).toContain('The server speaks first');
    expect(words(server('250-SIZE 1000', 'EHLO', 'smtp', true))).toContain('The largest letter');
    expect(words(server('250 X-WHATEVER', 'EHLO', 'smtp', true))).toBe(t('ehlo.other'));
  });
});

describe('POP3 and IMAP', () => {
  it.each(Object.keys(POP3_COMMANDS))('POP3 %s has one', (verb) => {
    expect(words(client(`${verb} 1`, 'pop3'))).not.toBe(t('pop3.unknown'));
  });

  it.each([...IMAP_COMMANDS.keys()])('IMAP %s has one', (verb) => {
    expect(words(client(`a1 ${verb} x`, 'imap'))).not.toBe(t('imap.unknown'));
  });

  it('reads statuses, codes and news', () => {
    expect(words(server('-ERR [IN-USE] locked', 'PASS', 'pop3'))).toContain('Another program');
    expect(words(server('a1 NO [TRYCREATE] no', 'COPY', 'imap'))).toMatch(/didn’t do it.*make it first/);
    expect(pieces(server('* 3 EXISTS', 'SELECT', 'imap'))).toEqual([
      ['*', 'imap.part.star'],
      ['3', 'imap.part.number'],
      ['EXISTS', 'imap.part.kind'],
    ]);
    expect(words(client('a2 UID FETCH 1 FLAGS', 'imap'))).toMatch(/parts of letters.*numbers that last/);
  });
});

it('never stumbles, and says something about whatever octets', () => {
  const octets = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((octet) => String.fromCharCode(octet)) });
  const starts = fc.constantFrom(
    '',
    'RCPT ',
    'MAIL FROM:',
    '250 ',
    '250-',
    '* ',
    'a1 ',
    '+OK ',
    '-ERR [',
    '+ ',
    '* OK [',
  );
  const line = fc.record({
    protocol: fc.constantFrom('smtp', 'submission', 'pop3', 'imap', 'raw'),
    from: fc.constantFrom('client', 'server'),
    text: fc.tuple(starts, octets).map((both) => both.join('')),
    isMore: fc.boolean(),
    command: fc.constantFrom('EHLO', 'RCPT', 'LIST', 'constructor', '__proto__', '.'),
  }) as fc.Arbitrary<PlacedLine>;
  fc.assert(
    fc.property(line, (one) => words(explainLine(one)) !== '' && !words(explainLine(one)).includes('undefined')),
  );
});
