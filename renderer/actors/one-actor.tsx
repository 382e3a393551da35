// One sender: who it is, how much it is to write, and what its letters came to. Counterpart: contract/fold/fold-actor.ts.
// Rule: what was counted can be opened, letter by letter.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { ActorWishes } from '../../contract/actors.ts';
import type { ActorOffer } from '../../contract/answers.ts';
import type { ActorLetterState, ActorState } from '../../contract/fold/state.ts';
import { hostView, shortName } from '../store/hosts.ts';
import { showActor } from '../text/actor.ts';
import { t } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';

interface Props {
  offer: ActorOffer;
  /** What it has done so far. */
  state: ActorState | undefined;
  /** Nothing can be changed now. */
  isStill: boolean;
  onStart: (settings: ActorWishes) => void;
  onStop: () => void;
}

export function OneActor({ offer: { name, usual }, state, isStill, onStart, onStop }: Props) {
  const topology = useBench((bench) => bench.live.lab.topology);
  const [letters, setLetters] = useState(usual?.letters ?? 1);
  const [every_s, setEvery] = useState(usual?.every_s ?? 0);
  const { title, help } = showActor(name);
  const hosts = usual?.hosts ?? [];
  const isAtWork = state !== undefined && state.ended === undefined;
  return (
    <li className="actor">
      <div className="actor__head">
        <h4 className="actor__title">{title}</h4>
        <button
          type="button"
          className="plain-button"
          aria-label={t(isAtWork ? 'actors.stopNamed' : 'actors.startNamed', { actor: title })}
          disabled={isStill}
          onClick={() => (isAtWork ? onStop() : onStart({ letters, every_s }))}
        >
          {t(isAtWork ? 'actors.stop' : 'actors.start')}
        </button>
      </div>
      <p className="actor__help">{help}</p>
      <p className="actor__from">
        {hosts.slice(0, 1).map((host) => (
          <HostMark key={host} host={hostView(topology, host)} />
        ))}
        {t('actors.from', { hosts: showList(hosts.map(shortName)) })}
      </p>
      {!isAtWork && (
        <div className="actor__numbers">
          <Amount label={t('actors.letters')} least={1} value={letters} onSet={setLetters} />
          <Amount label={t('actors.every')} least={0} value={every_s} onSet={setEvery} />
        </div>
      )}
      {state && <Deeds state={state} />}
    </li>
  );
}

const MOST = 500; // what contract/actors.ts allows of letters, and more seconds than anybody watches

interface AmountProps {
  label: string;
  least: number;
  value: number;
  onSet: (value: number) => void;
}

function Amount({ label, least, value, onSet }: AmountProps) {
  return (
    <label className="actor__amount">
      {label}
      <input
        type="number"
        min={least}
        max={MOST}
        value={value}
        onChange={({ target }) => {
          const typed = Math.trunc(target.valueAsNumber);
          if (typed >= least && typed <= MOST) onSet(typed);
        }}
      />
    </label>
  );
}

/** How a letter stands, in one of the catalogue's words. */
function standingOf({ outcome, delivered, next_ms }: ActorLetterState) {
  if (delivered) return 'delivered';
  if (outcome === 'deferred' && next_ms === undefined) return 'lost';
  return outcome;
}

function Deeds({ state: { letters, ended, written } }: { state: ActorState }) {
  const { store } = useBenchParts();
  const all = Object.values(written);
  const done = { written: all.length, letters };
  const counts = Map.groupBy(all, standingOf);
  return (
    <div className="actor__deeds">
      <p role="status">{ended === undefined ? t('actors.atWork', done) : t(`actors.ended.${ended}`, done)}</p>
      <p className="actor__counts">
        {[...counts].map(([standing, some]) => t(`actors.count.${standing}`, { count: some.length })).join(' · ')}
      </p>
      {all.length > 0 && (
        <details>
          <summary className="small soft">{t('actors.letters')}</summary>
          <ul>
            {Object.entries(written).map(([number, letter]) => (
              <li key={number}>
                <button
                  type="button"
                  className="actor__letter"
                  disabled={letter.message === undefined}
                  onClick={() => store.setState({ chosen: letter.message })}
                >
                  <span className="mono">{t('actors.letter', { to: letter.to })}</span>
                  <span className="soft">
                    {t(`actors.is.${standingOf(letter)}`)}
                    {letter.reply && ` (${letter.reply.code})`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
