// The tree of a message, its offsets, and its bodies; words and parameters beyond ASCII.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { decodeCharset, decodeUtf8, encodeUtf8 } from '../../mail/charset.ts';
import { layoutOf } from '../../mail/mime-layout.ts';
import { decodeBody, decodeWords, encodeWord, walkMime, type MimePart } from '../../mail/mime.ts';
import { parseParameterised } from '../../mail/parameters.ts';
import { decodeBase64, decodeQuotedPrintable, encodeBase64 } from '../../mail/transfer.ts';
import { byteText, octets } from './arbitrary.ts';

const REPORT = [
  'Content-Type: multipart/report; report-type=delivery-status;',
  '\tboundary="C8A4121C028.1795247315/submit.sender.test"',
  '',
  'This is a MIME-encapsulated message.',
  '',
  '--C8A4121C028.1795247315/submit.sender.test',
  'Content-Description: Notification',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Sorry.',
  '',
  '--C8A4121C028.1795247315/submit.sender.test',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; submit.sender.test',
  '',
  '--C8A4121C028.1795247315/submit.sender.test',
  'Content-Type: message/rfc822',
  '',
  'Subject: =?utf-8?q?gr=C3=BC=C3=9Fe?=',
  'Content-Transfer-Encoding: base64',
  '',
  'aGVsbG8=',
  '',
  '--C8A4121C028.1795247315/submit.sender.test--',
  '',
].join('\r\n');

const parts = (part: MimePart): MimePart[] => [
  part,
  ...part.parts.flatMap(parts),
  ...(part.message ? parts(part.message) : []),
];

