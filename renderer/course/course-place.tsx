// The course in the bench's whole room, while no lesson is in front: map or list, and from there the review, the concept
// test and the pages of finished lessons. Counterpart: lesson/lessons-place.tsx decides which of the two stands here.
// Rule: one thing at a time, and always a way back to the map.

import { useEffect, useState } from 'react';

import { useLessonDesk, useLessons } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import '../lesson/lesson.css';
import './course.css';
import { ConceptTest } from './concept-test.tsx';
import { Challenges } from './challenges.tsx';
import { CourseOverview } from './course-overview.tsx';
import { LessonPage } from './lesson-page.tsx';
import { Review } from './review.tsx';
import { useProgressDesk } from './use-progress.ts';

/** What stands in the room. */
export type CourseView = { name: 'overview' | 'review' | 'test' | 'challenges' } | { name: 'page'; lesson: string };

export function CoursePlace() {
  const desk = useLessonDesk();
  const progress = useProgressDesk();
  const heads = useLessons((state) => state.heads);
  const [view, setView] = useState<CourseView>(() => ({ name: desk.store.getState().listed }));
  useEffect(() => {
    void desk.load();
    // What another window has done since is there when one looks.
    void progress.load();
  }, [desk, progress]);
  if (!heads) return <p role="status">{t('lessons.opening')}</p>;
  const onBack = () => setView({ name: 'overview' });
  switch (view.name) {
    case 'overview':
      return <CourseOverview heads={heads} onShow={setView} />;
    case 'review':
      return <Review heads={heads} onBack={onBack} />;
    case 'challenges':
      return <Challenges onBack={onBack} />;
    case 'test':
      return <ConceptTest heads={heads} onBack={onBack} />;
    case 'page':
      return <LessonPage id={view.lesson} onBack={onBack} />;
  }
}
