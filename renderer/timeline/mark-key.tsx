// What the signs of the timeline mean. Counterpart: mark-shapes.ts draws them. Rule: every sign with its word, and how many
// of them there are; it lies over the page, because no row of the timeline can spare the room.

import { type CSSProperties, type MouseEvent, useId, useState } from 'react';

import { MARK_KINDS } from '../../contract/marks.ts';
import { t } from '../text/t.ts';
import { type Mark, SIGNS } from './mark-shapes.ts';

/** Between the button and what it opens. */
const SPACE = 6;

export function MarkKey({ marks }: { marks: readonly Mark[] }) {
  const [place, setPlace] = useState<CSSProperties>({});
  const id = useId();
  const count = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind).length;
  const putAbove = ({ currentTarget }: MouseEvent) => {
    const { top, right } = currentTarget.getBoundingClientRect();
    setPlace({ bottom: innerHeight - top + SPACE, right: innerWidth - right });
  };
  return (
    <>
      <button type="button" className="timeline__act" popoverTarget={id} title={t('marks.key.help')} onClick={putAbove}>
        {t('marks.key')}
      </button>
      <div id={id} popover="auto" role="group" aria-label={t('marks.key.help')} className="timeline__key" style={place}>
        <dl className="timeline__signs">
          <div>
            <dt>
              <svg width="20" height="16" aria-hidden="true">
                <path className="timeline__key-bar" d="M1 8H19" />
                <path className="timeline__refusal" d="M13 2v12" />
              </svg>
            </dt>
            <dd>{t('marks.bar')}</dd>
          </div>
          {MARK_KINDS.map((kind) => (
            <div key={kind}>
              <dt>
                <svg width="20" height="16" aria-hidden="true">
                  <path className={`timeline__mark timeline__mark--${kind}`} d={`M10 8${SIGNS[kind]}`} />
                </svg>
              </dt>
              <dd>
                {t(`marks.${kind}`)} <span className="soft">{t('marks.count', { count: count(kind) })}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
