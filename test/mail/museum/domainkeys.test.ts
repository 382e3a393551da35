// DomainKeys' grammar: canonical forms, the signature field, keys, and the sender they belong to.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dkCanonicalText } from '../../../mail/domainkeys/canonical.ts';
import { isKeyFor, parseDomainKey, parseSigningPolicy } from '../../../mail/domainkeys/key.ts';
import { dkCoveredFields, parseDomainKeySignature, sendingAddress } from '../../../mail/domainkeys/signature.ts';
import { splitMessage } from '../../../mail/fields.ts';

const LETTER = splitMessage(
  [
    'Received: by mx',
    'DomainKey-Signature: a=rsa-sha1; c=nofws; d=campus.example; s=dk; q=dns; b=AAAA;',
    'Subject: a  letter',
    ' of two lines',
    'From: Alice <alice@campus.example>',
    '',
    'Hello  there. ',
    '',
    '',
  ].join('\r\n'),
);
const [, own, subject, from] = LETTER.fields;

describe('the canonical text', () => {
  const fields = dkCoveredFields(LETTER.fields, own);

  test('begins below the signature', () => expect(fields).toEqual([subject, from]));

  test('simple keeps all but the empty lines at the end', () => {
    expect(dkCanonicalText(fields, LETTER.body, 'simple')).toBe(
      'Subject: a  letter\r\n of two lines\r\nFrom: Alice <alice@campus.example>\r\n\r\nHello  there. \r\n',
    );
  });

  test('nofws unfolds and has no white space', () => {
    expect(dkCanonicalText(fields, LETTER.body, 'nofws')).toBe(
      'Subject:aletteroftwolines\r\nFrom:Alice<alice@campus.example>\r\n\r\nHellothere.\r\n',
    );
  });

  test('a letter without a body has no blank line either', () => {
    expect(dkCanonicalText(fields, '\r\n\r\n', 'nofws')).toMatch(/campus\.example>\r\n$/);
    expect(dkCanonicalText([], '\r\n', 'simple')).toBe('');
  });

  test('only the named fields count when some are', () => {
    expect(dkCoveredFields(LETTER.fields, own, ['from'])).toEqual([from]);
  });

  test('white space of any kind changes nothing for nofws, and it is linear', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const space = fc.constantFrom(' ', '\t', '   ', ' \t ');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), space, (words, gap) => {
        const text = (by: string) => dkCanonicalText(fields, `${words.join(by)}\r\n`, 'nofws');
        expect(text(gap)).toBe(text(''));
      }),
    );
    // Were it more than linear, it would outlast the test's own time.
    dkCanonicalText(fields, `${' '.repeat(1_000_000)}x${'\r\n'.repeat(500_000)}`, 'nofws');
  });
});

describe('what is read', () => {
  test('a signature needs d, s, c and b', () => {
    expect(parseDomainKeySignature(own?.value ?? '')).toEqual({
      domain: 'campus.example',
      selector: 'dk',
      algorithm: 'rsa-sha1',
      canonicalization: 'nofws',
      value: 'AAAA',
    });
    expect(parseDomainKeySignature('c=simple; d=a.example; s=x; b=A A; h=From : Subject')?.signed).toEqual([
      'from',
      'subject',
    ]);
    for (const lacking of ['c=nofws; s=x; b=A', 'd=a; s=x; b=A', 'c=relaxed; d=a; s=x; b=A', 'c=nofws; d=a; s=x', '']) {
      expect(parseDomainKeySignature(lacking)).toBeUndefined();
    }
  });

  test('Sender comes before From', () => {
    const both = splitMessage('From: a@one.example\r\nSender: <b@TWO.example>\r\n\r\n').fields;
    expect(sendingAddress(both)).toEqual({ field: 'sender', address: 'b@TWO.example', domain: 'two.example' });
    expect(sendingAddress(LETTER.fields)?.field).toBe('from');
    expect(sendingAddress([])).toBeUndefined();
  });

  test('keys, and those for one sender only', () => {
    expect(parseDomainKey('k=rsa; t=y; p=QUJD')).toEqual({ key: 'QUJD', testing: true });
    expect(parseDomainKey('p=')?.key).toBe('');
    expect(parseDomainKey('k=dsa; p=A')).toBeUndefined();
    expect(parseDomainKey('v=spf1 -all')).toBeUndefined();
    const key = parseDomainKey('g=alice; p=A');
    expect(key && isKeyFor(key, 'Alice@campus.example')).toBe(true);
    expect(key && isKeyFor(key, 'bob@campus.example')).toBe(false);
  });

  test('what a domain says about its signing', () => {
    expect(parseSigningPolicy('o=-; r=postmaster@campus.example')).toEqual({ signsAll: true, testing: false });
    expect(parseSigningPolicy('t=y; o=~')).toEqual({ signsAll: false, testing: true });
    expect(parseSigningPolicy('k=rsa; p=A')).toBeUndefined();
  });

  test('nothing that a stranger writes throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseDomainKeySignature(text);
        parseDomainKey(text);
        parseSigningPolicy(text);
        const { fields, body } = splitMessage(text);
        sendingAddress(fields);
        dkCanonicalText(fields, body, 'nofws');
      }),
    );
  });
});
