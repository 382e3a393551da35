import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer, EventData } from '../../../contract/events.ts';
import type { Transport } from '../../../engine/dns/authority.ts';
import { NameServer } from '../../../engine/dns/server.ts';
import { noResolver } from '../../../engine/dns/no-resolver.ts';
import { StubResolver } from '../../../engine/dns/stub.ts';
import { PausableActivityClock } from '../../../engine/world/activity-clock.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { exampleZoneData } from './example-zones.ts';

const start_ms = 1_000_000;

/** A resolver, its server without sockets, and the dialogue between them as lines. */
class Desk {
  readonly lab = new RatedLabClock(start_ms, 0, () => 0);
  readonly activity = new PausableActivityClock(undefined);
  readonly server = new NameServer({ zones: exampleZoneData() });
  readonly lines: string[] = [];
  readonly answered: EventData['dns.answered'][] = [];
  /** What becomes of a reply on its way; undefined: lost. */
  onWay: (reply: Uint8Array, transport: Transport) => Uint8Array | undefined = (reply) => reply;
  cancelled = 0;
  #seq = 0;

  readonly resolver = new StubResolver({
    host: 'relay.campus.example',
    server: '198.51.100.53',
    lab: this.lab,
    activity: this.activity,
    random: new Randomness(1, 1).stream('relay.campus.example', 'dns'),
    emit: (type, data, cause) => {
      this.#seq += 1;
      if ('transport' in data)
        this.lines.push(`${this.#seq} asked ${data.name} ${data.type} ${data.transport} <- ${cause}`);
      else {
        this.answered.push(data);
        const how = [
          data.rcode,
          data.answers.length,
          ...(data.cached ? ['cached'] : []),
          ...(data.problem ? [data.problem] : []),
        ];
        this.lines.push(`${this.#seq} answered ${data.name} ${data.type}: ${how.join(' ')} <- ${cause}`);
      }
      expect(type).toBe('transport' in data ? 'dns.asked' : 'dns.answered');
      return this.#seq;
    },
    exchange: (query, transport) => {
      const reply = this.onWay(this.#serve(query, transport), transport);
      return {
        reply: reply ? Promise.resolve(reply) : new Promise(() => undefined),
        cancel: () => (this.cancelled += 1),
      };
    },
  });

  #serve(query: Uint8Array, transport: Transport): Uint8Array {
    if (transport === 'udp') return this.server.handleDatagram(query) ?? new Uint8Array();
    const stream = this.server.openStream();
    stream.push(Buffer.concat([Buffer.from([0, query.length]), query]));
    const reply = stream.next();
    return reply instanceof Uint8Array ? reply.subarray(2) : new Uint8Array();
  }

