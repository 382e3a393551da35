// Greylisting at mx1: switched on while the lab runs, and waited out by the lab clock.

import { expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';

const on = { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true } as const;

test('our own MTA is deferred and gets through when a day passes on the lab clock', async () => {
  const lab = await TestLab.open({ serial: false });
  expect(await lab.send('config.patch', on)).toMatchObject({ before: false, after: true });
  await lab.letter('bob@harbor.example');
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
  expect(lab.of('queue.deferred').map((event) => event.data.reply.text)).toEqual([
    '<bob@harbor.example>: Recipient address rejected: Greylisted',
  ]);
  await lab.send('clock.advance', { ms: 86_400_000 });
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  const decisions = lab.of('policy.decided').map((event) => [event.data.verdict, event.data.reasons[0]?.code]);
  expect(decisions).toEqual([
    ['defer', 'greylist.first'],
    ['continue', 'greylist.returned'],
  ]);
  await lab.close();
});

test('too early is told apart from the first time, and every retry of a day happens', async () => {
  const lab = await TestLab.open();
  await lab.send('config.patch', {
    host: 'mx1.harbor.example',
    path: '/policies/greylisting',
    value: { enabled: true, delay_s: 20_000 },
  });
  await lab.letter('bob@harbor.example');
  await lab.send('clock.advance', { ms: 86_400_000 });
  const codes = lab.of('policy.decided').map((event) => event.data.reasons[0]?.code);
  expect(codes[0]).toBe('greylist.first');
  expect(codes.at(-1)).toBe('greylist.returned');
  expect(codes.slice(1, -1).every((code) => code === 'greylist.early')).toBe(true);
  // At 0, 300, 900, 2100 and 4500 s, then every 4000 s until 20,000 s are over.
  expect(codes).toHaveLength(9);
  await lab.close();
});

test('what a host remembers outlives a restart', async () => {
  const lab = await TestLab.open();
  const { world } = lab.lab.options;
  await lab.send('config.patch', on);
  await lab.letter('bob@harbor.example');
  await lab.close();
  const again = await TestLab.open({ world, compareProvenance: false });
  await again.send('clock.advance', { ms: 600_000 });
  expect(await again.mailbox('bob@harbor.example')).toHaveLength(1);
  await again.close();
});

test('a wrong setting is refused with its path and the right name', async () => {
  const lab = await TestLab.open();
  const bad = (path: string, value: unknown) => lab.send('config.patch', { host: 'mx1.harbor.example', path, value });
  await expect(bad('/policies/greylisting/delay_s', -1)).rejects.toThrow('/policies/greylisting/delay_s');
  await expect(bad('/policies/graylisting', { enabled: true })).rejects.toThrow('Did you mean "greylisting"?');
  await expect(bad('/policies/greylisting/dealy_s', 5)).rejects.toThrow('Did you mean "delay_s"?');
  await expect(bad('/name', 'x')).rejects.toThrow("can't be changed while the lab runs");
  const { topology } = await lab.send('config.get', { host: 'mx1.harbor.example' });
  expect(topology.hosts[0]?.policies).toEqual({ greylisting: { enabled: false } });
  await lab.close();
});

test('who waits is seen, let in by hand, and forgotten', async () => {
  const lab = await TestLab.open();
  await lab.send('config.patch', on);
  await lab.letter('bob@harbor.example');
  const ask = { host: 'mx1.harbor.example', policy: 'greylisting' };
  const state = async () => (await lab.send('policy.state', ask)).records;
  const [waiting] = await state();
  expect(waiting).toMatchObject({
    state: 'waiting',
    about: ['192.0.2.0', 'alice@campus.example', 'bob@harbor.example'],
    due_ms: (waiting?.since_ms ?? 0) + 300_000,
  });
  await lab.send('policy.admit', { ...ask, key: waiting?.key ?? '' });
  expect((await state()).map((record) => record.state)).toEqual(['passed']);
  await lab.send('queue.flush', {});
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect(await lab.send('policy.forget', ask)).toEqual({ forgotten: 1 });
  expect(await state()).toEqual([]);
  await expect(lab.send('policy.state', { ...ask, policy: 'graylisting' })).rejects.toThrow(
    'Did you mean "greylisting"?',
  );
  await expect(lab.send('policy.admit', { ...ask, policy: 'rate-limit', key: 'x' })).rejects.toThrow(
    'makes nobody wait',
  );
  await lab.close();
});
