// The lessons' place, loaded when it is first shown. Counterpart: lesson-column.tsx is what comes; app/places.tsx gives it
// the side column. Rule: whoever is quicker than the disk reads that it is coming.

import { lazy, Suspense } from 'react';

import { t } from '../text/t.ts';

const LessonColumn = lazy(async () => ({ default: (await import('./lesson-column.tsx')).LessonColumn }));

export function LessonsPlace() {
  return (
    <Suspense
      fallback={
        <p className="soft" role="status">
          {t('lessons.opening')}
        </p>
      }
    >
      <LessonColumn />
    </Suspense>
  );
}
