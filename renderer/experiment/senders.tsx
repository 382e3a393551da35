// Who writes in the experiment, before anything is known. Counterpart: engine/experiment/plan.ts. Rule: an empty place
// teaches: each sender with its habit, so that one can guess.

import { showActor } from '../text/actor.ts';
import { t } from '../text/t.ts';

const HONEST = ['patient', 'newsletter', 'forwarder', 'list', 'misconfigured', 'pool'];
const SPAM = ['bot-early', 'bot-once', 'bot-bank'];

export function Senders() {
  return (
    <section className="senders" aria-labelledby="senders-title">
      <h3 id="senders-title" className="senders__title">
        {t('experiment.empty')}
      </h3>
      <p className="experiment__help">{t('experiment.emptyHelp')}</p>
      <div className="senders__groups">
        <Group title={t('experiment.wanted')} actors={HONEST} />
        <Group title={t('experiment.unwanted')} actors={SPAM} />
      </div>
    </section>
  );
}

function Group({ title, actors }: { title: string; actors: readonly string[] }) {
  return (
    <div>
      <h4 className="senders__group">{title}</h4>
      <dl className="senders__list">
        {actors.map((name) => {
          const { title: word, help } = showActor(name);
          return (
            <div key={name} className="senders__one">
              <dt>{word}</dt>
              <dd className="soft small">{help}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
