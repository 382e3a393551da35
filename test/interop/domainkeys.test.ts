// DomainKeys against Mail::DKIM, which still knows it: what Posthorn signs holds there, what it signs holds here.

import { createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { dkimKey } from '../../engine/policy/dkim/keys.ts';
import { fieldsNamed, splitMessage } from '../../mail/fields.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { Telnet } from '../support/telnet.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const SUBMIT = 'submit.campus.example';
const MX = 'mx1.harbor.example';
const BOB = 'bob@harbor.example';
const SEED = 1;

const VERIFIES = `
use Mail::DKIM::Verifier;
my $verifier = Mail::DKIM::Verifier->new;
$verifier->PRINT($_) while <STDIN>;
$verifier->CLOSE;
print join ',', map { ref($_) . ' ' . $_->result_detail } $verifier->signatures;
`;

const SIGNS = `
use Mail::DKIM::Signer;
use Mail::DKIM::DkSignature;
my ($method, $key) = @ARGV;
@ARGV = ();
my $signer = Mail::DKIM::Signer->new(KeyFile => $key, Policy => sub {
  my $own = Mail::DKIM::DkSignature->new(Algorithm => 'rsa-sha1', Method => $method,
    Headers => $_[0]->headers, Domain => 'campus.example', Selector => 'dk');
  $_[0]->add_signature($own);
  return;
});
$signer->PRINT($_) while <STDIN>;
$signer->CLOSE;
print $signer->signature->as_string;
`;

let lab: TestLab;
let dir: string;

beforeAll(async () => {
  lab = await TestLab.open({
    seed: SEED,
    topology: testTopology(({ hosts }) => {
      for (const host of hosts) {
        if (host.name === SUBMIT) {
          host.policies = { 'domainkeys-signing': { enabled: true, domain: 'campus.example' } };
        }
        if (host.name === MX) host.policies = { domainkeys: { enabled: true } };
      }
    }),
  });
  dir = makeTemporaryDir();
});
afterAll(async () => {
  await lab.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(missing('mail-dkim'))('Mail::DKIM', () => {
  async function verdict(letter: string): Promise<string> {
    const asked = ['RES_NAMESERVERS=127.0.0.1', `RES_OPTIONS=port:${lab.lab.run.dns.doorPort}`];
    const { stdout } = await runProgram('env', [...asked, programPath('mail-dkim'), '-e', VERIFIES], letter);
    return stdout.toString();
  }

  test.each(['nofws', 'simple'])('verifies what Posthorn signed in form %s, and sees a changed byte', async (form) => {
    const path = '/policies/domainkeys-signing/canonicalization';
    await lab.send('config.patch', { host: SUBMIT, path, value: form });
    await lab.letter(BOB, 'Hello  there.\n\nWith  gaps \n\n');
    const letter = (await lab.mailbox(BOB)).at(-1) ?? '';
    expect(await verdict(letter)).toBe('Mail::DKIM::DkSignature pass');
    expect(await verdict(letter.replace('Hello', 'hello'))).toMatch(/^Mail::DKIM::DkSignature fail/);
  });

  test.each(['nofws', 'simple'])('signs what Posthorn verifies in form %s', async (form) => {
    const key = path.join(dir, 'key.pem');
    const { privateKey } = dkimKey(SEED, 'campus.example', 'dk', 'rsa-sha256');
    fs.writeFileSync(key, createPrivateKey(privateKey).export({ format: 'pem', type: 'pkcs1' }));
    const letter = 'From: alice@campus.example\r\nSubject: a  letter\r\n of two\r\n\r\nHello  there.\r\n';
    const { stdout, stderr } = await runProgram(programPath('mail-dkim'), ['-e', SIGNS, form, key], letter);
    const signature = stdout.toString().trim();
    expect(signature, stderr.toString()).toMatch(/^DomainKey-Signature: /);
    const telnet = await Telnet.open(lab.door(MX, 25));
    await telnet.reply();
    for (const line of ['EHLO v', 'MAIL FROM:<me@visitor.example>', `RCPT TO:<${BOB}>`, 'DATA']) await telnet.ask(line);
    await telnet.ask(`${signature}\r\n${letter}.`);
    await telnet.close();
    await lab.lab.settled();
    const arrived = splitMessage((await lab.mailbox(BOB)).at(-1) ?? '').fields;
    expect(fieldsNamed(arrived, 'DomainKey-Signature')).toHaveLength(1);
    const decided = lab.of('policy.decided').findLast(({ host }) => host === MX);
    expect(decided?.data.reasons.at(-1)?.code).toBe('domainkeys.pass');
  });
});
