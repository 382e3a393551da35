// What tshark makes of an exported capture: protocols, names, the letter, and what was said under STARTTLS.

import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { captureFile } from '../../renderer/export/capture-file.ts';
import type { Scope } from '../../renderer/export/format.ts';
import { History } from '../../renderer/store/history.ts';
import { emptyMoment, foldMoment } from '../../renderer/store/moment.ts';
import { TestLab } from '../support/lab.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';

describe.skipIf(missing('tshark'))('tshark reads an exported run', () => {
  const dir = mkdtempSync(join(tmpdir(), 'posthorn-pcap-'));
  let lab: TestLab;
  const history = new History();
  const moment = emptyMoment();

  beforeAll(async () => {
    lab = await TestLab.open();
    await lab.send('hold.set', { id: 'stop', client: 'relay.campus.example', command: 'RCPT' });
    await lab.letter('bob@harbor.example', 'Hello through the wire.');
    const [unit] = (await lab.send('hold.list', {})).held;
    await lab.send('hold.release', { conn: unit?.conn ?? '', from: 'client', instead: unit?.bytes ?? '' });
    await lab.lab.settled();
    for (const event of lab.events) {
      foldMoment(moment, event);
      history.add(event, moment);
    }
  });

  afterAll(async () => {
    await lab.close();
    rmSync(dir, { recursive: true });
  });

  /** The wanted fields of the packets that a display filter lets through, a row each. */
  async function read(filter: string, fields: readonly string[], scope: Scope = {}): Promise<string[][]> {
    const watch = { onProgress: () => undefined, isCancelled: () => false };
    const dispatch = lab.send.bind(lab);
    const blob = await captureFile.make({ history, pages: undefined, moment, dispatch, scope }, watch);
    const file = join(dir, 'run.pcapng');
    await writeFile(file, new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
    const wanted = fields.flatMap((field) => ['-e', field]);
    const args = ['-N', 'n', '-r', file, '-Y', filter, '-T', 'fields', '-E', 'separator=|', ...wanted];
    const { code, stdout, stderr } = await runProgram(programPath('tshark'), args);
    expect(stderr.replaceAll(/^Running as user "root".*$/gm, '').trim()).toBe('');
    expect(code).toBe(0);
    return stdout
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('|'));
  }

  it('finds SMTP on every hop, with the hosts’ addresses and names, and the letter in it', async () => {
    const letters = await read('imf', ['ip.src_host', 'ip.dst_host', 'imf.subject']);
    expect(letters).toEqual([
      ['laptop.campus.example', 'submit.campus.example', 'A letter'],
      ['submit.campus.example', 'relay.campus.example', 'A letter'],
      ['relay.campus.example', 'mx1.harbor.example', 'A letter'],
      ['mx1.harbor.example', 'mail.harbor.example', 'A letter'],
    ]);
    expect(await read('smtp.req.command == "RCPT" && ip.src == 192.0.2.26', ['smtp.req.parameter'])).toEqual([
      ['TO:<bob@harbor.example>'],
    ]);
  });

  it('decrypts what was said after STARTTLS', async () => {
    const commands = await read('smtp.req && tls', ['smtp.req.command']);
    expect(commands.map(([command]) => command)).toEqual(expect.arrayContaining(['EHLO', 'AUTH', 'MAIL', 'RCPT']));
  });

  it('finds nothing wrong with segments and check sums', async () => {
    const wrong = 'tcp.analysis.flags || tcp.checksum.status == "Bad" || ip.checksum.status == "Bad" || _ws.malformed';
    expect(await read(wrong, ['frame.number'])).toEqual([]);
  });

  it('carries what the packets don’t tell as comments, and an interface for each two hosts', async () => {
    const changed = await read('frame.comment contains "changed by you"', ['smtp.req.command', 'frame.interface_name']);
    expect(changed).toEqual([['RCPT', 'relay - mx1']]);
  });

  it('gives away one connection alone', async () => {
    const conn = [...moment.dialogs.byId.values()].at(-1);
    const rows = await read('tcp.flags.syn == 1', ['ip.src_host'], { conns: new Set([conn?.id ?? '']) });
    expect(rows).toEqual([['mx1.harbor.example'], ['mail.harbor.example']]);
  });
});
