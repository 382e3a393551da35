// The way to the lab that a step happens in, and back to one's own. Counterpart: lesson-labs.ts. Rule: a lab in which
// somebody worked isn't left without their word, and one button brings it back.

import { t } from '../text/t.ts';
import type { Elsewhere } from './lesson-desk-state.ts';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function OtherLab({ elsewhere }: { elsewhere: Elsewhere }) {
  const desk = useLessonDesk();
  const { way, isAsking, failure } = elsewhere;
  const { title, from } = way;
  return (
    <section className="other-lab" aria-label={t('lessonLab.heading')}>
      {isAsking ? (
        <p>{from ? t('lessonLab.ask', { title, from: from.name }) : t('lessonLab.askBack', { title })}</p>
      ) : (
        <p role={failure === '' ? 'status' : 'alert'}>{failure === '' ? t('lessonLab.opening', { title }) : failure}</p>
      )}
      {(isAsking || failure !== '') && (
        <button type="button" className="help__next" onClick={() => void desk.openLab()}>
          {t(isAsking ? 'lessonLab.open' : 'lessonLab.again')}
        </button>
      )}
    </section>
  );
}

/** Where the lessons are listed: the own lab that a lesson was left for, until one is back in it. */
export function WayBack() {
  const desk = useLessonDesk();
  const former = useLessons((state) => state.former);
  const isUnderWay = useLessons((state) => state.running !== undefined);
  if (!former || isUnderWay) return null;
  return (
    <p className="other-lab">
      {t('lessonLab.backHelp')}
      <button type="button" className="plain-button" onClick={() => void desk.goBack()}>
        {t('lessonLab.back', { name: former.name })}
      </button>
    </p>
  );
}
