// service: a program of a host is stopped and started, and what waits in between.

import { expect, test } from 'vitest';

import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

test('a stopped mail server answers nobody, its letters wait, and go on when it is started', async () => {
  const lab = await TestLab.open();
  const mail = await Person.open(lab, 'mail.harbor.example');
  expect(await mail.type('service postfix stop')).toBe('Stopping mail server: postfix.\n');
  expect(await mail.type('service postfix status')).toBe('postfix is not running.\n');
  await lab.letter('bob@harbor.example');
  expect(lab.of('conn.refused').at(-1)?.data).toMatchObject({ address: '10.20.0.5', problem: 'refused' });
  const [waiting] = (await lab.send('queue.list', { host: 'mx1.harbor.example' })).items;
  expect(waiting?.lastReply).toMatch(/refused/i);

  // The queue of a stopped server waits, too, however late it gets.
  const mx1 = await Person.open(lab, 'mx1.harbor.example');
  await mx1.type('service postfix stop');
  await mail.type('service postfix start');
  await lab.send('clock.advance', { ms: 3_600_000 });
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
  await mx1.type('service postfix start');
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  await lab.close();
});

test('a stopped IMAP server keeps nobody’s letter back', async () => {
  const lab = await TestLab.open();
  const mail = await Person.open(lab, 'mail.harbor.example');
  await mail.type('service dovecot stop');
  await lab.letter('bob@harbor.example');
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  const desk = await Person.open(lab, 'desk.harbor.example');
  expect(await desk.type('telnet mail imap')).toContain('Connection refused');
  await mail.type('service dovecot start');
  expect(await desk.type('telnet mail imap')).toContain('Connected');
  await lab.close();
});

test('only what the host has can be stopped', async () => {
  const lab = await TestLab.open();
  const mx1 = await Person.open(lab, 'mx1.harbor.example');
  expect(await mx1.type('service dovecot stop')).toBe('dovecot: unrecognized service\n');
  expect(await mx1.type('service postfix jump')).toContain('usage');
  expect(await mx1.complete('service po')).toEqual(['service postfix']);
  await lab.close();
});
