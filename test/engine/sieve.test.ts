// People's rules at delivery: filed, forwarded, discarded, kept whatever is wrong; and a quota that counts when the letter
// is stored.

import { afterEach, describe, expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';

const MAIL = 'mail.harbor.example';
const labs: TestLab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.close();
});

async function withRules(script: string, owner = 'bob@harbor.example'): Promise<TestLab> {
  const lab = await TestLab.open();
  labs.push(lab);
  await lab.send('files.write', { host: MAIL, path: `home/${owner}/.dovecot.sieve`, text: script });
  return lab;
}

const ran = (lab: TestLab) => lab.of('sieve.ran').map(({ data }) => data);
const stored = (lab: TestLab) => lab.of('store.delivered').map(({ data }) => data.mailbox);

describe('rules of a mailbox', () => {
  test('file a letter into a folder, which is made when they say so', async () => {
    const lab = await withRules(
      'require ["fileinto", "mailbox"];\nif header :contains "Subject" "letter" {\n  fileinto :create "Lists/News";\n}\n',
    );
    await lab.letter('bob@harbor.example');
    expect(stored(lab)).toEqual(['bob@harbor.example/Lists/News']);
    expect(ran(lab)).toEqual([
      { mailbox: 'bob@harbor.example', actions: [{ do: 'fileinto', line: 3, to: 'Lists/News' }] },
    ]);
    expect(lab.of('store.created').map(({ data }) => data.mailbox)).toEqual(['bob@harbor.example/Lists/News']);
    const log = lab.of('log.written').map(({ data }) => data.line);
    expect(log).toContainEqual(expect.stringContaining("stored mail into mailbox 'Lists/News', line 3"));
  });

  test('that name a folder which isn’t there leave the letter in INBOX, and the log says so', async () => {
    const lab = await withRules('require "fileinto";\nfileinto "Nowhere";');
    await lab.letter('bob@harbor.example');
    expect(stored(lab)).toEqual(['bob@harbor.example']);
    expect(ran(lab)[0]?.problem).toEqual({ line: 2, message: "Mailbox doesn't exist: Nowhere" });
  });

  test('that are wrong keep every letter', async () => {
    const lab = await withRules('fileino "a";');
    await lab.letter('bob@harbor.example');
    expect(stored(lab)).toEqual(['bob@harbor.example']);
    expect(ran(lab)[0]).toMatchObject({ actions: [{ do: 'keep', line: 0 }], problem: { line: 1 } });
    await lab.send('files.write', { host: MAIL, path: 'home/bob@harbor.example/.dovecot.sieve', text: 'discard;' });
    await lab.letter('bob@harbor.example');
    expect(stored(lab)).toEqual(['bob@harbor.example']);
    expect(ran(lab)[1]).toMatchObject({ actions: [{ do: 'discard', line: 1 }] });
    expect(lab.of('queue.delivered').at(-1)?.data.reply.text).toContain('rules');
  });

  test('send a letter on, and one that comes round again stays', async () => {
    const lab = await withRules('redirect "carol@harbor.example";');
    await lab.send('files.write', {
      host: MAIL,
      path: 'home/carol@harbor.example/.dovecot.sieve',
      text: 'redirect "bob@harbor.example";',
    });
    await lab.letter('bob@harbor.example');
    expect(stored(lab)).toEqual(['bob@harbor.example']);
    expect(ran(lab).map(({ mailbox, problem }) => [mailbox, problem?.message])).toEqual([
      ['bob@harbor.example', undefined],
      ['carol@harbor.example', undefined],
      ['bob@harbor.example', 'mail forwarding loop for bob@harbor.example'],
    ]);
  });
});

test('a mailbox without room refuses at delivery, and takes the letter when there is some', async () => {
  const lab = await TestLab.open();
  labs.push(lab);
  const quota = (octets: number) =>
    lab.send('config.patch', {
      host: MAIL,
      path: '/policies/mailbox-full',
      value: { enabled: true, quota_octets: octets },
    });
  await lab.letter('bob@harbor.example');
  const [first] = lab.of('store.delivered');
  const sizes = lab.of('wire.line').flatMap(({ data }) => /^MAIL FROM.* SIZE=(\d+)/.exec(data.bytes)?.[1] ?? []);
  // Room for what SIZE announced, and not for what the server itself writes on top.
  await quota((first?.data.octets ?? 0) + Number(sizes.at(-1)));
  await lab.letter('bob@harbor.example');
  expect(stored(lab)).toHaveLength(1);
  const deferred = lab.of('queue.deferred').find(({ host }) => host === MAIL);
  expect(deferred?.data.reply).toMatchObject({ code: 452, enhanced: '4.2.2' });
  await quota(100_000);
  await lab.send('queue.flush', { host: MAIL });
  await lab.lab.settled();
  expect(stored(lab)).toHaveLength(2);
});
