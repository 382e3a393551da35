// A lab in which visitor.example's mail goes to a server of this machine. Counterpart: scripted-server.ts. Rule: nothing
// else of two-domains is changed.

import type { Topology } from '../../contract/topology.ts';
import { testTopology } from './lab.ts';

/** Its address in the lab; its name is script.visitor.example. */
export const OUTSIDE = '198.51.100.99';

/** `local`: the port on 127.0.0.1 where it really is. */
export function topologyWithOutside(local: number): Topology {
  return testTopology(({ hosts, outwardDoors }) => {
    outwardDoors.push({ address: OUTSIDE, port: 25, local });
    hosts
      .find((host) => host.kind === 'dns')
      ?.zones['visitor.example']?.records.push(
        { name: '@', type: 'MX', preference: 10, exchange: 'script.visitor.example.' },
        { name: 'script', type: 'A', address: OUTSIDE },
      );
  });
}
