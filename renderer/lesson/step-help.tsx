// Hints, the solution, and the way on. Counterpart: lessons/panel.ts, which says what works now. Rule: the solution is
// there to be copied; nothing is typed for the learner unasked.

import type { PanelButton, PanelView } from '../../lessons/panel.ts';
import { Copyable } from '../doors/copyable.tsx';
import { t } from '../text/t.ts';
import { Words } from './prose.tsx';
import { useLessonDesk } from './use-lesson.ts';

export function StepHelp({ view }: { view: PanelView }) {
  const desk = useLessonDesk();
  const { buttons, hints, phase, solution } = view;
  const has = (button: PanelButton) => buttons.includes(button);
  const press = (kind: 'restart' | 'hint') => desk.act({ kind, at_ms: desk.now_ms() });
  const count = hints.open.length + hints.left;
  return (
    <div className="help">
      {hints.open.length > 0 && (
        <ol className="help__hints" aria-live="polite">
          {hints.open.map((hint) => (
            <li key={hint}>
              <Words text={hint} />
            </li>
          ))}
        </ol>
      )}
      {solution && (
        <div className="help__solution">
          {solution.map((line, at) => (
            <Copyable key={at} text={line} />
          ))}
        </div>
      )}
      <div className="help__links">
        {has('hint') && (
          <button type="button" className="link-button" onClick={() => press('hint')}>
            {t('lesson.hint', { number: hints.open.length + 1, count })}
          </button>
        )}
        {has('solution') && (
          <button type="button" className="link-button" onClick={() => desk.act({ kind: 'solution' })}>
            {t('panel.solution')}
          </button>
        )}
        {has('restart') && (
          <button type="button" className="link-button" onClick={() => press('restart')}>
            {t('panel.restart')}
          </button>
        )}
      </div>
      {phase === 'working' && hints.left > 0 && !hints.mayOpen && (
        <p className="lesson__soft">{t('panel.hintLater')}</p>
      )}
    </div>
  );
}

/** The way on, always in sight once it is open. */
export function StepNext({ view: { buttons, step } }: { view: PanelView }) {
  const desk = useLessonDesk();
  const kind = (['again', 'next'] as const).find((one) => buttons.includes(one));
  if (kind === undefined) return null;
  const onward = step.number === step.of ? 'panel.finish' : 'panel.next';
  return (
    <div className="lesson__next">
      <button type="button" className="help__next" onClick={() => desk.act({ kind, at_ms: desk.now_ms() })}>
        {t(kind === 'again' ? 'panel.again' : onward)}
      </button>
    </div>
  );
}
