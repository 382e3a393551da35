// SPF, DKIM, DMARC and what is written down about them, in a lab: from inside, through a forwarder, through one with SRS,
// through a list; and with a byte, a field or the key changed.

import { afterEach, describe, expect, test } from 'vitest';

import type { TopologyInput } from '../../../contract/topology.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { parseAuthResults } from '../../../mail/auth-results.ts';
import { firstValue, fieldsNamed, splitMessage } from '../../../mail/fields.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const SUBMIT = 'submit.campus.example';
const LISTS = 'lists.forwarder.example';
const TXT = 'TXT' as const;

type MtaInput = NonNullable<TopologyInput['hosts'][number]['mta']>;

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

/** The lab of this test. */
function here(): TestLab {
  if (!lab) throw new Error('no lab is open');
  return lab;
}

/** Campus signs and publishes all three; harbor checks, lets everything in and writes down what it found. */
async function open(policy = 'p=reject', lists: MtaInput = {}, seed = 1): Promise<void> {
  const topology = testTopology(({ hosts }) => {
    const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
    zones['campus.example']?.records.push(
      { name: '@', type: TXT, text: 'v=spf1 a:relay.campus.example -all' },
      { name: '_dmarc', type: TXT, text: `v=DMARC1; ${policy}` },
    );
    zones['forwarder.example']?.records.push({ name: '@', type: TXT, text: 'v=spf1 a:lists.forwarder.example -all' });
    for (const host of hosts) {
      if (host.name === MX) host.policies = CHECKS;
      if (host.name === SUBMIT) host.policies = { 'dkim-signing': { enabled: true, domains: 'campus.example' } };
    }
  });
  const hosts = topology.hosts.map((host) =>
    host.name === LISTS && host.mta ? { ...host, mta: { ...host.mta, ...lists } } : host,
  );
  lab = await TestLab.open({ topology: soundTopology({ ...topology, hosts }, 'changed'), seed });
}

const CHECKS = {
  spf: { enabled: true, onFail: 'accept' },
  dkim: { enabled: true },
  arc: { enabled: true },
  dmarc: { enabled: true, onReject: 'accept' },
  'authentication-results': { enabled: true },
};

/** Authentication-Results of the newest letter in Bob's mailbox, as `method=result`, and the field itself. */
async function results(): Promise<{ found: string[]; raw: string; letter: string }> {
  const letter = (await here().mailbox('bob@harbor.example')).at(-1) ?? '';
  const [field] = fieldsNamed(splitMessage(letter).fields, 'Authentication-Results');
  const parsed = parseAuthResults(field?.value ?? '');
  expect(parsed?.authservId).toBe(MX);
  return { found: parsed?.results.map((one) => `${one.method}=${one.result}`) ?? [], raw: field?.raw ?? '', letter };
}

const reasons = (policy: string) =>
  here()
    .of('policy.decided')
    .findLast(({ host, data }) => host === MX && data.policy === policy && data.stage === 'message')?.data.reasons ??
  [];
const codes = (policy: string) => reasons(policy).map(({ code }) => code);
const comparisons = () =>
  reasons('dmarc')
    .filter(({ code }) => code.endsWith('aligned'))
    .map(({ code, params }) => [params['method'], params['domain'], code]);

