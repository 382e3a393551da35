// DomainKeys, ADSP and Sender ID in a lab: they work from inside, and each has the forwarder that breaks it.

import { afterEach, describe, expect, test } from 'vitest';

import type { TopologyInput } from '../../../contract/topology.ts';
import type { Lookup } from '../../../engine/dns/resolver-types.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { adsp } from '../../../engine/policy/adsp.ts';
import { domainkeys } from '../../../engine/policy/domainkeys.ts';
import type { Policy, PolicyTools } from '../../../engine/policy/policy.ts';
import { senderId } from '../../../engine/policy/sender-id.ts';
import { parseAuthResults } from '../../../mail/auth-results.ts';
import { fieldsNamed, splitMessage } from '../../../mail/fields.ts';
import { Message } from '../../../mail/message.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const SUBMIT = 'submit.campus.example';
const LISTS = 'lists.forwarder.example';
const LIST = 'sailors@forwarder.example';
const BOB = 'bob@harbor.example';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

function here(): TestLab {
  if (!lab) throw new Error('no lab is open');
  return lab;
}

type Settings = Record<string, Record<string, unknown>>;
const WRITES = { 'authentication-results': { enabled: true } };

/** Campus signs, and says in its zone what `texts` say; harbor checks; a list of the forwarder writes below each letter. */
async function open(checks: Settings, signs: Settings = {}, texts: Record<string, string> = {}): Promise<void> {
  const list = { members: [BOB], owner: 'owner-sailors@forwarder.example', footer: 'To leave, write to us.' };
  const topology = testTopology(({ hosts }) => {
    const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
    for (const [name, text] of Object.entries(texts))
      zones['campus.example']?.records.push({ name, type: 'TXT', text });
    for (const host of hosts) {
      if (host.name === MX) host.policies = { ...checks, ...WRITES };
      if (host.name === SUBMIT) host.policies = signs;
    }
  });
  const hosts = topology.hosts.map((host): TopologyInput['hosts'][number] =>
    host.name === LISTS && host.mta ? { ...host, mta: { ...host.mta, lists: { [LIST]: list } } } : host,
  );
  lab = await TestLab.open({ topology: soundTopology({ ...topology, hosts }, 'changed') });
}

/** Authentication-Results of Bob's newest letter, as `method=result property=value`. */
async function results(): Promise<string[]> {
  const letter = (await here().mailbox(BOB)).at(-1) ?? '';
  const [field] = fieldsNamed(splitMessage(letter).fields, 'Authentication-Results');
  return (parseAuthResults(field?.value ?? '')?.results ?? []).map(({ method, result, properties }) =>
    [`${method}=${result}`, ...properties.map(([name, value]) => `${name}=${value}`)].join(' '),
  );
}

const decision = (policy: string) =>
  here()
    .of('policy.decided')
    .findLast(({ host, data }) => host === MX && data.policy === policy)?.data;
const codes = (policy: string) => decision(policy)?.reasons.map(({ code }) => code) ?? [];
const otherwise = (policy: string) => decision(policy)?.otherwise?.map(({ code }) => code);

/** A visitor hands a letter to mx1; answers the reply to the final dot. */
async function stranger(header: string[], mailFrom = 'me@visitor.example'): Promise<string> {
  const telnet = await Telnet.open(here().door(MX, 25));
  await telnet.reply();
  for (const line of ['EHLO visitor.example', `MAIL FROM:<${mailFrom}>`, `RCPT TO:<${BOB}>`, 'DATA']) {
    await telnet.ask(line);
  }
  const reply = await telnet.ask([...header, '', 'Hello.', '.'].join('\r\n'));
  await telnet.ask('QUIT');
  await telnet.close();
  await here().lab.settled();
  return reply;
}

