// Above a lesson that is being written: that it is shown as it was last saved, and what is wrong with it. Counterpart:
// draft-desk.ts. Rule: problems read as `npm run lesson check` says them, so that an editor finds the place.

import { t } from '../text/t.ts';
import './draft-note.css';
import { useLessons } from './use-lesson.ts';

export function DraftNote() {
  const draft = useLessons((state) => state.draft);
  const shown = useLessons((state) => (state.shown === 'lesson' ? state.running?.lesson.head.id : undefined));
  if (!draft || (shown !== undefined && shown !== draft.id)) return null;
  const { name, id, problems } = draft;
  return (
    <section className="draft-note" aria-label={t('draft.label')}>
      <p>{t(shown === undefined ? 'draft.waits' : 'draft.shown', { name })}</p>
      <div role="status">
        {problems.length > 0 && (
          <>
            <p className="draft-note__count">{t(id === undefined ? 'draft.unread' : 'draft.problems')}</p>
            <ol className="draft-note__problems">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}
