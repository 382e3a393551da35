// The experiment: 200 letters through real servers, counted; the same seed gives the same table; every number has its
// letters, and their dialogs.

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ExperimentStatus } from '../../../contract/experiment.ts';
import { readSession } from '../../../contract/session/read-session.ts';
import { SessionFile } from '../../../contract/session/session-file.ts';
import { deflation } from '../../../engine/deflation.ts';
import { TestLab } from '../../support/lab.ts';

let lab: TestLab;
beforeAll(async () => {
  lab = await TestLab.open();
});
afterAll(() => lab.close());

type Defences = Record<string, Record<string, unknown>>;

async function run(defences: Defences, seed = 1): Promise<{ experiment: string; status: ExperimentStatus }> {
  const finished = lab.of('experiment.finished').length;
  const { experiment } = await lab.send('experiment.run', { defences, seed });
  await lab.seen('experiment.finished', () => lab.of('experiment.finished').length > finished);
  return { experiment, status: await lab.send('experiment.status', { experiment }) };
}

const cells = ({ result }: ExperimentStatus) =>
  Object.fromEntries((result?.rows ?? []).map(({ actor, letters, arrived }) => [actor, `${arrived}/${letters}`]));

const MINUTES = { timeout: 120_000 };

test('pause and greylist together stop two kinds of bots and lose nobody', MINUTES, async () => {
  const { experiment, status } = await run({ 'greet-pause': {}, greylisting: {} });
  expect(status).toMatchObject({ state: 'done', known: 200, letters: 200 });
  expect(cells(status)).toEqual({
    ...{ patient: '56/56', newsletter: '20/20', forwarder: '16/16', list: '12/12', misconfigured: '12/12' },
    ...{ pool: '24/24', 'bot-early': '0/20', 'bot-once': '0/24', 'bot-bank': '16/16' },
  });
  expect(status.result?.totals).toMatchObject({
    letters: 200,
    caught: 44,
    missed: 16,
    falsePositives: 0,
    worst_s: 1800,
  });

  const { letters } = await lab.send('experiment.letters', { experiment });
  expect(letters).toHaveLength(200);
  const once = letters.find(({ actor }) => actor === 'bot-once');
  expect(once).toMatchObject({ fate: 'stopped', policy: 'greylisting', tries: 1, reply: { code: 450 } });
  const { dialogs } = await lab.send('experiment.dialogs', { experiment, message: once?.message ?? '' });
  expect(dialogs).toHaveLength(1);
  expect(dialogs[0]?.lines.map(({ text }) => text)).toContain(`RCPT TO:<${once?.to ?? ''}>`);
  expect(dialogs[0]?.decisions.at(-1)).toMatchObject({ policy: 'greylisting', verdict: 'defer' });
  const slow = letters.find(({ actor }) => actor === 'misconfigured');
  expect(slow).toMatchObject({ fate: 'arrived', delay_s: 1800, tries: 2, by: 'server.small.example' });

  // Its run opens like any session.
  const { packing } = await lab.send('experiment.pack', { experiment });
  const pieces: Buffer[] = [];
  for (let isLast = false; !isLast;) {
    const { bytes, last } = await lab.send('session.next', { packing });
    pieces.push(Buffer.from(bytes, 'base64'));
    isLast = last;
  }
  const session = await readSession(await SessionFile.open(Buffer.concat(pieces), deflation), {
    pause: () => Promise.resolve(),
  });
  expect(session.isExact).toBe(true);
  expect(session.state.messages[letters.at(-1)?.message ?? '']).toBeDefined();
});

test('a domain’s word: the bank is found out, and forwarders and lists pay for it', MINUTES, async () => {
  const defences = { spf: {}, dkim: {}, dmarc: {} };
  const { status } = await run(defences);
  expect(cells(status)).toMatchObject({
    ...{ patient: '56/56', newsletter: '20/20', forwarder: '0/16', list: '0/12', misconfigured: '0/12' },
    ...{ pool: '24/24', 'bot-early': '20/20', 'bot-once': '24/24', 'bot-bank': '0/16' },
  });
  const again = await run(defences);
  expect(again.status.result).toEqual(status.result);
  expect(lab.of('experiment.finished').at(-1)?.data).toMatchObject({
    defences,
    seed: 1,
    totals: { falsePositives: 40 },
  });
});

test('what is begun is cancelled by the next, and a wrong setting is told', MINUTES, async () => {
  const { experiment } = await lab.send('experiment.run', { defences: {} });
  const { experiment: wrong } = await lab.send('experiment.run', { defences: { graylisting: {} } });
  const over = async (): Promise<ExperimentStatus> => {
    const status = await lab.send('experiment.status', { experiment: wrong });
    if (status.state !== 'running') return status;
    await new Promise((resolve) => setImmediate(resolve));
    return over();
  };
  const status = await over();
  expect(status.state).toBe('failed');
  expect(status.detail).toContain('Did you mean "greylisting"?');
  expect(await lab.send('experiment.status', { experiment })).toMatchObject({ state: 'cancelled' });
  await expect(lab.send('experiment.status', { experiment: 'experiment-99' })).rejects.toThrow('run it again');
});
