// The filter language: what each word finds, what is wrong with a slip, and that nothing typed can break it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutFilter } from '../../../contract/filter/cut.ts';
import { FILTER_CHARS, readFilter } from '../../../contract/filter/filter.ts';
import { filterLike } from '../../../contract/filter/like.ts';
import { FILTER_KEYS } from '../../../contract/filter/keys/index.ts';
import type { FilterSubject } from '../../../contract/filter/subject.ts';
import { VerbTracker } from '../../../mail/verb-tracker.ts';

const refusal: FilterSubject = {
  client: 'relay.campus.example',
  server: 'mx1.harbor.example',
  protocol: 'smtp',
  from: 'server',
  byPerson: false,
  tls: false,
  verb: 'RCPT',
  text: '450 4.2.0 <bob@harbor.example>: Recipient address rejected: Greylisted',
  isRefusal: true,
  message: 'm1.3',
  policies: ['greylisting', 'spf'],
  changed: false,
  held: true,
};
const fits = (text: string, subject: Partial<FilterSubject> = {}) => {
  const { test, problems } = readFilter(text);
  expect(problems).toEqual([]);
  return test({ ...refusal, ...subject });
};

describe('a filter', () => {
  it.each([
    ...['reply:4xx', 'reply:45x', 'reply:450', 'reply:4.2.0', 'reply:4.2.x', 'reply:2xx,4xx', '-reply:5xx'],
    ...['host:mx1', 'host:relay', 'host:mx1.harbor', 'from:mx1', 'to:relay.campus.example', '-from:relay'],
    ...['proto:smtp', 'verb:rcpt', 'message:3', 'message:m1.3', 'policy:greylisting', 'policy:SPF'],
    ...[
      'greylisted',
      '"recipient address"',
      'text:"<bob@harbor.example>: recipient"',
      'GREYLISTED host:mx1 -verb:MAIL',
    ],
    ...['is:refused', 'is:held', 'is:plain', 'is:server', '-is:changed,person'],
  ])('%s finds the refusal', (text) => expect(fits(text)).toBe(true));

  it.each([
    ...['reply:5xx', 'reply:451', 'reply:4.7.x', 'host:mx', 'host:x1', 'from:relay', 'to:mx1', 'proto:imap'],
    ...['verb:MAIL', 'message:1', 'message:none', 'message:m2.3', 'policy:dnsbl', 'is:tls', 'reply:ok', 'hello'],
    ...['reply:4xx host:mx2', '-reply:4xx', 'reply:4xx -greylisted'],
  ])('%s does not', (text) => expect(fits(text)).toBe(false));

  it('takes submission for SMTP, but not SMTP for submission', () => {
    expect(fits('proto:smtp', { protocol: 'submission' })).toBe(true);
    expect(fits('proto:submission')).toBe(false);
  });

  it('knows the answers of POP3 and IMAP by their words', () => {
    expect(fits('reply:err', { protocol: 'pop3', text: '-ERR no such message' })).toBe(true);
    expect(fits('reply:no', { protocol: 'imap', text: 'a1 NO [TRYCREATE] no such mailbox' })).toBe(true);
    expect(fits('reply:bye', { protocol: 'imap', text: '* BYE logging out' })).toBe(true);
    expect(fits('reply:4xx', { protocol: 'imap', text: '450 NO such thing' })).toBe(false);
  });

  it('never takes what a client says for an answer', () => {
    expect(fits('reply:4xx', { from: 'client' })).toBe(false);
  });

  it('says what is wrong, and goes by the rest', () => {
    const { test, problems } = readFilter('relpy:4xx reply:9xx host: verb:RCPT');
    expect(problems).toEqual([
      { code: 'unknown key', what: 'relpy', perhaps: 'reply', start: 0, end: 9 },
      { code: 'bad value', what: '9xx', key: 'reply', start: 10, end: 19 },
      { code: 'no value', what: 'host', start: 20, end: 25 },
    ]);
    expect(test(refusal)).toBe(true);
    expect(test({ ...refusal, verb: 'MAIL' })).toBe(false);
  });

  it('without a term finds nothing to look for', () => {
    expect(readFilter('  ').isEmpty).toBe(true);
    expect(readFilter('x'.repeat(FILTER_CHARS + 1))).toMatchObject({ isEmpty: true, problems: [{ code: 'too long' }] });
  });

  it('knows what a line on its way can’t be asked', () => {
    expect(readFilter('policy:spf reply:4xx').late).toEqual(['policy']);
  });
});

