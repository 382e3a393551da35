// The letters behind a number, and what was said about the chosen one at the defended server. Counterpart:
// `experiment.letters` and `experiment.dialogs`; open-run.ts shows the whole run on the bench. Rule: the list, then the
// words of the servers, then the reasons; nothing is summed up that can be read.

import { useEffect, useRef, useState } from 'react';

import type { ExperimentDialog, ExperimentLetter } from '../../contract/experiment.ts';
import type { Reason } from '../../contract/events.ts';
import { useAnswer } from '../host/use-answer.ts';
import { showText } from '../store/octets.ts';
import { shortName } from '../store/hosts.ts';
import { showActor } from '../text/actor.ts';
import { otherwiseKey, reasonKey, showPolicy } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { showDuration, showTime } from '../text/times.ts';
import { experiments, lettersOf, type OpenLetters, type Trial } from './experiment-store.ts';
import { OpenRun } from './open-run.tsx';

const MARGIN = 16; // px above the heading

export function LettersView({ open, trial }: { open: OpenLetters; trial: Trial }) {
  const { experiment } = trial;
  const { reply, problem } = useAnswer('experiment.letters', { experiment }, undefined);
  const [chosen, setChosen] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const letters = lettersOf(open, reply?.letters ?? []);
  const isRead = reply !== undefined;
  // The keyboard goes where the number led, and one sees it.
  useEffect(() => {
    const title = heading.current;
    const place = title?.closest('.app__whole');
    if (!title || !place) return;
    title.focus({ preventScroll: true });
    // Only the place moves: `scrollIntoView` would take the whole page along.
    place.scrollBy({ top: title.getBoundingClientRect().top - place.getBoundingClientRect().top - MARGIN });
  }, [isRead]);
  if (problem !== undefined) return <p className="experiment__failure">{problem}</p>;
  if (!isRead) return null;
  const letter = letters.find(({ message }) => message === chosen) ?? letters[0];
  const actor =
    open.actor === undefined
      ? t(open.isHonest ? 'experiment.wanted' : 'experiment.unwanted')
      : showActor(open.actor).title;
  return (
    <section className="trace" aria-labelledby="trace-title">
      <header className="trace__head">
        <h3 id="trace-title" ref={heading} tabIndex={-1}>
          {t('experiment.letters', { actor, side: open.side.toUpperCase(), count: letters.length })}
        </h3>
        <button type="button" className="plain-button" onClick={() => experiments.show(undefined)}>
          {t('experiment.close')}
        </button>
      </header>
      <div className="trace__columns">
        <ul className="trace__list">
          {letters.map((one) => (
            <Row key={one.message} letter={one} isChosen={one === letter} onChoose={() => setChosen(one.message)} />
          ))}
        </ul>
        {letter && <OneLetter key={letter.message} experiment={experiment} letter={letter} side={open.side} />}
      </div>
    </section>
  );
}

interface RowProps {
  letter: ExperimentLetter;
  isChosen: boolean;
  onChoose: () => void;
}

function Row({ letter, isChosen, onChoose }: RowProps) {
  const { subject, from } = letter;
  return (
    <li>
      <button type="button" className="trace__row" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
        <span className="trace__subject">{showText(subject === '' ? from : subject)}</span>
        <span className="trace__fate">{fateOf(letter)}</span>
      </button>
    </li>
  );
}

function fateOf({ fate, delay_s = 0, policy }: ExperimentLetter): string {
  const by = fate === 'stopped' && policy !== undefined ? t('experiment.by', { policy: showPolicy(policy).title }) : '';
  const late = delay_s > 0 ? t('experiment.delayed', { delay: showDuration(delay_s * 1000) }) : '';
  return [t(`experiment.fate.${fate}`), by, late].filter((part) => part !== '').join(', ');
}

interface OneProps {
  experiment: string;
  letter: ExperimentLetter;
  side: OpenLetters['side'];
}

function OneLetter({ experiment, letter, side }: OneProps) {
  const { message, from, to, tries } = letter;
  const { reply, problem } = useAnswer('experiment.dialogs', { experiment, message }, undefined);
  const dialogs = reply?.dialogs ?? [];
  return (
    <article className="trace__one" aria-label={showText(letter.subject)}>
      <dl className="trace__facts">
        <dt>{t('experiment.from')}</dt>
        <dd className="mono">{showText(from)}</dd>
        <dt>{t('experiment.to')}</dt>
        <dd className="mono">{showText(to)}</dd>
      </dl>
      <p className="small">
        {fateOf(letter)} · {t('experiment.tries', { count: tries })}
      </p>
      {problem !== undefined && <p className="experiment__failure">{problem}</p>}
      {reply && dialogs.length === 0 && <p className="soft">{t('experiment.notSaid')}</p>}
      {dialogs.map((dialog) => (
        <Dialog key={dialog.conn} dialog={dialog} />
      ))}
      {dialogs.length > 0 && (
        <OpenRun experiment={experiment} side={side} seq={letter.seq} conn={dialogs.at(-1)?.conn ?? ''} />
      )}
    </article>
  );
}

function Dialog({ dialog: { client, at_ms, lines, decisions } }: { dialog: ExperimentDialog }) {
  const last = decisions.findLast(({ verdict }) => verdict !== 'continue');
  return (
    <section className="trace__dialog">
      <h4>{t('experiment.call', { client: shortName(client), time: showTime(at_ms) })}</h4>
      <ol className="trace__lines mono">
        {lines.map(({ from, text }, at) => (
          <li key={at} className={`trace__line trace__line--${from}`}>
            <span className="trace__who" aria-hidden="true">
              {from === 'client' ? 'C' : 'S'}
            </span>
            {showText(text)}
          </li>
        ))}
      </ol>
      {last && (
        <ul className="trace__reasons">
          <li className="trace__policy">{showPolicy(last.policy).title}</li>
          {last.reasons.map((reason, at) => (
            <li key={at}>{sayReason(reason, reasonKey)}</li>
          ))}
          {(last.otherwise ?? []).map((reason, at) => (
            <li key={`otherwise${at}`} className="soft">
              {sayReason(reason, otherwiseKey)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayReason({ code, params }: Reason, keyOf: typeof reasonKey): string {
  const key = keyOf(code);
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : showText(String(value))]),
  );
  return key === undefined ? code : t(key, shown);
}
