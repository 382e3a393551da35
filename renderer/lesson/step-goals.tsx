// What a step asks for and what was seen instead. Counterpart: lessons/checks.ts GoalView, lessons/record.ts Notice.
// Rule: a goal says why it isn't met, in the lesson's language; a notice quotes what was typed, and is spoken when it comes.

import { useContext, useEffect, useRef } from 'react';

import type { GoalView } from '../../lessons/checks.ts';
import type { Notice } from '../../lessons/record.ts';
import { say } from '../../lessons/text/say.ts';
import { t } from '../text/t.ts';
import { AuthorsLanguage, useForeign, Words } from './prose.tsx';

/** The panel shows the latest; more than that would push the goals away. */
const NOTICES_SHOWN = 2;

export function Goals({ goals }: { goals: readonly GoalView[] }) {
  const language = useContext(AuthorsLanguage);
  const foreign = useForeign();
  return (
    <section className="goals" aria-labelledby="goals-title">
      <h4 id="goals-title" className="lesson__label">
        {t('panel.goals')}
      </h4>
      <ul>
        {goals.map((goal) => (
          <li key={goal.says} className={goal.met ? 'goal goal--met' : 'goal'}>
            <span className="goal__sign" aria-hidden="true">
              {goal.met ? '\u2713' : '\u25cb'}
            </span>
            <div>
              <p>
                <span className="sr">{`${t(goal.met ? 'panel.met' : 'panel.notMet')}: `}</span>
                <Words text={goal.says} />
              </p>
              {!goal.met && (
                <p className="lesson__soft" lang={foreign}>
                  {whyNot(goal, language)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyNot({ yet, why }: GoalView, language: string | undefined): string {
  if (yet !== undefined) return yet;
  return [...new Set(why.map(({ key, params }) => say(key, params, language)))].join(' ');
}

export function Notices({ notices }: { notices: readonly Notice[] }) {
  const box = useRef<HTMLDivElement>(null);
  const latest = notices[0]?.seq;
  // What one has just typed was remarked on: the remark must not wait below the edge.
  useEffect(() => {
    if (latest !== undefined) box.current?.scrollIntoView({ block: 'nearest' });
  }, [latest]);
  return (
    <div ref={box} className="step-notices" role="log" aria-live="polite" aria-label={t('lesson.notices')}>
      {notices.slice(0, NOTICES_SHOWN).map(({ seq, id, says, quotes, rfc }) => {
        const last = quotes.findLast((quote) => quote.from === 'client' && quote.text !== '');
        return (
          <div key={`${seq}-${id}`} className="step-remark">
            <p>
              <Words text={says} />
            </p>
            <p className="lesson__soft">
              {last && (
                <>
                  {t('panel.typed')} <code>{last.text}</code>
                  {' \u00b7 '}
                </>
              )}
              {rfc}
            </p>
          </div>
        );
      })}
    </div>
  );
}
