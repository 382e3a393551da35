// What faults of a link do to the datagrams that cross it: the questions of a host to its name server, and the answers.
// Counterpart: faults.ts has the rules, disturbance.ts does the same to connections, dns/stub.ts waits and asks again. Rule:
// each datagram is struck for itself, for nothing tells it from the one before; what is done to it is told as a consequence
// of the question.

import type { FaultDeed, FaultStrike } from '../../contract/faults.ts';
import type { HostName, Seq, Side } from '../../contract/ids.ts';
import type { Exchange, Pending } from '../dns/stub.ts';
import type { Scope } from '../scope.ts';
import type { ActivityClock } from '../world.ts';
import type { ActiveFault, Faults } from './faults.ts';

export interface DatagramLink {
  client: HostName;
  server: HostName;
  faults: Faults;
  activity: Pick<ActivityClock, 'after'>;
  /** Writer of events about the client. */
  scope: Scope;
}

/** `exchange` over a link that faults may disturb. */
export function overLink(exchange: Exchange, link: DatagramLink): Exchange {
  return (query, transport, asked) => {
    const faults = link.faults.ofDatagrams(link.client, link.server);
    return faults.length === 0
      ? exchange(query, transport, asked)
      : disturbed(exchange, faults, link)(query, transport, asked);
  };
}

function disturbed(exchange: Exchange, faults: readonly ActiveFault[], link: DatagramLink): Exchange {
  return (query, transport, asked) => {
    const onItsWay = new Set<() => void>();
    const carry = (from: Side, octets: number, arrive: () => void) => {
      const late_ms = fate(faults, link, { from, octets, asked });
      if (late_ms === 0) arrive();
      else if (late_ms !== undefined) {
        const timer = link.activity.after(late_ms, () => {
          onItsWay.delete(stop);
          arrive();
        });
        const stop = () => timer.dispose();
        onItsWay.add(stop);
      }
    };
    const reply = new Promise<Uint8Array>((resolve, reject) => {
      carry('client', query.length, () => {
        const pending: Pending = exchange(query, transport, asked);
        onItsWay.add(() => pending.cancel());
        pending.reply.then((bytes) => carry('server', bytes.length, () => resolve(bytes)), reject);
      });
    });
    return { reply, cancel: () => onItsWay.forEach((stop) => stop()) };
  };
}

interface Datagram {
  from: Side;
  octets: number;
  asked: Seq;
}

/** How much later it arrives, in milliseconds; undefined: never. Tells what was done to it. */
function fate(
  faults: readonly ActiveFault[],
  { client, scope }: DatagramLink,
  { from, octets, asked }: Datagram,
): number | undefined {
  const tell = ({ rule }: ActiveFault, deed: FaultDeed, strike: Pick<FaultStrike, 'ms'> = {}) =>
    scope.emit('fault.struck', { rule: rule.id, deed, from, ...strike }, asked);
  let late_ms = 0;
  for (const one of faults) {
    if (!one.strikes(`${client} datagrams ${from}`)) continue;
    const { fault } = one.rule;
    switch (fault.kind) {
      case 'delay':
      case 'slow': {
        const ms = fault.kind === 'delay' ? fault.ms : Math.round((octets * 1000) / fault.octetsPerSecond);
        late_ms += ms;
        tell(one, 'delayed', { ms });
        break;
      }
      case 'blackHole':
        tell(one, 'silenced');
        return undefined;
      case 'corrupt':
        // Its checksum is wrong then, and the system that receives it throws it away (RFC 1122 section 4.1.3.4).
        tell(one, 'corrupted');
        return undefined;
      default:
        break; // there is no connection to cut, nor a line to read
    }
  }
  return late_ms;
}
