// An outward door: a real server of this machine as the next hop, with its dialog captured all the same.

import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';

import { TestLab, testTopology } from '../support/lab.ts';

test('mail for a domain behind an outward door reaches the program there, and its bytes are on record', async () => {
  const got: string[] = [];
  const outside = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (bytes: Buffer) => (text += bytes.toString('latin1')));
      stream.on('end', () => {
        got.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const { port } = outside.server.address() as { port: number };
  const topology = testTopology((draft) => {
    draft.outwardDoors.push({ address: '198.51.100.99', port: 25, local: port });
    draft.hosts
      .find((host) => host.kind === 'dns')
      ?.zones['visitor.example']?.records.push(
        { name: '@', type: 'MX', preference: 10, exchange: 'real.visitor.example.' },
        { name: 'real', type: 'A', address: '198.51.100.99' },
      );
  });
  const lab = await TestLab.open({ topology });
  await lab.letter('somebody@visitor.example', 'Out of the lab, not off the machine.');
  expect(got).toHaveLength(1);
  expect(got[0]).toContain('Out of the lab, not off the machine.');
  const lines = lab.of('wire.line').filter((event) => event.conn?.startsWith('relay.campus.example#'));
  expect(lines.map((event) => event.data.bytes)).toContain('RCPT TO:<somebody@visitor.example>\r\n');
  await lab.close();
  await new Promise<void>((resolve) => outside.close(resolve));
});

test('an address without a door leads nowhere, and says why', async () => {
  const lab = await TestLab.open({
    topology: testTopology((draft) => {
      draft.hosts
        .find((host) => host.kind === 'dns')
        ?.zones['visitor.example']?.records.push({ name: 'far', type: 'A', address: '8.8.8.8' });
    }),
  });
  await lab.letter('x@far.visitor.example');
  expect(lab.of('conn.refused').map((event) => [event.data.address, event.data.problem])).toEqual([
    ['8.8.8.8', 'no route'],
  ]);
  const { items } = await lab.send('queue.list', {});
  expect(items[0]?.lastReply).toContain('Posthorn never leaves this machine');
  await lab.close();
});
