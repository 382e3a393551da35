// Debian's Postfix as the lab's neighbour: letters go to it and come from it, over TLS that each side asks for.

import fs from 'node:fs';
import path from 'node:path';

import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createAuthority, exportAuthority, type KeyAndCertificate } from '../../engine/internet/certificates.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { MemoryDisk } from '../../engine/world/memory-disk.ts';
import { splitMessage } from '../../mail/fields.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { freePort, Postfix } from '../support/postfix.ts';
import { missing } from '../support/programs.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const NAME = 'postfix.visitor.example';
const SOMEBODY = 'somebody@visitor.example';
/** The virtual address behind which it stands. */
const OUTSIDE = '198.51.100.99';
const BODY = ['One line.', '.dot first', '..two dots', 'Last line.'];

let lab: TestLab;
let postfix: Postfix;
let dir: string;
let outsidePort: number;

/** A lab whose exchangers offer TLS, and where visitor.example's mail goes out by an outward door. */
function openLab(port: number, { cert, key }: KeyAndCertificate): Promise<TestLab> {
  const disk = new MemoryDisk();
  const encoder = new TextEncoder();
  disk.files.set('authority.pem', encoder.encode(cert));
  disk.files.set('authority.key', encoder.encode(key));
  const topology = testTopology(({ hosts, outwardDoors }) => {
    outwardDoors.push({ address: OUTSIDE, port: 25, local: port });
    const mx1 = hosts.find((host) => host.name === 'mx1.harbor.example');
    if (mx1) mx1.listeners = [{ port: 25, protocol: 'smtp', tls: 'starttls' }];
    hosts
      .find((host) => host.kind === 'dns')
      ?.zones['visitor.example']?.records.push(
        { name: '@', type: 'MX', preference: 10, exchange: `${NAME}.` },
        { name: 'postfix', type: 'A', address: OUTSIDE },
      );
  });
  return TestLab.open({ serial: false, world: manualWorld(disk), topology });
}

describe.skipIf(missing('postfix'))('with a Postfix outside', () => {
  beforeAll(async () => {
    outsidePort = await freePort();
    const now_ms = Date.now();
    const authority = createAuthority({ name: 'Authority of this test', now_ms, serial: 1n });
    lab = await openLab(outsidePort, exportAuthority(authority));
    dir = makeTemporaryDir();
    fs.chmodSync(dir, 0o755);
    const trusted = path.join(dir, 'authority.pem');
    fs.writeFileSync(trusted, authority.pem);
    postfix = await Postfix.start({
      port: outsidePort,
      hostName: NAME,
      domain: 'visitor.example',
      certificate: authority.issue({ names: [NAME], now_ms, serial: 2n }),
      settings: {
        smtp_tls_security_level: 'verify',
        smtp_tls_verify_cert_match: 'mx1.harbor.example',
        smtp_tls_CAfile: trusted,
        smtp_tls_loglevel: '1',
        smtpd_recipient_restrictions:
          'check_recipient_access inline:{ refused@visitor.example=REJECT } permit_mynetworks reject',
        transport_maps: `inline:{ harbor.example=smtp:[127.0.0.1]:${lab.door('mx1', 25)} }`,
      },
    });
  });
  afterAll(async () => {
    await postfix?.stop();
    await lab?.close();
    if (dir) fs.rmSync(dir, { recursive: true, force: true });
  });

  test('our letter is taken over STARTTLS and keeps its bytes', async () => {
    await lab.send('config.patch', { host: 'relay.campus.example', path: '/mta/outboundTls', value: 'may' });
    expect(await lab.letter([SOMEBODY, 'other@visitor.example'], BODY.join('\n'))).toMatch(/^250 /);
    // In whichever order it stores the two.
    await postfix.logged(/to=<somebody@visitor\.example>.*status=sent/);
    await postfix.logged(/to=<other@visitor\.example>.*status=sent/);
    const letters = postfix.letters();
    expect(letters).toHaveLength(2);
    const [letter = ''] = letters;
    expect(letter.slice(letter.indexOf('\n\n') + 2)).toBe(`${BODY.join('\n')}\n`);
    expect(letter).toMatch(/from relay\.campus\.example .*\n\tby postfix\.visitor\.example \(Postfix\) with ESMTPS /);
    const told = lab.of('queue.delivered').filter((event) => event.data.to === NAME);
    expect(told.map((event) => event.data.recipients)).toEqual([[SOMEBODY, 'other@visitor.example']]);
    expect(told[0]?.data.reply.text).toMatch(/^Ok: queued as \w+$/);
  });

  test('what it refuses is told to the sender in its words', async () => {
    await lab.letter('refused@visitor.example');
    const report = (await lab.mailbox('alice@campus.example')).at(-1) ?? '';
    expect(report).toContain('Diagnostic-Code: smtp; 554 5.7.1 <refused@visitor.example>: Recipient address');
  });

  test('its letter comes over TLS after it has checked the certificate', async () => {
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: outsidePort,
      tls: { rejectUnauthorized: false },
    });
    await transport.sendMail({
      from: SOMEBODY,
      to: 'bob@harbor.example',
      subject: 'From Postfix',
      text: BODY.join('\n'),
    });
    transport.close();
    await postfix.logged(/to=<bob@harbor\.example>.*status=sent \(250 2\.0\.0 Ok: queued as/);
    expect(postfix.log()).toMatch(/Verified TLS connection established to 127\.0\.0\.1/);
    await lab.lab.settled();
    const [letter = ''] = await lab.mailbox('bob@harbor.example');
    expect(letter).toContain('\r\n.dot first\r\n..two dots\r\n');
    const first = splitMessage(letter)
      .fields.filter((field) => field.name === 'Received')
      .at(-2);
    expect(first?.value).toMatch(/^from postfix\.visitor\.example .*by mx1\.harbor\.example .*with ESMTPS id/s);
  });
});