describe('the table', () => {
  test('from inside: SPF, DKIM and DMARC pass, both aligned', async () => {
    await open();
    await here().letter('bob@harbor.example');
    const { found, raw } = await results();
    expect(found).toEqual(['spf=pass', 'dkim=pass', 'arc=none', 'dmarc=pass']);
    expect(raw.replace(/\r\n\s/g, ' ')).toMatch(
      /^Authentication-Results: mx1\.harbor\.example; spf=pass smtp\.mailfrom=alice@campus\.example; dkim=pass header\.d=campus\.example header\.s=lab header\.a=rsa-sha256 header\.b=\S+; arc=none; dmarc=pass header\.from=campus\.example policy\.dmarc=reject/,
    );
    expect(comparisons()).toEqual([
      ['spf', 'campus.example', 'dmarc.aligned'],
      ['dkim', 'campus.example', 'dmarc.aligned'],
    ]);
    expect(codes('dkim')).toEqual([
      'dkim.signature',
      'dkim.body.same',
      'dkim.key.found',
      'dkim.header.same',
      'dkim.pass',
    ]);
  });

  test('through a plain forwarder: SPF fails, DKIM passes and with it DMARC', async () => {
    await open();
    await here().letter('dave@forwarder.example');
    expect((await results()).found).toEqual(['spf=fail', 'dkim=pass', 'arc=none', 'dmarc=pass']);
    expect(comparisons()).toEqual([['dkim', 'campus.example', 'dmarc.aligned']]);
    expect(codes('dmarc')).toContain('dmarc.unproven');
  });

  test('with SRS: SPF passes for the forwarder, which isn’t the author; DKIM carries DMARC', async () => {
    await open('p=reject', { srs: { domain: 'forwarder.example', secret: 'ours' } });
    await here().letter('dave@forwarder.example');
    expect((await results()).found).toEqual(['spf=pass', 'dkim=pass', 'arc=none', 'dmarc=pass']);
    expect(comparisons()).toEqual([
      ['spf', 'forwarder.example', 'dmarc.unaligned'],
      ['dkim', 'campus.example', 'dmarc.aligned'],
    ]);
  });

  test('through a list that writes below the text: SPF passes for the list, DKIM and DMARC fail', async () => {
    await open('p=reject', {
      lists: {
        'sailors@forwarder.example': {
          members: ['bob@harbor.example'],
          owner: 'owner-sailors@forwarder.example',
          footer: 'To leave, write to sailors-request@forwarder.example.',
        },
      },
    });
    await here().letter('sailors@forwarder.example');
    const { found, letter } = await results();
    expect(letter).toContain('\r\nTo leave, write to sailors-request@forwarder.example.\r\n');
    expect(found).toEqual(['spf=pass', 'dkim=fail', 'arc=none', 'dmarc=fail']);
    expect(comparisons()).toEqual([['spf', 'forwarder.example', 'dmarc.unaligned']]);
    expect(codes('dkim')).toContain('dkim.body.changed');
    expect(codes('dmarc').at(-1)).toBe('dmarc.done.accept');
  });
});

describe('what a domain wants done', () => {
  /** A visitor who claims to be Alice; answers the reply to the final dot. */
  async function forged(from = 'alice@campus.example', more: string[] = []): Promise<string> {
    const telnet = await Telnet.open(here().door(MX, 25));
    await telnet.reply();
    await telnet.ask('EHLO visitor.example');
    await telnet.ask('MAIL FROM:<me@visitor.example>');
    await telnet.ask('RCPT TO:<bob@harbor.example>');
    await telnet.ask('DATA');
    const reply = await telnet.ask([...more, `From: ${from}`, 'Subject: forged', '', 'Hello.', '.'].join('\r\n'));
    await telnet.ask('QUIT');
    await telnet.close();
    await here().lab.settled();
    return reply;
  }
  const set = (value: Record<string, unknown>) =>
    here().send('config.patch', { host: MX, path: '/policies/dmarc', value: { enabled: true, ...value } });

  test('reject refuses the letter at its end, in the words of a real server', async () => {
    await open();
    await set({});
    expect(await forged()).toBe('550 5.7.1 rejected by DMARC policy for campus.example');
    expect(codes('dmarc').at(-1)).toBe('dmarc.done.refuse');
  });

  test('quarantine marks it, none and a policy on trial let it in', async () => {
    await open('p=quarantine');
    await set({});
    await forged();
    const { found, letter } = await results();
    expect(found).toContain('dmarc=fail');
    expect(letter).toContain('\r\nX-Spam-Flag: YES\r\n');
  });

  test('a policy on trial is one step milder', async () => {
    await open('p=quarantine; t=y');
    await set({});
    await forged();
    expect((await results()).letter).not.toContain('X-Spam-Flag');
  });

  test('names below: sp where they exist, np where they don’t', async () => {
    await open('p=none; sp=quarantine; np=reject');
    await set({});
    expect(await forged('it@nowhere.campus.example')).toMatch(/^550 5\.7\.1 /);
    await forged('it@submit.campus.example');
    expect((await results()).letter).toContain('\r\nX-Spam-Flag: YES\r\n');
  });

  test('a forged field with this server’s name goes, another server’s stays', async () => {
    await open('p=none');
    const lies = [
      'Authentication-Results: (trust me) "MX1.harbor.example" 1; dkim=pass header.d=bank.example',
      'Authentication-Results: mx.elsewhere.example; spf=pass',
    ];
    await forged('alice@campus.example', lies);
    const { letter, found } = await results();
    expect(letter).not.toContain('bank.example');
    expect(letter).toContain('mx.elsewhere.example; spf=pass');
    expect(found).toEqual(['spf=none', 'dkim=none', 'arc=none', 'dmarc=fail']);
    expect(here().of('field.removed')).toHaveLength(1);
  });
});

