// A letter taken apart: the tree of its parts, every field, delimiter and body of it, and their octets. Counterpart:
// mail/mime-layout.ts gives every octet a name. Rule: what is chosen on one side is marked on the other; a hostile letter
// shows so many parts and no more, and says so.

import { type CSSProperties, useMemo, useState } from 'react';

import type { ByteString } from '../../mail/bytes.ts';
import type { MimePiece } from '../../mail/mime-layout.ts';
import type { MimePart } from '../../mail/mime.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showText } from '../store/octets.ts';
import { showOctets } from '../text/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import './letter-parts.css';
import { OctetsPair } from './octets-pair.tsx';
import { PartContent } from './part-content.tsx';
import { lettersParts, type PartRow } from './part-rows.ts';

/** Begins anew with every letter: give it a key. */
export function LetterParts({ octets }: { octets: ByteString }) {
  const { pieces, rows } = useMemo(() => lettersParts(octets), [octets]);
  const [chosen, setChosen] = useState(0);
  const piece = pieces[chosen];
  const open = rows.find((row) => row.pieces.includes(chosen)) ?? rows[0];
  const shown = rows.slice(0, SCREEN_LIMITS.shownParts);
  return (
    <div className="parts">
      <ul className="parts__tree" aria-label={t('parts.tree')}>
        {shown.map((row) => (
          <PartItem
            key={`${row.section} ${row.depth} ${row.part.start}`}
            row={row}
            isOpen={row === open}
            pieces={pieces}
            chosen={chosen}
            onChoose={setChosen}
          />
        ))}
      </ul>
      {rows.length > shown.length && (
        <p className="parts__note">{t('parts.more', { count: rows.length - shown.length })}</p>
      )}
      {piece && (
        <section className="parts__piece" aria-label={t('parts.octets')}>
          <h4 className="parts__title">{titleOf(piece)}</h4>
          <p className="parts__note">{t(`parts.${piece.kind}.help` satisfies TextKey)}</p>
          <OctetsPair key={piece.at} octets={octets} at={piece.at} end={piece.end} />
          {piece.kind === 'body' && (
            <>
              <h4 className="parts__title">{t('parts.decoded', { encoding: showText(piece.part.encoding) })}</h4>
              <PartContent part={piece.part} octets={octets} />
            </>
          )}
        </section>
      )}
    </div>
  );
}

interface ItemProps {
  row: PartRow;
  isOpen: boolean;
  pieces: readonly MimePiece[];
  chosen: number;
  onChoose: (piece: number) => void;
}

function PartItem({ row, isOpen, pieces, chosen, onChoose }: ItemProps) {
  const { part, section, depth } = row;
  // What one wants to see of a part is what is in it; of a container, where it begins.
  const first = row.pieces.find((at) => pieces[at]?.kind === 'body') ?? row.pieces[0];
  return (
    <li className="parts__item" style={{ '--depth': Math.min(depth, SCREEN_LIMITS.drawnDepth) } as CSSProperties}>
      <button
        type="button"
        className="parts__part"
        aria-expanded={isOpen}
        onClick={() => first !== undefined && onChoose(first)}
      >
        <span className="parts__section">{section === '' ? t('parts.whole') : section}</span>
        <span className="parts__type">{showText(`${part.type}/${part.subtype}`)}</span>
        <span className="parts__facts">{factsOf(part).join(' \u00b7 ')}</span>
      </button>
      {part.problem !== undefined && <p className="parts__problem">{t(`mime.${part.problem}` satisfies TextKey)}</p>}
      {isOpen && (
        <ul className="parts__pieces">
          {row.pieces.slice(0, SCREEN_LIMITS.shownParts).map((at) => {
            const piece = pieces[at];
            if (!piece) return null;
            return (
              <li key={at}>
                <button
                  type="button"
                  className={`parts__choice parts__choice--${piece.kind}`}
                  aria-current={at === chosen}
                  onClick={() => onChoose(at)}
                >
                  <span>{titleOf(piece)}</span>
                  <span className="parts__range">{t('parts.range', { at: piece.at, end: piece.end })}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

function titleOf({ kind, part, field }: MimePiece): string {
  const name = field === undefined ? undefined : part.fields[field]?.name;
  return name === undefined ? t(`parts.${kind}` satisfies TextKey) : showText(name);
}

function factsOf({ params, encoding, size, disposition }: MimePart): string[] {
  const charset = params['charset'];
  return [
    ...(charset === undefined ? [] : [showText(charset)]),
    showText(encoding),
    ...(disposition === undefined ? [] : [showText(disposition.value)]),
    showOctets(size),
  ];
}
