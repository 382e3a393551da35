// What one letter of the default lab leaves in log and capture: submission, three relays, mailbox.
// Counterpart: engine/log.ts, engine/capture.ts. Rule: the floor is what the programs said on the wire,
// in lines and in octets; a record of it can't be smaller and complete.

import type { LabEvent } from '../../contract/events.ts';
import type { Lab } from '../../engine/engine.ts';
import { twoDomains } from '../../engine/topologies/two-domains.ts';
import { openLab } from '../engine-chain.ts';
import type { Figure } from '../figure.ts';
import { LETTER_TEXT } from '../letter.ts';
import { PATIENCE_MS } from '../limits.ts';
import { within } from '../patience.ts';
import { median } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import type { Row } from './row.ts';

const KB = 1e3;
const EVENTS = 400;

interface Volume {
  events: number;
  log: number;
  capture: number;
  /** Protocol lines and transfers, and their octets above TLS. */
  units: number;
  octets: number;
}

export const volume: Row = {
  name: 'volume',
  measure: async ({ volume: letters }): Promise<Figure[]> => {
    const volumes = await measured(letters);
    const [first] = volumes;
    const of = (pick: (volume: Volume) => number) => median(volumes.map(pick));
    const wire = { what: 'on the wire', value: of((one) => one.octets) / KB };
    const asked: Figure['target'] = { of: 'value', is: 'at most', limit: EVENTS };
    return [
      {
        name: 'events of a letter',
        unit: 'events',
        value: of((one) => one.events),
        floor: { what: 'lines on the wire', value: of((one) => one.units) },
        target: asked,
      },
      {
        name: 'events of the first letter',
        unit: 'events',
        value: first?.events ?? NaN,
        floor: { what: 'lines on the wire', value: first?.units ?? NaN },
        target: asked,
      },
      { name: 'log of a letter', unit: 'KB', value: of((one) => one.log) / KB, floor: wire },
      { name: 'capture of a letter', unit: 'KB', value: of((one) => one.capture) / KB, floor: wire },
    ];
  },
};

async function measured(letters: number): Promise<Volume[]> {
  const dir = temporaryDirectory();
  const lab = await openLab({ ...twoDomains, doors: [], dnsDoor: 0 }, dir.path);
  try {
    const volumes: Volume[] = [];
    for (let sent = 0; sent < letters; sent += 1) volumes.push(await volumeOfLetter(lab));
    return volumes;
  } finally {
    await lab.close();
    dir.remove();
  }
}

async function volumeOfLetter(lab: Lab): Promise<Volume> {
  const { capture } = lab.run.context;
  const volume: Volume = { events: 0, log: 0, capture: -capture.length, units: 0, octets: 0 };
  const watching = lab.subscribe((event) => count(event, volume));
  await lab.dispatch('mail.send', {
    from: 'alice@campus.example',
    to: ['bob@harbor.example'],
    subject: 'Four hops',
    text: LETTER_TEXT,
  });
  await within(PATIENCE_MS, 'a letter', lab.settled());
  watching.dispose();
  volume.capture += capture.length;
  return volume;
}

function count(event: LabEvent, volume: Volume): void {
  volume.events += 1;
  // As the log's file has it: a line of JSON.
  volume.log += Buffer.byteLength(JSON.stringify(event)) + 1;
  if (event.type === 'wire.line' || event.type === 'wire.bulk') volume.units += 1;
  if (event.type === 'conn.closed') volume.octets += event.data.fromClient + event.data.fromServer;
}
