// The senders that act by themselves: start one, stop it, and see what became of each letter. Counterpart: `actor.*` of
// the engine. Rule: beside the map, so that one sees them at work; each letter leads to its dialogs.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { ActorOffer } from '../../contract/answers.ts';
import { useAnswer } from '../host/use-answer.ts';
import { useStillness } from '../host/use-stillness.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import './actors.css';
import { OneActor } from './one-actor.tsx';

export function Actors() {
  const { source } = useBenchParts();
  const still = useStillness();
  const topology = useBench((state) => state.live.lab.topology);
  // The fold changes it in place: that something happened is told by the moment itself.
  const { lab } = useBench((state) => state.moment);
  const [failure, setFailure] = useState('');
  // Another lab has room for others.
  const { reply, problem } = useAnswer('actor.list', {}, topology?.name);
  const ask = (asked: Promise<unknown>) =>
    void asked.then(
      () => setFailure(''),
      (error: unknown) => setFailure(describeFailure(error)),
    );
  const actors = (reply?.actors ?? []).filter(({ usual }) => usual);
  const isAtWork = Object.values(lab.actors ?? {}).some(({ ended }) => ended === undefined);
  const group = (title: string, offers: readonly ActorOffer[]) => (
    <section className="actors__group">
      <h3 className="actors__kind">{title}</h3>
      <ul>
        {offers.map((offer) => (
          <OneActor
            key={offer.name}
            offer={offer}
            state={lab.actors?.[offer.name]}
            isStill={still !== undefined}
            onStart={(settings) => ask(source.dispatch('actor.start', { actor: offer.name, settings }))}
            onStop={() => ask(source.dispatch('actor.stop', { actor: offer.name }))}
          />
        ))}
      </ul>
    </section>
  );
  return (
    <section className="actors" aria-labelledby="actors-title">
      <header className="actors__head">
        <h2 id="actors-title" className="actors__title">
          {t('actors.title')}
        </h2>
        {isAtWork && still === undefined && (
          <button type="button" className="plain-button" onClick={() => ask(source.dispatch('actor.stop', {}))}>
            {t('actors.stopAll')}
          </button>
        )}
      </header>
      <p className="actors__help">{still ?? problem ?? t('actors.help')}</p>
      {isAtWork && lab.rate === 0 && still === undefined && (
        <p role="status" className="actors__help">
          {t('actors.standing')}
        </p>
      )}
      {failure !== '' && (
        <p role="alert" className="actors__failure">
          {failure}
        </p>
      )}
      {reply && actors.length === 0 && <p className="actors__help">{t('actors.none')}</p>}
      {actors.length > 0 && (
        <>
          {group(
            t('actors.honest'),
            actors.filter(({ isHonest }) => isHonest),
          )}
          {group(
            t('actors.spam'),
            actors.filter(({ isHonest }) => !isHonest),
          )}
        </>
      )}
    </section>
  );
}
