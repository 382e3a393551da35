// A lab for a test: disk in memory, clocks by hand, one delivery at a time, doors on free ports.
// Counterpart: play/quiet-lab.ts. Rule: what a test can do, a person can do; nothing reaches inside.

import type { LabEvent } from '../../contract/events.ts';
import type { Topology } from '../../contract/topology.ts';
import type { Lab } from '../../engine/engine.ts';
import { QuietLab, type QuietLabOptions, shippedTopology } from '../../play/quiet-lab.ts';
import { provenanceDifferences } from './provenance.ts';

export interface TestLabOptions extends Partial<QuietLabOptions> {
  /** The two derivations of provenance are compared at the end, unless a test breaks them on purpose. */
  compareProvenance?: boolean;
}

export class TestLab extends QuietLab {
  readonly #compare: boolean;

  private constructor(lab: Lab, events: LabEvent[], compare: boolean) {
    super(lab, events);
    this.#compare = compare;
  }

  static override async open({ compareProvenance = true, ...options }: TestLabOptions = {}): Promise<TestLab> {
    const { lab, events } = await QuietLab.bringUp({ serial: true, topology: testTopology(), ...options });
    return new TestLab(lab, events, compareProvenance);
  }

  /** Alice writes to somebody; resolves when everything has come to rest. */
  async letter(to: string | string[], text = 'Hello there.'): Promise<string> {
    const { reply } = await this.send('mail.send', {
      from: 'alice@campus.example',
      to: typeof to === 'string' ? [to] : to,
      subject: 'A letter',
      text,
    });
    await this.lab.settled();
    return reply;
  }

  /** Local port of a door. */
  door(host: string, port: number): number {
    const door = this.lab.ready.doors.find((one) => one.host.startsWith(host) && one.port === port);
    if (!door) throw new Error(`no door leads to ${host}:${port}`);
    return door.local;
  }

  /** The letters of a mailbox, as bytes. */
  async mailbox(address: string): Promise<string[]> {
    const { letters } = await this.send('store.list', { address });
    const read = letters.map(({ uid }) => this.send('store.read', { address, uid }));
    return (await Promise.all(read)).map(({ bytes }) => bytes);
  }

  override async close(): Promise<void> {
    await this.lab.settled();
    const differences = this.#compare ? await provenanceDifferences(this.events, this.lab) : [];
    await this.lab.close('test');
    if (differences.length > 0) throw new Error(`provenance differs:\n${differences.join('\n')}`);
  }
}

/** `two-domains` with every door on any free port, so that tests run side by side. */
export function testTopology(change: (topology: Topology) => void = () => undefined): Topology {
  const topology = shippedTopology('two-domains');
  change(topology);
  return topology;
}