  /** Lets `ms` pass on the wire, and what waited for it happen. */
  async pass(ms: number): Promise<void> {
    this.activity.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let desk: Desk;
beforeEach(() => (desk = new Desk()));

const dataOf = (answers: readonly Answer[]): string[] => answers.map(({ data }) => data);

describe('a lookup', () => {
  test('asks, and says what led to what', async () => {
    const lookup = await desk.resolver.lookup('Harbor.Example.', 'MX', 'route', 41);
    expect(lookup).toMatchObject({ rcode: 'NOERROR', cached: false, seq: 2 });
    expect(dataOf(lookup.answers)).toEqual(['10 mx1.harbor.example.', '20 mx2.harbor.example.']);
    expect(desk.lines).toEqual(['1 asked harbor.example MX udp <- 41', '2 answered harbor.example MX: NOERROR 2 <- 1']);
  });

  test('of a long answer goes on over TCP', async () => {
    const lookup = await desk.resolver.lookup('big.harbor.example', 'TXT', 'spf');
    expect(lookup.answers[0]?.data.replaceAll(/[" ]/g, '')).toBe('k'.repeat(2048));
    expect(desk.lines).toEqual([
      '1 asked big.harbor.example TXT udp <- undefined',
      '2 asked big.harbor.example TXT tcp <- undefined',
      '3 answered big.harbor.example TXT: NOERROR 1 <- 2',
    ]);
  });

  test('follows an alias into another zone', async () => {
    const lookup = await desk.resolver.lookup('away.harbor.example', 'A', 'route', 7);
    expect(dataOf(lookup.answers)).toEqual(['relay.campus.example.', '192.0.2.26']);
    expect(desk.lines).toEqual([
      '1 asked away.harbor.example A udp <- 7',
      '2 answered away.harbor.example A: NOERROR 1 <- 1',
      '3 asked relay.campus.example A udp <- 2',
      '4 answered relay.campus.example A: NOERROR 1 <- 3',
    ]);
    expect((await desk.resolver.lookup('away.harbor.example', 'A', 'route')).cached).toBe(true);
  });

  test('of an alias to a name of nobody ends with the refusal', async () => {
    expect(await desk.resolver.lookup('out.harbor.example', 'A', 'route')).toMatchObject({ rcode: 'REFUSED', seq: 4 });
  });

  test('of a name that is none fails without asking', async () => {
    expect(await desk.resolver.lookup('a..b', 'A', 'route', 3)).toEqual({
      rcode: 'FORMERR',
      answers: [],
      cached: false,
      seq: 1,
    });
    expect(desk.lines).toEqual(['1 answered a..b A: FORMERR 0 malformed <- 3']);
  });
});

describe('what is remembered', () => {
  test('an answer, until its TTL is over in lab time', async () => {
    await desk.resolver.lookup('mx2.harbor.example', 'A', 'route');
    desk.lab.jumpTo(start_ms + 20_000);
    expect((await desk.resolver.lookup('MX2.harbor.example', 'A', 'route', 9)).answers[0]?.ttl).toBe(40);
    desk.lab.jumpTo(start_ms + 60_000);
    await desk.resolver.lookup('mx2.harbor.example', 'A', 'route');
    expect(desk.lines.slice(2)).toEqual([
      '3 answered mx2.harbor.example A: NOERROR 1 cached <- 9',
      '4 asked mx2.harbor.example A udp <- undefined',
      '5 answered mx2.harbor.example A: NOERROR 1 <- 4',
    ]);
  });

  test('that there is no such name, for as long as the SOA says', async () => {
    await desk.resolver.lookup('q.harbor.example', 'A', 'route');
    expect(await desk.resolver.lookup('q.harbor.example', 'MX', 'route')).toMatchObject({
      rcode: 'NXDOMAIN',
      cached: true,
    });
    desk.lab.jumpTo(start_ms + 300_000);
    expect((await desk.resolver.lookup('q.harbor.example', 'A', 'route')).cached).toBe(false);
  });

  test('nothing after a flush', async () => {
    await desk.resolver.lookup('mx1.harbor.example', 'A', 'route');
    desk.resolver.flush();
    expect((await desk.resolver.lookup('mx1.harbor.example', 'A', 'route')).cached).toBe(false);
  });

  test('the same question at the same time is asked once', async () => {
    const lookups = await Promise.all(
      [1, 2, 3].map(async (cause) => desk.resolver.lookup('mx1.harbor.example', 'A', 'route', cause)),
    );
    expect(lookups.map(({ cached }) => cached)).toEqual([false, true, true]);
    expect(new Set(lookups.map(({ seq }) => seq)).size).toBe(3);
    expect(desk.lines.filter((line) => line.includes('asked'))).toHaveLength(1);
  });
});

describe('a network that fails', () => {
  test('silence: three tries, five seconds apart', async () => {
    desk.onWay = () => undefined;
    const lookup = desk.resolver.lookup('mx1.harbor.example', 'A', 'route', 5);
    await desk.pass(4999);
    expect(desk.lines).toHaveLength(1);
    await desk.pass(1);
    await desk.pass(5000);
    await desk.pass(5000);
    expect(await lookup).toEqual({ rcode: 'TIMEOUT', answers: [], cached: false, seq: 4 });
    expect(desk.lines).toEqual([
      '1 asked mx1.harbor.example A udp <- 5',
      '2 asked mx1.harbor.example A udp <- 5',
      '3 asked mx1.harbor.example A udp <- 5',
      '4 answered mx1.harbor.example A: TIMEOUT 0 timeout <- 3',
    ]);
    expect(desk.cancelled).toBe(3);
  });

  test('a reply lost is asked for again', async () => {
    let lost = 1;
    desk.onWay = (reply) => (lost-- > 0 ? undefined : reply);
    const lookup = desk.resolver.lookup('mx1.harbor.example', 'A', 'route');
    await desk.pass(5000);
    expect(await lookup).toMatchObject({ rcode: 'NOERROR', seq: 3 });
  });

  test('a reply to another question is not taken', async () => {
    desk.onWay = (reply) => reply.with(0, reply[0] === 0 ? 1 : 0);
    const lookup = desk.resolver.lookup('mx1.harbor.example', 'A', 'route');
    for (let tries = 0; tries < 3; tries += 1) await desk.pass(5000);
    expect(await lookup).toMatchObject({ rcode: 'SERVFAIL', answers: [] });
    expect(desk.answered).toMatchObject([{ problem: 'malformed' }]);
    desk.onWay = (reply) => reply;
    expect((await desk.resolver.lookup('mx1.harbor.example', 'A', 'route')).rcode).toBe('NOERROR');
  });

  test('TCP that does not answer leaves the question open', async () => {
    desk.onWay = (reply, transport) => (transport === 'tcp' ? undefined : reply);
    const lookup = desk.resolver.lookup('big.harbor.example', 'TXT', 'spf');
    for (let tries = 0; tries < 3; tries += 1) {
      await desk.pass(0);
      await desk.pass(5000);
    }
    expect((await lookup).rcode).toBe('TIMEOUT');
    expect(desk.lines.map((line) => line.split(' ')[4])).toEqual(['udp', 'tcp', 'tcp', 'tcp', 'TIMEOUT']);
  });

  test('dispose ends what waits, and what comes after', async () => {
    desk.onWay = () => undefined;
    const lookup = desk.resolver.lookup('mx1.harbor.example', 'A', 'route');
    desk.resolver.dispose();
    expect((await lookup).rcode).toBe('TIMEOUT');
    expect((await desk.resolver.lookup('mx2.harbor.example', 'A', 'route')).rcode).toBe('TIMEOUT');
    expect(desk.lines.filter((line) => line.includes('asked'))).toHaveLength(1);
  });
});

test('a host without a name server is told so at once', async () => {
  const events: unknown[] = [];
  const resolver = noResolver((type, data, cause) => events.push([type, data, cause]));
  expect(await resolver.lookup('harbor.example', 'MX', 'route', 4)).toEqual({
    rcode: 'SERVFAIL',
    answers: [],
    cached: false,
    seq: 1,
  });
  const data = {
    name: 'harbor.example',
    type: 'MX',
    rcode: 'SERVFAIL',
    answers: [],
    cached: false,
    problem: 'no resolver',
  };
  expect(events).toEqual([['dns.answered', data, 4]]);
});
