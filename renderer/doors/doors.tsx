// Use your own tools: every door with a command to copy. Counterpart: store/doors.ts writes the commands.
// Rule: folded until asked for; a door that isn't at its usual port says so.

import { useBench } from '../app/use-bench.ts';
import { commandFor, type Door, telnetFor } from '../store/doors.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Copyable } from './copyable.tsx';
import './doors.css';

export function Doors() {
  const { lab, logins } = useBench((state) => state.live);
  if (lab.doors.length === 0) return null;
  return (
    <details className="doors">
      <summary className="doors__summary">
        <h2>{t('doors.title')}</h2>
        <span className="doors__count">{t('doors.summary', { count: lab.doors.length })}</span>
      </summary>
      <div className="doors__body">
        <p className="doors__help">{t('doors.help')}</p>
        <table className="doors__table">
          <thead>
            <tr>
              <th scope="col">{t('doors.as')}</th>
              <th scope="col">{t('doors.leads')}</th>
              <th scope="col">{t('doors.type')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(lab.doors).map((door) => {
              const commands = [commandFor(door, lab, logins), telnetFor(door)].filter((one) => one !== undefined);
              return (
                <tr key={door.local}>
                  <td>
                    <End door={door} name={door.as} />
                  </td>
                  <td>
                    <End door={door} name={door.host} isServer />
                  </td>
                  <td>
                    <div className="doors__commands">
                      {commands.map((command) => (
                        <Copyable key={command} text={command} />
                      ))}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Mail first: the name server's door is opened first, and wanted last. */
function inOrder(doors: readonly Door[]): Door[] {
  return doors.toSorted((one, other) => Number(one.service === 'dns') - Number(other.service === 'dns'));
}

function End({ door, name, isServer = false }: { door: Door; name: string; isServer?: boolean }) {
  const topology = useBench((state) => state.live.lab.topology);
  const host = hostView(topology, name);
  // The name server's door is for anybody: an outside question has no host of the lab behind it.
  if (host.role === 'unknown') return <span>{t('doors.anybody')}</span>;
  return (
    <span className="doors__end">
      <HostMark host={host} />
      <span>
        {host.short}
        {isServer && <span className="mono">:{door.port}</span>}
        {isServer && door.problem !== undefined && <span className="doors__moved">{t('doors.moved')}</span>}
      </span>
    </span>
  );
}
