// The lessons' place, loaded when it is first shown: the course in the bench's room, or a lesson beside the bench.
// Counterpart: app/places.tsx and app.tsx give it the room. Rule: whoever is quicker than the disk reads that it is coming.

import { lazy, Suspense } from 'react';

import { t } from '../text/t.ts';
import { useLessons } from './use-lesson.ts';

const LessonColumn = lazy(async () => ({ default: (await import('./lesson-column.tsx')).LessonColumn }));
const CoursePlace = lazy(async () => ({ default: (await import('../course/course-place.tsx')).CoursePlace }));

export function LessonsPlace() {
  const isInLesson = useLessons((state) => state.shown === 'lesson');
  return (
    <Suspense
      fallback={
        <p className="soft" role="status">
          {t('lessons.opening')}
        </p>
      }
    >
      {isInLesson ? <LessonColumn /> : <CoursePlace />}
    </Suspense>
  );
}
