// Use your own tools: every door with a command to copy. Counterpart: store/doors.ts writes the commands.
// Rule: mail first; a door that isn't at its usual port says so.

import { useBench } from '../app/use-bench.ts';
import { commandFor, type Door, telnetFor } from '../store/doors.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow } from '../theme/icons.tsx';
import { Copyable } from './copyable.tsx';
import './doors.css';

export function Doors() {
  const { lab, logins } = useBench((state) => state.live);
  return (
    <section className="doors" aria-labelledby="doors-title">
      <h2 id="doors-title" className="doors__title">
        {t('doors.title')}
      </h2>
      <p className="doors__help">{t(lab.doors.length === 0 ? 'doors.none' : 'doors.help')}</p>
      <ul>
        {inOrder(lab.doors).map((door) => {
          const commands = [commandFor(door, lab, logins), telnetFor(door)].filter((one) => one !== undefined);
          return (
            <li key={door.local} className="doors__door">
              <h3 className="doors__ends">
                <span className="sr">{t('doors.as')} </span>
                <End door={door} name={door.as} />
                <Arrow />
                <span className="sr">{t('doors.leads')} </span>
                <End door={door} name={door.host} isServer />
              </h3>
              {commands.map((command) => (
                <Copyable key={command} text={command} />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
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
    <>
      <span className="doors__end">
        <HostMark host={host} />
        <span>
          {host.short}
          {isServer && <span className="mono">:{door.port}</span>}
        </span>
      </span>
      {isServer && door.problem !== undefined && <span className="doors__moved">{t('doors.moved')}</span>}
    </>
  );
}