describe('a line and those like it', () => {
  it.each([
    ['smtp', 'server', '450 4.2.0 <bob@harbor.example>: Recipient address rejected: Greylisted', 'reply:450'],
    ['submission', 'server', '250-PIPELINING', 'reply:250'],
    ['smtp', 'client', 'mail FROM:<alice@campus.example>', 'verb:MAIL'],
    ['raw', 'server', '554 5.7.1 no', 'reply:554'],
    ['pop3', 'server', '-ERR no such message', 'reply:err'],
    ['pop3', 'client', 'RETR 2', 'verb:RETR'],
    ['imap', 'server', 'a2 NO [TRYCREATE] no such mailbox', 'reply:no'],
    ['imap', 'client', 'a2 SELECT INBOX', 'verb:SELECT'],
  ] as const)('%s, %s: %s', (protocol, from, text, wanted) => {
    expect(filterLike({ protocol, from, text })).toBe(wanted);
  });

  it('doesn’t offer what would find nothing of its kind', () => {
    expect(filterLike({ protocol: 'smtp', from: 'client', text: 'YWxpY2U=' })).toBeUndefined();
    expect(filterLike({ protocol: 'imap', from: 'server', text: '* 3 EXISTS' })).toBeUndefined();
    expect(filterLike({ protocol: 'smtp', from: 'server', text: '25' })).toBeUndefined();
  });

  it('are found by what is offered, whatever the line is', () => {
    const word = fc.constantFrom(
      '250',
      '450',
      'a1',
      '*',
      '+OK',
      '-ERR',
      'OK',
      'NO',
      'BYE',
      'MAIL',
      'RCPT',
      'RETR',
      '.',
      '',
    );
    const text = fc
      .array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 4 })
      .map((words) => words.join(' '));
    const protocol = fc.constantFrom('smtp' as const, 'submission', 'lmtp', 'pop3', 'imap', 'raw');
    fc.assert(
      fc.property(protocol, fc.constantFrom('client' as const, 'server'), text, (spoken, from, said) => {
        const offered = filterLike({ protocol: spoken, from, text: said });
        if (offered === undefined) return;
        const isClient = from === 'client';
        const verbs = new VerbTracker(spoken === 'imap', false);
        const verb = verbs.next('client', { kind: 'line', text: isClient ? said : 'a1 NOOP' });
        expect(fits(offered, { protocol: spoken, from, text: said, verb })).toBe(true);
      }),
    );
  });
});

describe('whatever is typed', () => {
  it('is cut into terms in their order, and read without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const terms = cutFilter(text);
        let at = 0;
        for (const { start, end } of terms) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(typeof readFilter(text).test(refusal)).toBe('boolean');
      }),
    );
  });

  it('means the same quoted or not, where it has nothing to quote', () => {
    const value = fc.stringMatching(/^[a-z0-9.@<>]{1,12}$/);
    const key = fc.constantFrom(...FILTER_KEYS.map((one) => one.key));
    fc.assert(
      fc.property(key, value, fc.boolean(), (name, typed, isNot) => {
        const [plain] = cutFilter(`${isNot ? '-' : ''}${name}:${typed}`);
        const [quoted] = cutFilter(`${isNot ? '-' : ''}${name}:"${typed}"`);
        expect(quoted).toMatchObject({ key: plain?.key, values: plain?.values, isNot });
      }),
    );
  });
});
