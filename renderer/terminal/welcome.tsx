// Before the first letter: who is here, and what to do. Counterpart: inbox/compose.tsx has the button.
// Rule: an empty screen teaches by naming the next act; the hosts shown are the ones that are really listening.

import { useBench } from '../app/use-bench.ts';
import { hostView } from '../store/hosts.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import './welcome.css';

export function Welcome() {
  const topology = useBench((state) => state.moment.lab.topology);
  if (!topology) return null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title" className="welcome__title">
        {t('empty.title')}
      </h2>
      <p className="welcome__text">{t('empty.text', { count: topology.hosts.length })}</p>
      <p className="welcome__text welcome__next">{t('empty.next')}</p>
      <div className="welcome__organisations">
        {topology.organisations.map(({ id, title }) => (
          <div key={id}>
            <h3 className="welcome__organisation">{title}</h3>
            <ul>
              {topology.hosts
                .filter((host) => host.organisation === id)
                .map(({ name }) => {
                  const host = hostView(topology, name);
                  return (
                    <li key={name} className="welcome__host">
                      <HostMark host={host} size={28} />
                      <span>
                        {host.short} <span className="welcome__role">{showRole(host)}</span>
                      </span>
                    </li>
                  );
                })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
