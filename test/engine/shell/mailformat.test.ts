// mailformat, and the setting behind it: a host keeps mail in another way at once, restarts with it, and goes back.

import { expect, test } from 'vitest';

import { fileDoingOf } from '../../../contract/file-work.ts';
import { manualWorld } from '../../../engine/world/manual-world.ts';
import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

const BOX = 'hosts/mail.harbor.example/mail/bob@harbor.example';

test('one person’s mailboxes are converted while the lab runs, and letters go on coming', async () => {
  const world = manualWorld();
  const disk = world.disk as MemoryDisk;
  const lab = await TestLab.open({ world });
  const mail = await Person.open(lab, 'mail.harbor.example');
  await lab.letter('bob@harbor.example', 'One.');
  const before = await lab.mailbox('bob@harbor.example');
  expect(await mail.type('mailformat bob mbox')).toBe('bob@harbor.example: 1 letter, kept as mbox.\n');
  expect(lab.of('store.files').at(-1)?.data).toMatchObject({
    action: 'convert to mbox',
    mailbox: 'bob@harbor.example',
  });
  expect(await lab.mailbox('bob@harbor.example')).toEqual(before);
  expect(disk.files.has(`${BOX}/INBOX`)).toBe(true);
  expect([...disk.files.keys()].filter((file) => /~|bob.*\/(new|cur)\//.test(file))).toEqual([]);

  await lab.letter('bob@harbor.example', 'Two.');
  const delivered = lab.of('store.delivered').at(-1);
  expect(delivered && fileDoingOf(delivered)?.steps.map(({ act }) => act)).toEqual(['created', 'appended', 'removed']);
  expect(await mail.type('mailformat')).toContain('bob@harbor.example  mbox\n');
  await lab.close();

  const again = await TestLab.open({ world });
  expect(await again.mailbox('bob@harbor.example')).toHaveLength(2);
  expect(again.of('store.found')).toEqual([]);
  await again.send('config.patch', { host: 'mail.harbor.example', path: '/store/formats', value: {} });
  expect(await again.mailbox('bob@harbor.example')).toHaveLength(2);
  expect(disk.files.has(`${BOX}/INBOX`)).toBe(false);
  await again.close();
});
