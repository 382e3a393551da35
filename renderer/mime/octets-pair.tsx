// The octets of a piece twice: in hexadecimal, and as what they say. Counterpart: octet-units.ts. Rule: pointing at one
// side marks the other; by keyboard the arrows go from character to character.

import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react';

import type { ByteString } from '../../mail/bytes.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { t } from '../text/t.ts';
import { hexOf, type OctetUnit, octetUnits } from './octet-units.ts';

interface Props {
  /** The whole letter. */
  octets: ByteString;
  at: number;
  end: number;
}

const ROW = 8;

/** Begins anew with every piece: give it a key. */
export function OctetsPair({ octets, at, end }: Props) {
  const [page, setPage] = useState(0);
  const [pointed, setPointed] = useState(0);
  const size = SCREEN_LIMITS.hexOctets;
  const from = at + page * size;
  const to = Math.min(end, from + size);
  const units = useMemo(() => octetUnits(octets.slice(from, to)), [octets, from, to]);
  const chosen = units[Math.min(pointed, units.length - 1)];
  const point = (event: SyntheticEvent) => {
    const unit = (event.target as HTMLElement).closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    if (unit !== undefined) setPointed(Number(unit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ROW, ArrowUp: -ROW }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setPointed(Math.min(Math.max(pointed + by, 0), units.length - 1));
  };
  const parts = { from: from - at, to: to - at, total: end - at };
  return (
    <div className="octets">
      <div
        className="octets__pair"
        role="group"
        aria-label={t('octets.pair')}
        tabIndex={0}
        onClick={point}
        onKeyDown={onKeyDown}
      >
        <Hex units={units} from={from} chosen={chosen} />
        <pre className="octets__text">
          {units.map((unit, index) => (
            <span key={unit.at} data-unit={index} className={unit === chosen ? 'octets__chosen' : undefined}>
              {unit === chosen && unit.text === '\n' ? '\u21b5\n' : unit.text}
            </span>
          ))}
        </pre>
      </div>
      {chosen && (
        <p className="octets__named" aria-live="polite">
          {t('octets.named', {
            octet: from + chosen.at,
            hex: hexOf(chosen.octets).join(' ').toUpperCase(),
            text: nameOf(chosen),
          })}
        </p>
      )}
      {end - at > size && (
        <p className="octets__pages">
          <button type="button" className="plain-button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('octets.before')}
          </button>
          <span>{t('octets.part', parts)}</span>
          <button type="button" className="plain-button" disabled={to === end} onClick={() => setPage(page + 1)}>
            {t('octets.after')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Rows of eight octets, each with the place of its first one. */
function Hex({ units, from, chosen }: { units: readonly OctetUnit[]; from: number; chosen: OctetUnit | undefined }) {
  const cells = units.flatMap((unit, index) => hexOf(unit.octets).map((hex) => ({ hex, unit, index })));
  const rows = Array.from({ length: Math.ceil(cells.length / ROW) }, (_, row) =>
    cells.slice(row * ROW, (row + 1) * ROW),
  );
  return (
    <pre className="octets__hex">
      {rows.map((row, at) => (
        <span key={at * ROW} className="octets__row">
          <span className="octets__at">{String(from + at * ROW).padStart(6)}</span>
          {row.map(({ hex, unit, index }, column) => (
            <span
              key={`${at * ROW + column}`}
              data-unit={index}
              className={unit === chosen ? 'octets__octet octets__chosen' : 'octets__octet'}
            >
              {hex}
            </span>
          ))}
        </span>
      ))}
    </pre>
  );
}

function nameOf({ octets, text }: OctetUnit): string {
  const names: Readonly<Record<string, string>> = {
    '\r\n': t('octets.crlf'),
    '\n': t('octets.lf'),
    '\t': t('octets.tab'),
    ' ': t('octets.space'),
  };
  return names[octets] ?? text;
}
