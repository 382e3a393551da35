// postconf: a mail server's settings by their names in main.cf, shown and changed; and a letter whose text is a file.

import { expect, test } from 'vitest';

import { shippedTopology } from '../../../play/quiet-lab.ts';
import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

test('settings are shown, changed, and judged', async () => {
  const lab = await TestLab.open();
  const relay = await Person.open(lab, 'relay.campus.example');
  expect(await relay.type('postconf mynetworks relayhost')).toBe('mynetworks = 192.0.2.0/24\nrelayhost = \n');
  expect(await relay.type('postconf')).toContain('maximal_queue_lifetime = 432000s\n');
  expect(await relay.type('postconf -e relayhost=[lists.forwarder.example]:587')).toBe('');
  expect(await relay.type('postconf relayhost')).toBe('relayhost = [lists.forwarder.example]:587\n');
  await relay.type('postconf -e relayhost=');
  expect(await relay.type('postconf relayhost')).toBe('relayhost = \n');
  await relay.type('postconf -e "relay_domains = choir.example, rowing.example"');
  expect(await relay.type('postconf relay_domains')).toBe('relay_domains = choir.example, rowing.example\n');
  await relay.type('postconf -e maximal_queue_lifetime=2d');
  expect(await relay.type('postconf maximal_queue_lifetime')).toBe('maximal_queue_lifetime = 172800s\n');

  expect(await relay.type('postconf -e smtp_tls_security_level=always')).toContain('postconf: ');
  expect(await relay.type('postconf smtp_tls_security_level')).toBe('smtp_tls_security_level = none\n');
  expect(await relay.type('postconf relay_host')).toContain('unknown parameter (did you mean relayhost?)');
  expect(await relay.type('postconf -e relayhost')).toContain('usage');
  const laptop = await Person.open(lab, 'laptop.campus.example');
  expect(await laptop.type('postconf')).toBe('postconf: this host runs no mail server\n');
  await lab.close();
});

test('a text is taken from a file of the host, and only from there', async () => {
  const topology = shippedTopology('locks');
  const lab = await TestLab.open({ topology });
  const laptop = await Person.open(lab, 'laptop.campus.example');
  expect(await laptop.type('ls')).toBe('home/\n');
  await laptop.type(
    'send --from alice@campus.example --to bob@harbor.example --body @home/alice/sealed.asc --server relay',
  );
  await lab.lab.settled();
  expect((await lab.mailbox('bob@harbor.example'))[0]).toContain('\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n');
  const none = 'send --from a@campus.example --to bob@harbor.example --server relay --body @';
  expect(await laptop.type(`${none}home/alice/letter`)).toBe('send: home/alice/letter: No such file or directory\n');
  expect(await laptop.type(`${none}../spool`)).toContain('No such place');
  expect(await laptop.type(`${none}home`)).toBe('send: home: Is a directory\n');
  await lab.close();
});