describe('walkMime', () => {
  test('a delivery report as Postfix writes it', () => {
    const root = walkMime(REPORT);
    expect(parts(root).map((part) => `${part.type}/${part.subtype}`)).toEqual([
      'multipart/report',
      'text/plain',
      'message/delivery-status',
      'message/rfc822',
      'text/plain',
    ]);
    const [notification, , enclosed] = root.parts;
    expect(notification).toMatchObject({
      description: 'Notification',
      params: { charset: 'utf-8' },
      size: 8,
      lines: 1,
    });
    expect(notification && REPORT.slice(notification.headerEnd, notification.end)).toBe('Sorry.\r\n');
    const inner = enclosed?.message;
    expect(inner && toByteString(decodeBody(inner, REPORT))).toBe('hello');
  });

  test('parts lie inside their parents, in order, and never throw', () => {
    const message = byteText(
      'Content-Type: multipart/mixed; boundary=b\r\n',
      '--b\r\n',
      '--b--\r\n',
      '\r\n\r\n',
      'Content-Type: message/rfc822\r\n',
    );
    fc.assert(
      fc.property(message, (text) => {
        const check = (part: MimePart): void => {
          expect(part.start <= part.headerEnd && part.headerEnd <= part.end).toBe(true);
          expect(part.size).toBe(part.end - part.headerEnd);
          let from = part.headerEnd;
          for (const inner of [...part.parts, ...(part.message ? [part.message] : [])]) {
            expect(inner.start >= from && inner.end <= part.end).toBe(true);
            from = inner.end;
            check(inner);
          }
        };
        check(walkMime(text));
      }),
    );
  });

  test('depth and number of parts are bounded', () => {
    const deep = 'Content-Type: message/rfc822\r\n\r\n'.repeat(5000);
    expect(parts(walkMime(deep)).length).toBeLessThan(100);
    const wide = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(50_000)}`;
    expect(parts(walkMime(wide)).length).toBeLessThanOrEqual(1000);
  });

  test('a boundary that begins like another is not it', () => {
    const text = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--bb\nstill one\n--b  \n\ntwo';
    const root = walkMime(text);
    expect(root.parts.map((part) => toByteString(decodeBody(part, text)))).toEqual(['one\n--bb\nstill one', 'two']);
  });

  test('a digest holds messages', () => {
    const root = walkMime('Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\nhi\n--b--\n');
    expect(root.parts[0]).toMatchObject({ type: 'message', subtype: 'rfc822', message: { type: 'text' } });
  });
});

describe('transfer encodings', () => {
  test('base64 there and back', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
  test.each([
    ['a=3Db =\r\nc  \r\n=zz', 'a=b c\r\n=zz'],
    ['caf=C3=A9', 'caf\xc3\xa9'],
    ['end=', 'end'],
  ])('quoted-printable %j', (text, plain) => expect(toByteString(decodeQuotedPrintable(text))).toBe(plain));
  test('never throws', () => {
    fc.assert(
      fc.property(byteText('=', '=0', 'AB', ' \r\n'), (text) => void [decodeQuotedPrintable(text), decodeBase64(text)]),
    );
  });
});

describe('charsets', () => {
  test('UTF-8 agrees with the platform, malformed input included', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(decodeUtf8(toByteString(bytes))).toBe(Buffer.from(bytes).toString('utf8'));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toEqual(new Uint8Array(Buffer.from(text)));
      }),
    );
  });
  test.each([
    ['\xa4', 'iso-8859-15', '€'],
    ['\x80', 'Windows-1252', '€'],
    ['\xe9', 'iso-8859-1', 'é'],
    ['\xe9', 'us-ascii', '\ufffd'],
    ['\xe9', 'koi8-r', undefined],
    ['x', 'constructor', undefined],
  ])('%j in %s', (bytes, charset, text) => expect(decodeCharset(bytes, charset)).toBe(text));
});

describe('encoded words', () => {
  test.each([
    ['=?utf-8?Q?gr=C3=BC=C3=9Fe?=', 'grüße'],
    ['=?iso-8859-1?q?a_b?= =?iso-8859-1?q?c?=', 'a bc'],
    ['=?utf-8?B?w7w=?= and =?utf-8*de?B?w7w=?=', 'ü and ü'],
    ['=?utf-8?q?=C3?= =?utf-8?q?=BC?=', 'ü'],
    ['=?klingon?q?x?=', '=?klingon?q?x?='],
    ['gr\xc3\xbc\xdfe', 'grÃ¼ße'],
    ['plain', 'plain'],
  ])('%s', (value, text) => expect(decodeWords(value)).toBe(text));
  test('any text comes back, in words of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const encoded = encodeWord(text);
        expect(decodeWords(encoded)).toBe(text);
        if (encoded !== text) expect(encoded.split(' ').every((word) => word.length <= 75)).toBe(true);
        expect(() => fromByteString(encoded)).not.toThrow();
      }),
    );
  });
  test('never throws', () => {
    fc.assert(fc.property(byteText('=?', '?=', 'utf-8', '?q?', '?b?', '=C3'), (value) => void decodeWords(value)));
  });
});

describe('parameters', () => {
  test.each([
    ['text/plain; charset="utf-8" (comment); format=flowed', { charset: 'utf-8', format: 'flowed' }],
    ["attachment; filename*=utf-8'de'gr%C3%BC%C3%9Fe.txt; filename=x", { filename: 'grüße.txt' }],
    ['a; name*1=b; name*0=a; name*3=d', { name: 'ab' }],
    ["a; name*0*=iso-8859-1''%e9; name*1=%e9", { name: 'é%e9' }],
    ['a; x="a;b\\"c"; X=second; novalue', { x: 'a;b"c' }],
  ])('%s', (field, params) => expect(parseParameterised(field).params).toEqual(params));
  test('never throws', () => {
    fc.assert(
      fc.property(byteText(';', '=', '*', '*0*=', '"', '(', '__proto__='), (field) => void parseParameterised(field)),
    );
  });
});

describe('layoutOf', () => {
  const named = (message: string): string[] =>
    layoutOf(message, walkMime(message)).map(
      ({ kind, at, end }) => `${kind} ${JSON.stringify(message.slice(at, end))}`,
    );

  test('every octet has its name', () => {
    expect(
      named(
        'Content-Type: multipart/mixed; boundary=b\r\n\r\nold\r\n--b\r\n\r\none\r\n--b\r\nA: b\r\n\r\n--b--\r\nend',
      ),
    ).toEqual([
      'field "Content-Type: multipart/mixed; boundary=b\\r\\n"',
      'blank "\\r\\n"',
      'preamble "old\\r\\n"',
      'delimiter "--b\\r\\n"',
      'blank "\\r\\n"',
      'body "one"',
      'delimiter "\\r\\n--b\\r\\n"',
      'field "A: b\\r\\n"',
      'delimiter "\\r\\n--b--\\r\\n"',
      'epilogue "end"',
    ]);
  });

  test('the pieces are the message, whatever it is', () => {
    const message = byteText(
      'Content-Type: multipart/mixed; boundary=b\r\n',
      'Content-Type: multipart/digest; boundary=c\r\n',
      '--b\r\n',
      '\n--c\n',
      '--c--',
      '--b--\r\n',
      '\r\n\r\n',
      'Content-Type: message/rfc822\r\n',
    );
    fc.assert(
      fc.property(message, (text) => {
        let at = 0;
        for (const piece of layoutOf(text, walkMime(text))) {
          expect(piece.at).toBe(at);
          expect(piece.end).toBeGreaterThan(piece.at);
          at = piece.end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

describe('what can’t be taken apart says why', () => {
  const multipart = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n';
  test.each([
    ['Content-Type: multipart/mixed\r\n\r\n--b\r\n', 'no boundary'],
    [`${multipart}nothing`, 'no delimiter'],
    [`${multipart}--b\r\n\r\nopen`, 'not closed'],
    [`Content-Transfer-Encoding: base64\r\n${multipart}--b\r\n\r\n--b--`, 'encoded'],
    [`${multipart}${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--`, 'too many'],
    [`${multipart}--b\r\n\r\nwhole\r\n--b--`, undefined],
  ])('%#', (message, problem) => {
    const root = walkMime(message);
    expect(root.problem).toBe(problem);
    expect(root.parts.length).toBeLessThan(1001);
  });

  test('a thousand levels are cut off where it is said', () => {
    let part = walkMime('Content-Type: message/rfc822\r\n\r\n'.repeat(1000));
    let depth = 0;
    for (; part.message; depth += 1) part = part.message;
    expect([depth, part.problem]).toEqual([24, 'too deep']);
  });
});
