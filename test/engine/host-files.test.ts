// A lab on a real disk: links that somebody put into it lead nowhere, the log is whole at once.

import fs from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { manualWorld } from '../../engine/world/manual-world.ts';
import { RealDisk } from '../../engine/world/real-disk.ts';
import { TestLab } from '../support/lab.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { Person } from './shell/person.ts';

test('links are not followed, and the latest lines of the log are there', async () => {
  const dir = temporaryDir();
  const lab = await TestLab.open({ world: { ...manualWorld(), disk: new RealDisk(dir) } });
  const spool = path.join(dir, 'hosts/mail.harbor.example/spool');
  fs.writeFileSync(path.join(dir, 'secret'), 'nobody may read this');
  fs.symlinkSync(path.join(dir, 'secret'), path.join(spool, 'link'));
  fs.symlinkSync('/etc', path.join(spool, 'etc'));
  const person = await Person.open(lab, 'mail');
  expect(await person.type('ls spool')).toBe('active/  corrupt/  deferred/  hold/  incoming/\n');
  expect(await person.type('cat spool/link')).toContain('No such file');
  expect(await person.type('cat spool/etc/passwd')).toContain('No such file');
  expect(await person.complete('cat spool/')).toEqual([
    'cat spool/active/',
    'cat spool/corrupt/',
    'cat spool/deferred/',
    'cat spool/hold/',
    'cat spool/incoming/',
  ]);
  await lab.letter('bob@harbor.example');
  expect(await person.type('tail -n 1 maillog')).toMatch(/: removed\n$/);
  await lab.close();
  const log = fs.readFileSync(path.join(dir, 'hosts/mail.harbor.example/log/maillog'), 'utf8');
  expect(log).toMatch(
    /^Jan {2}5 09:00:00 mail posthorn\/smtpd\[\d+\]: connect from mx1\.harbor\.example\[203\.0\.113\.25\]\n/,
  );
});
