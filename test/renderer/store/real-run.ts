// A run as it really happens, for folds that must be right whatever comes.

import type { LabEvent } from '../../../contract/events.ts';
import { TestLab } from '../../support/lab.ts';

/** A run with letters, a refusal that is tried again later, a changed setting, and a line that somebody held. */
export async function realRun(): Promise<LabEvent[]> {
  const lab = await TestLab.open({ compareProvenance: false });
  await lab.letter('bob@harbor.example');
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true });
  await lab.letter(['bob@harbor.example', 'carol@harbor.example']);
  await lab.send('clock.advance', { ms: 600_000 });
  await lab.send('hold.set', { id: 'stop', client: 'mx1.harbor.example', command: 'RCPT' });
  await lab.letter('bob@harbor.example');
  await lab.send('hold.clear', { id: 'stop' });
  await lab.lab.settled();
  const { events } = lab;
  await lab.lab.close();
  return events;
}
