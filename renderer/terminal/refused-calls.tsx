// Connections of this letter that never came to be: who called, where, and why nobody answered. Counterpart:
// `conn.refused` of the contract. Rule: by the letter it was for, never by guessing from names or times.

import { useBench, usePlan } from '../app/use-bench.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { RefusedCall } from '../store/dialog.ts';
import { hostView, shortName } from '../store/hosts.ts';
import { t, type TextKey } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';

const KEYS = {
  'no route': 'refused.noRoute',
  refused: 'refused.refused',
  'not registered': 'refused.refused',
  dropped: 'refused.dropped',
} as const satisfies Record<RefusedCall['problem'], TextKey>;

/** The latest few: a letter that waits for days has dozens, and they are alike. */
const SHOWN_COUNT = 3;

export function RefusedCalls({ message }: { message: MessageId }) {
  const topology = usePlan();
  const refused = useBench((state) => state.moment.dialogs.refused);
  const mine = refused.filter((one) => one.message === message).slice(-SHOWN_COUNT);
  if (mine.length === 0) return null;
  return (
    <ul className="refused">
      {mine.map(({ seq, at_ms, client, address, port, problem }) => {
        const server = topology?.hosts.find((one) => one.address === address)?.name ?? address;
        const key = KEYS[problem];
        const words: Record<string, string> = {
          client: shortName(client),
          server: server === address ? address : shortName(server),
          port: String(port),
          time: showTime(at_ms),
        };
        return (
          <li key={seq}>
            <HostMark host={hostView(topology, client)} size={18} />
            <span>{t(key, words)}</span>
          </li>
        );
      })}
    </ul>
  );
}
