// What Posthorn signs is verified by Debian's dkimverify, which asks our own name server for the key.

import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { TestLab, testTopology } from '../support/lab.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const SUBMIT = 'submit.campus.example';
const BOB = 'bob@harbor.example';

let lab: TestLab;
let dir: string;

beforeAll(async () => {
  const policies = { 'dkim-signing': { enabled: true, domains: 'campus.example', algorithm: 'both' } };
  lab = await TestLab.open({
    topology: testTopology(({ hosts }) => {
      for (const host of hosts) if (host.name === SUBMIT) host.policies = policies;
    }),
  });
  dir = makeTemporaryDir();
  // Python reads this before any program: all that is changed is whom it asks.
  fs.writeFileSync(
    path.join(dir, 'sitecustomize.py'),
    [
      'import dns.resolver',
      'asked = dns.resolver.Resolver(configure=False)',
      `asked.nameservers, asked.port = ["127.0.0.1"], ${lab.lab.run.dns.doorPort}`,
      'dns.resolver.default_resolver = asked',
    ].join('\n'),
  );
});
afterAll(async () => {
  await lab.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(missing('dkimverify'))('dkimverify', () => {
  /** What it says about each of the two signatures. */
  async function verdicts(letter: string): Promise<string[]> {
    const said = [0, 1].map(async (index) => {
      const args = [`PYTHONPATH=${dir}`, programPath('dkimverify'), '--index', String(index)];
      const { code, stdout } = await runProgram('env', args, letter);
      return code === 0 ? stdout.toString().trim() : `status ${code}`;
    });
    return Promise.all(said);
  }

  const letters = async (): Promise<string> => {
    await lab.letter(BOB);
    return (await lab.mailbox(BOB)).at(-1) ?? '';
  };

  test.each(['relaxed/relaxed', 'relaxed/simple', 'simple/relaxed', 'simple/simple'])(
    'verifies both signatures, RSA and Ed25519, in canonical form %s',
    async (canonicalization) => {
      const form = '/policies/dkim-signing/canonicalization';
      await lab.send('config.patch', { host: SUBMIT, path: form, value: canonicalization });
      expect(await verdicts(await letters())).toEqual(['signature ok', 'signature ok']);
    },
  );

  test('and sees a changed byte', async () => {
    const letter = (await letters()).replace('Hello', 'hello');
    expect(await verdicts(letter)).toEqual(['status 1', 'status 1']);
  });
});
