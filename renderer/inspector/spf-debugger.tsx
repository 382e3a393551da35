// SPF as a step debugger: the terms in the order in which they were looked at, one marked, back and forward, with the
// counters that end an evaluation. Counterpart: spf-steps.ts. Rule: the arrows of the keyboard step too; where one stands
// is said in words.

import { type KeyboardEvent, useState } from 'react';

import type { Reason } from '../../contract/events.ts';
import { SPF_LIMITS } from '../../mail/limits.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import './spf-debugger.css';
import { spfStops } from './spf-steps.ts';

export function SpfDebugger({ reasons }: { reasons: readonly Reason[] }) {
  const stops = spfStops(reasons);
  const [at, setAt] = useState(0);
  const stop = stops[Math.min(at, stops.length - 1)];
  if (!stop) return null;
  const go = (to: number) => setAt(Math.max(0, Math.min(stops.length - 1, to)));
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    go(at + by);
  };
  return (
    <div className="spf-debugger" role="group" aria-label={t('spf.title')} onKeyDown={onKey}>
      <ol className="spf-debugger__terms">
        {stops.map(({ term, depth, domain, outcome }, index) => (
          <li
            key={index}
            data-depth={Math.min(depth, 3)}
            aria-current={index === at ? 'step' : undefined}
            data-seen={index <= at}
          >
            <code title={showText(domain)}>{showText(term)}</code> {index <= at && <i>{showText(outcome)}</i>}
          </li>
        ))}
      </ol>
      <div className="spf-debugger__steps">
        <button type="button" className="plain-button" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('spf.back')}
        </button>
        <button type="button" className="plain-button" disabled={at >= stops.length - 1} onClick={() => go(at + 1)}>
          {t('spf.forward')}
        </button>
        <span role="status">{t('spf.at', { at: at + 1, count: stops.length })}</span>
      </div>
      <dl className="spf-debugger__stop">
        <dt>{t('spf.record')}</dt>
        <dd>
          <code>{showText(stop.domain)}</code> {stop.depth > 0 && t('spf.included', { depth: stop.depth })}
        </dd>
        <dt>{t('spf.asked')}</dt>
        <dd>{stop.asked === '' ? t('spf.nothing') : <code>{showText(stop.asked)}</code>}</dd>
        <dt>{t('spf.outcome')}</dt>
        <dd>{showText(stop.outcome)}</dd>
      </dl>
      <Counter label={t('spf.lookups')} value={stop.lookups} most={SPF_LIMITS.lookups} />
      <Counter label={t('spf.voids')} value={stop.voids} most={SPF_LIMITS.voids} />
    </div>
  );
}

function Counter({ label, value, most }: { label: string; value: number; most: number }) {
  return (
    <p className="spf-debugger__counter">
      <span>{label}</span>
      <meter min={0} max={most} high={most - 1} value={Math.min(value, most)} aria-label={label} />
      <b className="mono">{t('spf.of', { value, most })}</b>
    </p>
  );
}
