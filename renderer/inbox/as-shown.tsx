// The letter as a mail program shows it: header, text with who is quoted, HTML under lock, attachments. Counterpart:
// shown-letter.ts. Rule: what was left out, guessed or not taken apart is said.

import { useMemo, useState } from 'react';

import { decodeBody, type MimeProblem } from '../../mail/mime.ts';
import { download } from '../session/download.ts';
import { showText } from '../store/octets.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showOctets } from '../text/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { LockedFrame } from './locked-frame.tsx';
import { wordsOfHtml } from './locked-html.ts';
import type { ShownLetter } from './shown-letter.ts';

const SHOWN_FIELDS = ['from', 'replyTo', 'to', 'cc', 'date'] as const;
const FIELD_NAMES = { from: 'From', replyTo: 'Reply-To', to: 'To', cc: 'Cc', date: 'Date' } as const;

export function AsShown({ letter, octets }: { letter: ShownLetter; octets: string }) {
  const hasText = letter.text !== '';
  const [wantsHtml, setWantsHtml] = useState(!hasText);
  const isHtml = letter.html !== undefined && wantsHtml;
  return (
    <article className="inbox__shown">
      <h3 className="inbox__kind">{t('inbox.asShown')}</h3>
      <div className="inbox__sheet">
        <h4 className="inbox__title">{letter.subject || t('letters.noSubject')}</h4>
        <dl className="inbox__fields">
          {SHOWN_FIELDS.filter((name) => letter[name] !== '').map((name) => (
            <div key={name}>
              <dt>{FIELD_NAMES[name]}</dt>
              <dd>{letter[name]}</dd>
            </div>
          ))}
        </dl>
        <Problems letter={letter} />
        {letter.html !== undefined && (
          <p className="inbox__manner">
            {t(isHtml ? 'html.shown' : hasText ? 'html.alternative' : 'html.words')}{' '}
            <button type="button" className="link-button" onClick={() => setWantsHtml(!wantsHtml)}>
              {t(isHtml ? 'html.asText' : 'html.asHtml')}
            </button>
          </p>
        )}
        {isHtml ? <LockedFrame html={letter.html ?? ''} /> : <Words letter={letter} />}
        {letter.isCut && <p className="inbox__note">{t('bulk.cut', { octets: SCREEN_LIMITS.shownOctets })}</p>}
        <Attachments letter={letter} octets={octets} />
      </div>
    </article>
  );
}

function Words({ letter }: { letter: ShownLetter }) {
  const { pieces, html } = letter;
  const words = useMemo(() => (pieces.length === 0 && html !== undefined ? wordsOfHtml(html) : ''), [pieces, html]);
  if (words !== '') return <p className="inbox__text">{showText(words)}</p>;
  if (pieces.length === 0) return <p className="inbox__note">{t('inbox.noText')}</p>;
  return pieces.map(({ depth, text }, at) =>
    depth === 0 ? (
      <p key={at} className="inbox__text">
        {text}
      </p>
    ) : (
      <blockquote key={at} className="inbox__text inbox__quote" data-depth={Math.min(depth, 4)}>
        {text}
      </blockquote>
    ),
  );
}

function Problems({ letter: { problems, unknownCharset } }: { letter: ShownLetter }) {
  const words = [
    ...problems.map((problem: MimeProblem) => t(`mime.${problem}` satisfies TextKey)),
    ...(unknownCharset === undefined ? [] : [t('inbox.unknownCharset', { charset: unknownCharset })]),
  ];
  if (words.length === 0) return null;
  return (
    <ul className="inbox__problems" aria-label={t('inbox.problems')}>
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Attachments({ letter, octets }: { letter: ShownLetter; octets: string }) {
  const { attachments } = letter;
  if (attachments.length === 0) return null;
  const shown = attachments.slice(0, SCREEN_LIMITS.shownParts);
  return (
    <section className="inbox__attached" aria-label={t('attached.title')}>
      <h5 className="inbox__kind">{t('attached.count', { count: attachments.length })}</h5>
      <ul>
        {shown.map(({ part, name, called, type, isProgram }) => (
          <li key={part.start} className="inbox__attachment">
            <span className="inbox__name">{called || name}</span>
            <span className="inbox__facts">
              {showText(type)} {'\u00b7'} {showOctets(part.size)}
            </span>
            <button
              type="button"
              className="link-button"
              aria-label={t('attached.saveOne', { name })}
              onClick={() => download(new Blob([new Uint8Array(decodeBody(part, octets))]), name)}
            >
              {t('attached.save')}
            </button>
            {isProgram && <p className="inbox__warning">{t('attached.program', { name })}</p>}
            {!isProgram && called !== '' && called !== name && (
              <p className="inbox__warning">{t('attached.renamed', { name })}</p>
            )}
          </li>
        ))}
      </ul>
      {attachments.length > shown.length && (
        <p className="inbox__note">{t('parts.more', { count: attachments.length - shown.length })}</p>
      )}
    </section>
  );
}