describe('DomainKeys', () => {
  const CHECK = { domainkeys: { enabled: true, onUnsigned: 'refuse' } };
  const sign = (more: Record<string, unknown> = {}) => ({
    'domainkeys-signing': { enabled: true, domain: 'campus.example', ...more },
  });

  test.each(['nofws', 'simple'])(
    'in canonical form %s it holds from inside and through a plain forwarder',
    async (form) => {
      await open(CHECK, sign({ canonicalization: form, signsAll: true }));
      await here().letter(BOB);
      expect(await results()).toEqual(['domainkeys=pass header.from=alice@campus.example']);
      expect(codes('domainkeys')).toEqual([
        'domainkeys.signature',
        'domainkeys.key.found',
        'domainkeys.text.same',
        'domainkeys.pass',
      ]);
      await here().letter('dave@forwarder.example');
      expect(await results()).toEqual(['domainkeys=pass header.from=alice@campus.example']);
    },
  );

  test('a list that writes below the text breaks it, and nobody can say where', async () => {
    await open(CHECK, sign());
    await here().letter(LIST);
    expect(await results()).toEqual(['domainkeys=fail header.from=alice@campus.example']);
    expect(codes('domainkeys')).toContain('domainkeys.text.changed');
    expect(codes('domainkeys').at(-1)).toBe('domainkeys.policy.some');
  });

  test('a domain that signs everything has the list’s letter refused', async () => {
    await open(CHECK, sign({ signsAll: true }));
    await here().letter(LIST);
    expect(here().of('queue.bounced')[0]).toMatchObject({ host: LISTS, data: { recipients: [BOB] } });
    const refused = here()
      .of('policy.decided')
      .find(({ data }) => data.verdict === 'reject')?.data;
    expect(refused?.reply?.text).toBe("campus.example signs all its mail (DomainKeys), and this isn't");
    expect(refused?.otherwise).toEqual([{ code: 'domainkeys.signed', params: { domain: 'campus.example' } }]);
  });

  test('a letter that claims to be the domain’s and isn’t signed', async () => {
    await open(CHECK, sign({ signsAll: true }));
    expect(await stranger(['From: alice@campus.example'])).toMatch(/^550 5\.7\.1 campus\.example signs all/);
    expect(codes('domainkeys')).toEqual(['domainkeys.none', 'domainkeys.policy.all']);
  });

  test.each([
    ['nonsense', 'neutral'],
    ['a=rsa-sha1; c=nofws; d=evil.example; s=x; b=AAAA', 'neutral'],
    ['a=rsa-sha1; c=nofws; d=campus.example; s=x; h=Subject; b=AAAA', 'neutral'],
    ['a=rsa-sha1; c=nofws; d=campus.example; s=gone; b=AAAA', 'permerror'],
    ['a=rsa-sha1; c=nofws; d=campus.example; s=junk; b=AAAA', 'permerror'],
    ['a=rsa-sha1; c=nofws; d=campus.example; s=empty; b=AAAA', 'permerror'],
    ['a=rsa-sha1; c=nofws; d=campus.example; s=dk; b=!!!!', 'fail'],
  ])('a stranger’s %s comes to %s', async (field, result) => {
    const keys = { 'junk._domainkey': 'k=rsa; p=QUJD', 'empty._domainkey': 'p=' };
    await open(CHECK, sign(), keys);
    await stranger([`DomainKey-Signature: ${field}`, 'From: alice@campus.example']);
    expect(await results()).toEqual([`domainkeys=${result} header.from=alice@campus.example`]);
  });

  test('nobody to be asked about', async () => {
    await open(CHECK);
    await stranger(['From: nobody']);
    expect(codes('domainkeys')).toEqual(['domainkeys.noSender']);
  });
});

describe('ADSP', () => {
  const CHECK = { dkim: { enabled: true }, adsp: { enabled: true } };
  const SIGN = { 'dkim-signing': { enabled: true, domains: 'campus.example' } };
  const says = (practice: string) => ({ '_adsp._domainkey': `dkim=${practice}` });

  test('a signature of the author’s own is enough', async () => {
    await open(CHECK, SIGN, says('discardable'));
    await here().letter(BOB);
    expect((await results()).at(-1)).toBe('dkim-adsp=pass header.from=campus.example');
  });

  test('discardable: what the list has changed is thrown away, and nobody hears of it', async () => {
    await open(CHECK, SIGN, says('discardable'));
    await here().letter(LIST);
    expect(await here().mailbox(BOB)).toEqual([]);
    expect(decision('adsp')).toMatchObject({ verdict: 'discard', otherwise: [{ code: 'adsp.signed' }] });
    expect(here().of('queue.bounced')).toEqual([]);
  });

  test('all: it is marked', async () => {
    await open(CHECK, SIGN, says('all'));
    await here().letter(LIST);
    expect((await results()).at(-1)).toBe('dkim-adsp=fail header.from=campus.example');
    expect((await here().mailbox(BOB)).at(-1)).toContain('\r\nX-Spam-Flag: YES\r\n');
  });

  test('unknown, nothing said, and a domain that doesn’t exist', async () => {
    await open(CHECK, {}, says('unknown'));
    await stranger(['From: alice@campus.example']);
    expect(codes('adsp')).toEqual(['adsp.unknown']);
    await stranger(['From: me@visitor.example']);
    expect(codes('adsp')).toEqual(['adsp.none']);
    await here().send('config.patch', { host: MX, path: '/policies/adsp/onMissing', value: 'refuse' });
    expect(await stranger(['From: me@nowhere.example'])).toMatch(/^550 5\.7\.1 nowhere\.example/);
    expect(decision('adsp')).toMatchObject({ verdict: 'reject', otherwise: [{ code: 'adsp.exists' }] });
    await stranger(['Subject: from nobody']);
    expect(codes('adsp')).toEqual(['adsp.noAuthor']);
  });
});

