// The way of a letter as a row of postmarks: each host that had it, what it is there for, and when it took it.
// Counterpart: store/journeys.ts stopsOf; the map takes this place later. Rule: the envelope keeps the order of the
// hops, slow enough to see, and the true time is written beside it.

import type { CSSProperties } from 'react';

import { useArrival, useBench } from '../app/use-bench.ts';
import { hostView, shortName } from '../store/hosts.ts';
import { durationOf, type Journey, stopsOf } from '../store/journeys.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';
import { showList, showMs, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Envelope } from '../theme/icons.tsx';
import './route.css';

export function Route({ journey }: { journey: Journey }) {
  const topology = useBench((state) => state.moment.lab.topology);
  const isArriving = useArrival(journey.dialogs[0]?.id);
  const stops = stopsOf(journey);
  const style = { '--hops': stops.length - 1 } as CSSProperties;
  return (
    <section className={isArriving ? 'route is-arriving' : 'route'} aria-labelledby="route-title" style={style}>
      <div className="route__head">
        <h2 id="route-title">{t('route.title')}</h2>
        <Outcome journey={journey} />
        <Duration journey={journey} isArriving={isArriving} />
      </div>
      <div className="route__line">
        <ol className="route__stops">
          {stops.map(({ host: name, taken_ms }, index) => {
            const host = hostView(topology, name);
            return (
              <li key={name} className="route__stop" style={{ '--hop': index } as CSSProperties}>
                <HostMark host={host} size={40} />
                <span className="route__name">{host.short}</span>
                <span className="route__role">{showRole(host)}</span>
                {taken_ms !== undefined && (
                  <span className="route__time mono">
                    <span className="sr">{t('route.time', { time: '' })}</span>
                    {showTime(taken_ms)}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
        {journey.letter && (
          <span className="route__envelope">
            <Envelope />
          </span>
        )}
      </div>
    </section>
  );
}

function Duration({ journey, isArriving }: { journey: Journey; isArriving: boolean }) {
  const ms = durationOf(journey);
  if (ms === undefined || journey.letter === undefined) return null;
  return (
    <span className="route__duration">
      {t('route.duration', { ms: showMs(ms) })}
      {isArriving && <span className="route__slower">, {t('route.slower')}</span>}
    </span>
  );
}

function Outcome({ journey: { letter, dialogs, begun } }: { journey: Journey }) {
  if (!letter) return null;
  const { status } = letter;
  if (!begun) return <p className="route__outcome">{t('route.earlier')}</p>;
  switch (status.name) {
    case 'travelling':
      return null;
    case 'delivered':
      return <p className="route__outcome">{t('route.mailbox', { mailboxes: showList(status.mailboxes) })}</p>;
    case 'partly': {
      const mailboxes = showList(status.mailboxes);
      return <p className="route__outcome">{t('route.partly', { mailboxes, host: shortName(status.host) })}</p>;
    }
    case 'waiting':
      return (
        <p className="route__outcome">
          {t('route.waiting', { host: shortName(status.host), time: showTime(status.next_ms) })}{' '}
          {status.reply !== undefined && t('route.waitingReply', { reply: status.reply })}
        </p>
      );
    case 'bounced':
      return <p className="route__outcome">{t('route.bounced', { host: shortName(status.host) })}</p>;
    case 'ended':
      if (dialogs.some((one) => one.closed_us === undefined)) return null;
      return <p className="route__outcome">{t('route.ended')}</p>;
  }
}
