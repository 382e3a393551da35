// DKIM by itself: the example of RFC 8463, and what each kind of damage comes to.

import { expect, test } from 'vitest';

import type { Lookup, Resolver } from '../../../engine/dns/resolver-types.ts';
import { dkim } from '../../../engine/policy/dkim.ts';
import type { PolicyTools } from '../../../engine/policy/policy.ts';
import { fromByteString } from '../../../mail/bytes.ts';
import { Message } from '../../../mail/message.ts';
import { RFC_8463_KEYS, RFC_8463_LETTER } from '../../fixtures/dkim/rfc8463.ts';

const FOUND: Omit<Lookup, 'answers' | 'rcode'> = { cached: false, seq: 7 };

function keys(records: Readonly<Record<string, string>>, elsewhere = 'NXDOMAIN'): Resolver {
  return {
    lookup: (name) => {
      const text = records[name];
      if (text === undefined) return Promise.resolve({ ...FOUND, rcode: elsewhere, answers: [] });
      return Promise.resolve({
        ...FOUND,
        rcode: 'NOERROR',
        answers: [{ name, type: 'TXT', ttl: 60, data: `"${text}"` }],
      });
    },
  };
}

/** Result, reason and the codes of the reasons, for each signature. */
async function verified(letter: string, resolver = keys(RFC_8463_KEYS)): Promise<string[][]> {
  const tools: PolicyTools<{ enabled: boolean }> = {
    settings: { enabled: true },
    host: 'mx.shopping.example.net',
    now_ms: Date.UTC(2018, 5, 11),
    seed: 1,
    resolver,
    random: { below: () => 0, id: () => 'X' },
    memory: { get: () => undefined, set: () => undefined, forget: () => undefined, entries: () => [] },
    mailbox: () => undefined,
    once: (find) => find(),
  };
  const message = new Message(fromByteString(letter));
  const session = { clientAddress: '192.0.2.1', secure: false, recipients: [], earlier: [], results: [], message };
  const decision = await dkim.stages.message?.(session, tools);
  const signatures = (decision?.reasons ?? [])
    .map(({ code }) => code)
    .join(' ')
    .split('dkim.signature ')
    .slice(1);
  return (decision?.results ?? []).map(({ result, reason = '' }, at) => [result, reason, signatures[at]?.trim() ?? '']);
}

const PASSED = ['pass', '', 'dkim.body.same dkim.key.found dkim.header.same dkim.pass'];

test('both signatures of RFC 8463 appendix A verify', async () => {
  expect(await verified(RFC_8463_LETTER)).toEqual([PASSED, PASSED]);
});

test('white space that relaxed forgives changes nothing', async () => {
  const moved = RFC_8463_LETTER.replace('Subject: Is', 'SUBJECT:   Is').replace('game.  Are', 'game. Are');
  expect(await verified(`${moved}\r\n\r\n`)).toEqual([PASSED, PASSED]);
});

test('a byte of the body, a field, and a key that is gone, revoked or not answered for', async () => {
  const body = RFC_8463_LETTER.replace('hungry', 'Hungry');
  const changed = ['fail', 'body hash did not verify', 'dkim.body.changed dkim.fail'];
  expect(await verified(body)).toEqual([changed, changed]);
  const field = RFC_8463_LETTER.replace('Is dinner ready', 'is dinner ready');
  const broken = ['fail', 'bad signature', 'dkim.body.same dkim.key.found dkim.header.changed dkim.fail'];
  expect(await verified(field)).toEqual([broken, broken]);
  const [first = ''] = Object.keys(RFC_8463_KEYS);
  const { [first]: _, ...rest } = RFC_8463_KEYS;
  const gone = ['permerror', 'no key', 'dkim.body.same dkim.key.missing dkim.permerror'];
  expect(await verified(RFC_8463_LETTER, keys(rest))).toEqual([gone, PASSED]);
  const revoked = keys({ ...rest, [first]: 'v=DKIM1; k=ed25519; p=' });
  const useless = ['permerror', 'invalid public key', 'dkim.body.same dkim.key.useless dkim.permerror'];
  expect(await verified(RFC_8463_LETTER, revoked)).toEqual([useless, PASSED]);
  const [[result, , codes] = []] = await verified(RFC_8463_LETTER, keys({}, 'TIMEOUT'));
  expect([result, codes]).toEqual(['temperror', 'dkim.body.same dkim.key.silent dkim.temperror']);
});

test('a second From on top breaks the signature that signed its absence', async () => {
  const forged = RFC_8463_LETTER.replace('From: Joe', 'From: Eve <eve@evil.example>\r\nFrom: Joe');
  expect((await verified(forged)).map(([result]) => result)).toEqual(['fail', 'fail']);
});

test('an unsigned letter has no signature, one that can’t be read neither keeps nor stops anything', async () => {
  expect(await verified('From: a@b.example\r\n\r\nHi.\r\n')).toEqual([['none', '', '']]);
  const [[result] = []] = await verified('DKIM-Signature: nonsense\r\nFrom: a@b.example\r\n\r\nHi.\r\n');
  expect(result).toBe('neutral');
});
