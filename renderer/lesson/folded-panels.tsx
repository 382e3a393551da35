// The panels that a lesson's step doesn't need, as a row of buttons below the others. Counterpart: use-folded.ts. Rule:
// what is folded away is one press from being there, and stays there until the lesson is left.

import { t } from '../text/t.ts';
import './folded-panels.css';
import { unnamedPanels } from './use-folded.ts';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function FoldedPanels() {
  const desk = useLessonDesk();
  const unnamed = useLessons((state) => unnamedPanels(state).join(' '));
  const unfolded = useLessons((state) => state.unfolded);
  if (unnamed === '') return null;
  return (
    <section className="folded" aria-label={t('folded.title')}>
      <span className="folded__title">{t('folded.title')}</span>
      {(unnamed.split(' ') as ReturnType<typeof unnamedPanels>[number][]).map((panel) => {
        const isOpen = unfolded.includes(panel);
        return (
          <button
            key={panel}
            type="button"
            className="folded__panel"
            aria-expanded={isOpen}
            onClick={() => desk.fold(panel, isOpen)}
          >
            {t(`folded.${panel}`)}
          </button>
        );
      })}
    </section>
  );
}
