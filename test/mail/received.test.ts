// Received fields: written as Postfix lays them out, safe against the client's words, and read in everybody's shape.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMessage } from '../../mail/fields.ts';
import { formatReceived, parseReceived, type ReceivedParts } from '../../mail/received.ts';
import { byteText } from './arbitrary.ts';

const DATE_MS = Date.UTC(2026, 10, 21, 7, 47, 34);
const PARTS: ReceivedParts = {
  helo: 'laptop.test',
  clientAddress: '127.0.0.20',
  byHost: 'submit.sender.test',
  protocol: 'ESMTPSA',
  id: '9DFE921C010',
  forRecipient: 'bob@example.test',
  date_ms: DATE_MS,
};

describe('formatReceived', () => {
  test('one recipient, unknown client', () => {
    expect(formatReceived(PARTS)).toBe(
      'Received: from laptop.test (unknown [127.0.0.20])\r\n' +
        '\tby submit.sender.test (Posthorn) with ESMTPSA id 9DFE921C010\r\n' +
        '\tfor <bob@example.test>; Sat, 21 Nov 2026 07:47:34 +0000 (UTC)\r\n',
    );
  });

  test('TLS, login, a verified name, IPv6, and more than one recipient', () => {
    const { forRecipient: _one, ...parts } = PARTS;
    const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', bits: 256 };
    expect(
      formatReceived({
        ...parts,
        clientName: 'out.sender.test',
        clientAddress: '2001:db8::1',
        tls,
        login: 'alice',
        software: 'Postfix',
      }),
    ).toBe(
      'Received: from laptop.test (out.sender.test [IPv6:2001:db8::1])\r\n' +
        '\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n' +
        '\t(Authenticated sender: alice)\r\n' +
        '\tby submit.sender.test (Postfix) with ESMTPSA id 9DFE921C010; Sat, 21 Nov 2026 07:47:34 +0000 (UTC)\r\n',
    );
  });

  test('whatever the client says, it is one field that names the true client', () => {
    const hostile = byteText('(', ')', '[', ']', ';', ' by evil (x) ', '\r\nBcc: a\r\n', '\\', '"');
    fc.assert(
      fc.property(hostile, hostile, hostile, (helo, login, forRecipient) => {
        const { fields, body } = splitMessage(formatReceived({ ...PARTS, helo, login, forRecipient }));
        expect(fields).toHaveLength(1);
        expect(body).toBe('');
        expect(parseReceived(fields[0]?.value ?? '')).toMatchObject({
          clientAddress: '127.0.0.20',
          by: 'submit.sender.test',
          id: '9DFE921C010',
        });
      }),
    );
  });
});

describe('parseReceived', () => {
  test.each([
    [
      'Postfix',
      'from submit.sender.test (out.sender.test [127.0.0.30])\r\n\tby mx.example.test (Postfix) with ESMTPS id A69D921C027\r\n\tfor <bob@example.test>; Sat, 21 Nov 2026 07:47:34 +0000 (UTC)',
      {
        from: 'submit.sender.test',
        fromComment: 'out.sender.test [127.0.0.30]',
        helo: 'submit.sender.test',
        clientName: 'out.sender.test',
        clientAddress: '127.0.0.30',
        by: 'mx.example.test',
        with: 'ESMTPS',
        id: 'A69D921C027',
        for: 'bob@example.test',
        date_ms: DATE_MS,
      },
    ],
    [
      'Postfix, its own bounce',
      'by submit.sender.test (Postfix)\r\n\tid DF64B21C00F; Sat, 21 Nov 2026 07:47:34 +0000 (UTC)',
      { by: 'submit.sender.test', id: 'DF64B21C00F', date_ms: DATE_MS },
    ],
    [
      'Dovecot',
      'from mx.example.test ([127.0.0.1])\r\n\tby store.example.test with LMTP\r\n\tid oKDXKJZMAWuZEAAAg+zDdQ\r\n\t(envelope-from <alice@sender.test>)\r\n\tfor <bob@example.test>; Sat, 21 Nov 2026 07:47:34 +0000',
      { helo: 'mx.example.test', clientAddress: '127.0.0.1', with: 'LMTP', for: 'bob@example.test', date_ms: DATE_MS },
    ],
    [
      'Exim',
      'from out.sender.test ([192.0.2.30] helo=liar.test) by mx.test with esmtps (TLS1.3) tls TLS_AES (Exim 4.96) (envelope-from <a@b.test>) id 1abcde-000001-AB for bob@mx.test; Sat, 21 Nov 2026 07:47:34 +0000',
      {
        helo: 'liar.test',
        clientName: 'out.sender.test',
        clientAddress: '192.0.2.30',
        id: '1abcde-000001-AB',
        for: 'bob@mx.test',
      },
    ],
    [
      'Exim without a name',
      'from [192.0.2.30] (port=4711 helo=liar.test) by mx.test with smtp id 1a; Sat, 21 Nov 2026 07:47:34 +0000',
      { from: '[192.0.2.30]', helo: 'liar.test', clientAddress: '192.0.2.30', by: 'mx.test' },
    ],
    [
      'Sendmail',
      'from liar.test (IDENT:root@out.sender.test [192.0.2.30] (may be forged))\r\n\tby mx.test (8.17.1/8.17.1) with ESMTP id 5ALx for <bob@mx.test>; Sat, 21 Nov 2026 08:47:34 +0100 (CET)',
      {
        helo: 'liar.test',
        clientName: 'out.sender.test',
        clientAddress: '192.0.2.30',
        with: 'ESMTP',
        date_ms: DATE_MS,
      },
    ],
    [
      'Exchange',
      'from A.prod.example (2001:db8:1::15) by B.prod.example (2001:db8::2) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_X) id 15.20.1; Sat, 21 Nov 2026 07:47:34 +0000',
      {
        helo: 'A.prod.example',
        clientAddress: '2001:db8:1::15',
        by: 'B.prod.example',
        with: 'Microsoft SMTP Server',
        id: '15.20.1',
      },
    ],
    [
      'Gmail',
      'from out.sender.test (out.sender.test. [192.0.2.30])\r\n        by mx.gmail.example with ESMTPS id x1si for <b@c.test>\r\n        (version=TLS1_3 bits=256/256);\r\n        Fri, 20 Nov 2026 23:47:34 -0800 (PST)',
      { clientName: 'out.sender.test', clientAddress: '192.0.2.30', id: 'x1si', date_ms: DATE_MS },
    ],
    [
      'qmail',
      'from unknown (HELO liar.test) (192.0.2.30)\r\n  by mx.test with SMTP; 21 Nov 2026 07:47:34 -0000',
      { helo: 'liar.test', clientAddress: '192.0.2.30', by: 'mx.test', date_ms: DATE_MS },
    ],
  ])('%s', (_who, value, parts) => expect(parseReceived(value)).toMatchObject(parts));

  test('an unknown client has no name', () => {
    expect(parseReceived('from a.test (unknown [192.0.2.1]) by b.test; ')).not.toHaveProperty('clientName');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(byteText('from ', ' by ', '(', ')', '[', ';', '"', 'helo='), (value) => void parseReceived(value)),
    );
  });

  test.each(['(', '"', '<', '[::', 'a:', '((((', 'from ('])('%s over and over costs no time', (piece) => {
    // Were it more than linear, it would outlast the test's own time.
    parseReceived(`from ${piece.repeat(50_000)}`);
  });
});
