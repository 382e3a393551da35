// Headers by hop: every field with a stripe in its writer's colour, the writer's mark, and how far to believe it.
// Counterpart: the engine's field.* events, by way of store/letter.ts. Rule: painted from provenance, never by parsing.

import type { CSSProperties } from 'react';

import { useArrival, useBench } from '../app/use-bench.ts';
import { Choosable } from '../lesson/choosable.tsx';
import { type HostView, hostView } from '../store/hosts.ts';
import { type Journey, stopsOf } from '../store/journeys.ts';
import type { HeaderLine } from '../store/letter.ts';
import { showLines } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import './headers-by-hop.css';

const STANDINGS = ['witnessed', 'verified', 'claimed'] as const;

export function HeadersByHop({ journey, header }: { journey: Journey; header: readonly HeaderLine[] }) {
  const topology = useBench((state) => state.moment.lab.topology);
  const stops = stopsOf(journey).map((stop) => stop.host);
  const latest = journey.dialogs.at(-1)?.id;
  return (
    <section aria-labelledby="headers-title">
      <h3 id="headers-title" className="headers__title">
        {t('headers.title')}
      </h3>
      <p className="headers__help">{t('headers.help')}</p>
      <ol className="headers">
        {header.map((line) => (
          <Line
            key={line.id}
            line={line}
            host={hostView(topology, line.host)}
            hop={Math.max(0, stops.indexOf(line.host))}
            conn={latest}
            message={journey.letter?.id}
          />
        ))}
      </ol>
      <h3 className="headers__title">{t('standing.title')}</h3>
      <dl className="standings">
        {STANDINGS.map((standing) => (
          <div key={standing}>
            <dt>{t(`standing.${standing}` satisfies TextKey)}</dt>
            <dd>{t(`standing.${standing}.help` satisfies TextKey)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface LineProps {
  line: HeaderLine;
  host: HostView;
  hop: number;
  conn: string | undefined;
  message: string | undefined;
}

function Line({ line, host, hop, conn, message }: LineProps) {
  const isArriving = useArrival(conn);
  const standing = t(`standing.${line.standing}` satisfies TextKey);
  const colon = line.raw.indexOf(':') + 1;
  return (
    <li
      className={`headers__line host-${host.colour}${isArriving ? ' is-arriving' : ''}`}
      style={{ '--hop': hop } as CSSProperties}
      data-field={line.name}
      data-writer={line.host}
    >
      <span className="headers__by" title={t(`standing.${line.standing}.help` satisfies TextKey)}>
        <span className="sr">{t('headers.wrote', { host: host.name, standing })}</span>
        <HostMark host={host} size={18} />
        <span aria-hidden="true">{standing}</span>
      </span>
      <code className="headers__raw">
        <Choosable token={message === undefined ? undefined : { kind: 'field', message, field: line.id }}>
          <b>{showLines(line.raw.slice(0, colon))}</b>
          {showLines(line.raw.slice(colon)).trimEnd()}
        </Choosable>
      </code>
    </li>
  );
}
