// Before the first letter: what this is, and what to do. Counterpart: inbox/compose.tsx has the button, the map above
// shows who is here. Rule: an empty screen teaches by naming the next act.

import { usePlan } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import './welcome.css';

export function Welcome() {
  const topology = usePlan();
  if (!topology) return null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title" className="welcome__title">
        {t('empty.title')}
      </h2>
      <p className="welcome__text">{t('empty.text', { count: topology.hosts.length })}</p>
      <p className="welcome__text welcome__next">{t('empty.next')}</p>
    </section>
  );
}
