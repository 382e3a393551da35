// The sheet of the host that somebody chose. Counterpart: host-sheet-store.ts says which; host-drawer.tsx is what comes.
// Rule: in a moment in which there is no such host it isn't there.

import { later } from '../app/later.tsx';
import { useBench } from '../app/use-bench.ts';
import { useHostSheet } from './host-sheet-store.ts';

const HostDrawer = later(async () => (await import('./host-drawer.tsx')).HostDrawer);

export function HostSheet() {
  const name = useHostSheet((state) => state.host);
  const topology = useBench((state) => state.moment.lab.topology);
  const host = topology?.hosts.find((one) => one.name === name);
  return topology && host ? <HostDrawer host={host} topology={topology} /> : null;
}
