// Lines that wait for a person, over the whole bench: who said what to whom, and the ways to let it go. Counterpart:
// wire-desk.ts. Rule: lines of one direction go in their order, so only the first of them has buttons.

import { Fragment, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import type { HeldUnit } from '../../contract/commands.ts';
import { hostView } from '../store/hosts.ts';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { Arrow } from '../theme/icons.tsx';
import { isLessons } from './breakpoint.ts';
import { EditLine } from './edit-line.tsx';
import './held-strip.css';
import { useAttempt, useWire, useWireDesk } from './use-wire.ts';

/** More than a person can look at; the rest comes up as these go. */
const SHOWN = 4;

export function HeldStrip() {
  const held = useWire((state) => state.held);
  const desk = useWireDesk();
  const attempt = useAttempt();
  const own = held.filter(({ rule }) => !isLessons(rule));
  if (own.length === 0) return null;
  const first = own.filter(
    (unit, index) => own.findIndex((one) => one.conn === unit.conn && one.from === unit.from) === index,
  );
  const hidden = own.length - Math.min(first.length, SHOWN);
  return (
    <section className="held" aria-label={t('held.title')}>
      <div className="held__head">
        <p role="status">
          <strong>{t('held.count', { count: own.length })}</strong> {t('held.clock')}
        </p>
        {own.length > 1 && (
          <button type="button" className="plain-button" onClick={() => attempt(() => desk.releaseAll())}>
            {t('held.releaseAll')}
          </button>
        )}
      </div>
      <ul>
        {first.slice(0, SHOWN).map((unit) => (
          <HeldLine key={`${unit.conn} ${unit.from}`} unit={unit} />
        ))}
      </ul>
      {hidden > 0 && <p className="soft">{t('held.more', { count: hidden })}</p>}
    </section>
  );
}

function HeldLine({ unit }: { unit: HeldUnit }) {
  const desk = useWireDesk();
  const attempt = useAttempt();
  const [isEditing, setEditing] = useState(false);
  const topology = useBench((state) => state.live.lab.topology);
  const conn = useBench((state) => state.live.lab.conns[unit.conn]);
  const client = hostView(topology, conn?.client.host ?? '');
  const server = hostView(topology, conn?.server.host ?? '');
  const [speaker, hearer] = unit.from === 'client' ? [client, server] : [server, client];
  const [line = '', ...more] = unit.bytes.replace(/\r\n$/, '').split('\r\n');
  return (
    <li className="held__line">
      <span className="sr">{t('held.ends', { speaker: speaker.short, hearer: hearer.short })}</span>
      <span className="held__ends" aria-hidden="true">
        <HostMark host={speaker} />
        {speaker.short}
        <Arrow />
        <HostMark host={hearer} />
        {hearer.short}
      </span>
      {isEditing ? (
        <EditLine
          bytes={unit.bytes}
          onRelease={(instead) => attempt(() => desk.release(unit, instead))}
          onLeave={() => setEditing(false)}
        />
      ) : (
        <Fragment>
          <code className="held__text">
            {showLine(line, unit.secret)}
            {more.length > 0 && <span className="soft"> {t('held.lines', { count: more.length })}</span>}
          </code>
          <button
            type="button"
            className="plain-button held__release"
            onClick={() => attempt(() => desk.release(unit))}
          >
            {t('held.release')}
          </button>
          {unit.secret === undefined ? (
            <button type="button" className="plain-button" onClick={() => setEditing(true)}>
              {t('held.edit')}
            </button>
          ) : (
            <span className="soft">{t('held.secret')}</span>
          )}
        </Fragment>
      )}
    </li>
  );
}