describe('a letter with a signature', () => {
  test.each(['rsa-sha256', 'ed25519-sha256', 'both'])('%s is signed and verified', async (algorithm) => {
    await open();
    await here().send('config.patch', { host: SUBMIT, path: '/policies/dkim-signing/algorithm', value: algorithm });
    await here().letter('bob@harbor.example');
    const passed = algorithm === 'both' ? ['dkim=pass', 'dkim=pass'] : ['dkim=pass'];
    expect((await results()).found).toEqual(['spf=pass', ...passed, 'arc=none', 'dmarc=pass']);
  });

  /** A letter as it left its author's server. */
  async function signedLetter(): Promise<string> {
    await here().letter('bob@harbor.example');
    const { fields, body } = splitMessage((await here().mailbox('bob@harbor.example')).at(-1) ?? '');
    const own = fields.slice(fields.findIndex(({ name }) => name === 'DKIM-Signature'));
    return `${own.map(({ raw }) => raw).join('')}\r\n${body}`;
  }

  /** Gives it to mx1 by hand, changed. */
  async function deliver(letter: string, change: (letter: string) => string): Promise<void> {
    const telnet = await Telnet.open(here().door(MX, 25));
    await telnet.reply();
    for (const line of ['EHLO v', 'MAIL FROM:<me@visitor.example>', 'RCPT TO:<bob@harbor.example>', 'DATA']) {
      await telnet.ask(line);
    }
    await telnet.ask(`${change(letter)}.`);
    await telnet.close();
    await here().lab.settled();
  }

  test('unchanged it passes from anywhere', async () => {
    await open();
    await deliver(await signedLetter(), (letter) => letter);
    expect((await results()).found).toContain('dkim=pass');
  });

  test('a changed byte of the body, a changed field and a key that is gone give three results', async () => {
    await open();
    const signed = await signedLetter();
    await deliver(signed, (letter) => letter.replace('Hello there.', 'Hello There.'));
    expect((await results()).raw).toMatch(/dkim=fail\s+reason="body hash did not verify"/);
    expect(codes('dkim')).toContain('dkim.body.changed');
    await deliver(signed, (letter) => letter.replace('Subject: A letter', 'Subject: B letter'));
    expect((await results()).raw).toMatch(/dkim=fail\s+reason="bad signature"/);
    expect(codes('dkim')).toEqual([
      'dkim.signature',
      'dkim.body.same',
      'dkim.key.found',
      'dkim.header.changed',
      'dkim.fail',
    ]);
    await here().send('config.patch', { host: SUBMIT, path: '/policies/dkim-signing/enabled', value: false });
    // The key is remembered for an hour.
    await here().send('clock.advance', { ms: 3_600_001 });
    await deliver(signed, (letter) => letter);
    expect((await results()).raw).toMatch(/dkim=permerror\s+reason="no key"/);
    expect(codes('dkim')).toEqual(['dkim.signature', 'dkim.body.same', 'dkim.key.missing', 'dkim.permerror']);
  });

  test('the same lab signs alike in every run; another seed has another key', async () => {
    const signatures: (string | undefined)[] = [];
    for (const seed of [1, 1, 2]) {
      await lab?.close();
      await open('p=none', {}, seed);
      await here().letter('bob@harbor.example');
      const { found, letter } = await results();
      expect(found).toContain('dkim=pass');
      signatures.push(firstValue(splitMessage(letter).fields, 'DKIM-Signature'));
    }
    expect(signatures[0]).toBeDefined();
    expect(signatures[1]).toBe(signatures[0]);
    expect(signatures[2]).not.toBe(signatures[0]);
  });
});
