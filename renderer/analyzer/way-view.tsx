// The way of a letter on one clock: a row for every hop from the first to the last, its time in UTC, and a bar for how long
// it took to get there. Counterpart: mail/analysis/hops.ts. Rule: times as the hops claim them; a hop that is before the one
// before it goes backwards on the screen as well.

import { type CSSProperties, Fragment } from 'react';

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import type { Hop } from '../../mail/analysis/hops.ts';
import { readDate } from '../../mail/analysis/written-date.ts';
import { firstValue } from '../../mail/fields.ts';
import type { HostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showDay, showDuration, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import { quote } from './quote.ts';

interface Props {
  letter: ClaimedLetter;
  /** Of the hops, from the reader's end. */
  marks: readonly HostView[];
  trusted: number;
}

const DAY_MS = 86_400_000;

export function WayView({ letter, marks, trusted }: Props) {
  const { hops, fields } = letter;
  if (hops.length === 0) return null;
  const written = firstValue(fields, 'Date');
  const date = written === undefined ? undefined : readDate(written);
  const times = hops.flatMap((hop) => hop.date?.at_ms ?? []);
  const first = hops.findLast((hop) => hop.date)?.date?.at_ms;
  // A Date of last year would leave no room for the hops.
  const isNear = date !== undefined && first !== undefined && Math.abs(first - date.at_ms) < DAY_MS;
  const all = isNear ? [...times, date.at_ms] : times;
  const scale: Scale = { from: Math.min(...all), to: Math.max(...all) };
  const way = hops.map((hop, index) => ({ hop, index })).toReversed();
  return (
    <section className="way" aria-labelledby="way-title">
      <h3 id="way-title">{t('analyzer.way')}</h3>
      <p className="analyzer__help">{t('analyzer.way.help')}</p>
      <table className="way__table">
        <caption className="sr">{t('analyzer.way.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('analyzer.way.hop')}</th>
            <th scope="col">{t('analyzer.way.how')}</th>
            <th scope="col">{t('analyzer.way.at')}</th>
            <th scope="col">{t('analyzer.way.after')}</th>
            <th scope="col" className="way__clock">
              {all.length > 1 && sayLength(scale)}
            </th>
          </tr>
        </thead>
        <tbody>
          {date && (
            <tr className="way__written">
              <th scope="row">{t('analyzer.way.written')}</th>
              <td />
              <td title={t('analyzer.way.asWritten', { text: quote(written ?? '') })}>
                <Time at_ms={date.at_ms} reference_ms={first} />
              </td>
              <td />
              <td className="way__clock">{isNear && <Bar scale={scale} from={date.at_ms} to={date.at_ms} />}</td>
            </tr>
          )}
          {way.map(({ hop, index }) => (
            <Fragment key={hop.field}>
              {index === trusted - 1 && trusted < hops.length && (
                <tr className="way__trust">
                  <td colSpan={5}>
                    <span>{t('analyzer.way.trust')}</span>
                  </td>
                </tr>
              )}
              <HopRow
                hop={hop}
                mark={marks[index]}
                written={letter.fields[hop.field]?.value ?? ''}
                scale={scale}
                first={first}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Scale {
  from: number;
  to: number;
}

function sayLength({ from, to }: Scale): string {
  return from === to ? t('analyzer.way.within') : t('analyzer.way.clock', { time: showDuration(to - from) });
}

interface HopProps {
  hop: Hop;
  mark: HostView | undefined;
  /** The field's value. */
  written: string;
  scale: Scale;
  first: number | undefined;
}

function HopRow({ hop, mark, written, scale, first }: HopProps) {
  const { received, tls, software, isAuthenticated, date, delay_ms } = hop;
  const { by, with: protocol, id } = received;
  const how = [protocol, tls, isAuthenticated ? t('analyzer.way.login') : undefined, software].filter(
    (word) => word !== undefined,
  );
  const isBackwards = delay_ms !== undefined && delay_ms < 0;
  return (
    <tr>
      <th scope="row">
        <div className="way__server">
          {mark && <HostMark host={mark} size={22} />}
          <div>
            <code>{by === undefined ? t('analyzer.way.nameless') : quote(by)}</code>
            <span className="way__from">{clientOf(hop)}</span>
          </div>
        </div>
      </th>
      <td title={id === undefined ? undefined : t('analyzer.way.id', { id: quote(id) })}>
        {quote(how.join(' \u00b7 '))}
      </td>
      <td title={t('analyzer.way.asWritten', { text: quote(written.slice(written.lastIndexOf(';') + 1).trim()) })}>
        {date ? <Time at_ms={date.at_ms} reference_ms={first} /> : t('analyzer.way.noTime')}
      </td>
      <td className={isBackwards ? 'way__backwards' : ''}>{delay_ms !== undefined && sayDelay(delay_ms)}</td>
      <td className={`way__clock host-${mark?.colour ?? 'unknown'}`}>
        {date && <Bar scale={scale} from={date.at_ms - (delay_ms ?? 0)} to={date.at_ms} />}
      </td>
    </tr>
  );
}

function clientOf({ received }: Hop): string {
  const { helo, clientName, clientAddress } = received;
  const names = [helo, clientName === helo ? undefined : clientName, clientAddress && `[${clientAddress}]`];
  const client = [...new Set(names.filter((name) => name !== undefined && name !== ''))].join(' \u00b7 ');
  return client === '' ? t('analyzer.way.local') : t('analyzer.way.from', { client: quote(client) });
}

function sayDelay(delay_ms: number): string {
  if (delay_ms === 0) return t('analyzer.way.same');
  const time = showDuration(Math.abs(delay_ms));
  return t(delay_ms < 0 ? 'analyzer.way.earlier' : 'analyzer.way.later', { time });
}

/** With the day where it isn't that of the first hop. */
function Time({ at_ms, reference_ms }: { at_ms: number; reference_ms: number | undefined }) {
  const isOtherDay = reference_ms === undefined || showDay(at_ms) !== showDay(reference_ms);
  return (
    <>
      {isOtherDay && <span className="way__day">{showDay(at_ms)} </span>}
      {showTime(at_ms)}
    </>
  );
}

function Bar({ scale, from, to }: { scale: Scale; from: number; to: number }) {
  const length = Math.max(1, scale.to - scale.from);
  const place = (at: number) => `${((at - scale.from) / length) * 100}%`;
  const style = { '--from': place(Math.min(from, to)), '--long': `${(Math.abs(to - from) / length) * 100}%` };
  return <span className={to < from ? 'way__bar is-backwards' : 'way__bar'} style={style as CSSProperties} />;
}