describe('Sender ID', () => {
  const CHECK = { 'sender-id': { enabled: true } };
  const SPF = { '@': 'v=spf1 a:relay.campus.example -all' };

  test('from inside it passes, by the records that were written for SPF', async () => {
    await open(CHECK, {}, SPF);
    await here().letter(BOB);
    expect(await results()).toEqual(['sender-id=pass header.from=alice@campus.example']);
    expect(codes('sender-id')).toEqual(['senderId.pra', 'spf.step', 'senderId.pass']);
  });

  test('through a forwarder that adds nothing to the header it is refused', async () => {
    await open(CHECK, {}, SPF);
    await here().letter('dave@forwarder.example');
    expect(await here().mailbox(BOB)).toEqual([]);
    expect(decision('sender-id')?.reply).toEqual({
      code: 550,
      enhanced: '5.7.1',
      text: 'Sender ID (PRA) Not Permitted',
    });
    expect(otherwise('sender-id')).toEqual(['senderId.listed', 'senderId.resent']);
  });

  test('one that says in the header that it sent the letter on is asked about itself', async () => {
    await open(CHECK, {}, SPF);
    expect(await stranger(['Resent-From: me@visitor.example', 'From: alice@campus.example'])).toMatch(/^250 /);
    expect(await results()).toEqual(['sender-id=none header.resent-from=me@visitor.example']);
  });

  test('records of its own come before those of SPF', async () => {
    await open(CHECK);
    const zones = here().lab.run.context.topology.hosts.find(({ name }) => name === 'ns.example')?.zones;
    const records = [
      ...(zones?.['campus.example']?.records ?? []),
      { name: '@', type: 'TXT', text: 'v=spf1 -all' },
      { name: '@', type: 'TXT', text: 'spf2.0/mfrom,pra ip4:198.51.100.0/24 -all' },
    ];
    await here().send('config.patch', { host: 'ns.example', path: '/zones/campus.example/records', value: records });
    await stranger(['From: alice@campus.example']);
    expect(await results()).toEqual(['sender-id=pass header.from=alice@campus.example']);
  });

  test('a header that names nobody', async () => {
    await open({ 'sender-id': { enabled: true, onMissing: 'refuse' } });
    expect(await stranger(['Subject: from nobody'])).toBe('550 5.7.1 Missing Purported Responsible Address');
  });
});

test('a DNS that says nothing: come back later, or can’t be said', async () => {
  const silent: Lookup = { rcode: 'TIMEOUT', answers: [], cached: false, seq: 7 };
  const message = new Message(
    Buffer.from('DomainKey-Signature: c=nofws; d=a.example; s=x; b=A\r\nFrom: a@a.example\r\n'),
  );
  const session = { clientAddress: '192.0.2.1', secure: false, recipients: [], earlier: [], results: [], message };
  const ask = async <S>(policy: Policy<S>, more: object) => {
    const tools: PolicyTools<S> = {
      settings: policy.settings.parse({ enabled: true, ...more }),
      host: MX,
      now_ms: 0,
      seed: 1,
      resolver: { lookup: () => Promise.resolve(silent) },
      random: { below: () => 0, id: () => 'X' },
      memory: { get: () => undefined, set: () => undefined, forget: () => undefined, entries: () => [] },
      mailbox: () => undefined,
      once: (find) => find(),
    };
    const said = await policy.stages.message?.(session, tools);
    return [said?.verdict, said?.results?.[0]?.result, said?.reply?.code];
  };
  expect(await ask(senderId, { onTemperror: 'defer' })).toEqual(['defer', 'temperror', 450]);
  expect(await ask(senderId, {})).toEqual(['continue', 'temperror', undefined]);
  expect(await ask(domainkeys, { onUnsigned: 'refuse' })).toEqual(['continue', 'temperror', undefined]);
  expect(await ask(adsp, { onAll: 'refuse' })).toEqual(['continue', 'temperror', undefined]);
});
