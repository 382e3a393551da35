// What came of the concept tests: belief by belief, before and after. Counterpart: lessons/concepts/concepts.ts. Rule: words and
// signs, no marks out of ten; what is so instead is told when both forms are behind one, and until then where it is shown.

import { useEffect, useRef, useState } from 'react';

import type { LessonHead } from '../../contract/lesson.ts';
import type { Progress } from '../../contract/progress.ts';
import { beforeAndAfter, beliefsOf, type ConceptResult, CONCEPTS, resultsOf } from '../../lessons/concepts/concepts.ts';
import { useLessonDesk } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import { showDay } from '../text/times.ts';
import { itemsOf } from './concept-forms.ts';
import { lessonName } from './lesson-name.ts';

interface Props {
  heads: readonly LessonHead[];
  progress: Progress;
  /** The focus comes here: the last question has just gone. */
  hasJustEnded: boolean;
}

const SIGNS = { right: '\u2713', wrong: '\u2717', unknown: '?', open: '\u2013' } as const;

export function ConceptTable({ heads, progress, hasJustEnded }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasJustEnded) heading.current?.focus();
  }, [hasJustEnded]);
  const shownIn = useShownIn();
  const { before, after } = beforeAndAfter(progress);
  if (!before) return null;
  const columns = [before, ...(after ? [after] : [])].map((test) => ({
    test,
    results: resultsOf(itemsOf(test.form, 'en'), test),
  }));
  return (
    <section className="concept-result" aria-labelledby="concept-result">
      <h3 id="concept-result" ref={heading} className="lesson__step" tabIndex={-1}>
        {t('concept.result')}
      </h3>
      {columns.map(({ test, results }, at) => (
        <p key={test.began_ms}>
          {t(at === 0 ? 'concept.before' : 'concept.after')}, {showDay(test.began_ms)}: {tally(results)}
        </p>
      ))}
      {!after && <p className="course__soft">{t('concept.soFar')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('concept.belief')}</th>
            <th scope="col">{t('concept.before')}</th>
            {after && <th scope="col">{t('concept.after')}</th>}
            <th scope="col">{t('concept.shownIn')}</th>
          </tr>
        </thead>
        <tbody>
          {CONCEPTS.map(([concept]) => (
            <tr key={concept}>
              <th scope="row">
                {t(`belief.${concept}`)}
                {after && <span className="concept__truth">{t(`truth.${concept}`)}</span>}
              </th>
              {columns.map(({ test, results }) => (
                <Said key={test.began_ms} result={results.find((one) => one.concept === concept)} />
              ))}
              <td>
                <Lessons
                  heads={heads.filter(({ id }) =>
                    beliefsOf(concept).some((belief) => shownIn.get(belief)?.includes(id)),
                  )}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tally(results: readonly ConceptResult[]): string {
  const count = (said: ConceptResult['said']) => results.filter((one) => one.said === said).length;
  return t('concept.tally', { right: count('right'), wrong: count('wrong'), unknown: count('unknown') });
}

function Said({ result }: { result: ConceptResult | undefined }) {
  const said = result?.said ?? 'open';
  const other =
    result?.belief !== undefined && !beliefsOf(result.concept).includes(result.belief) ? result.belief : undefined;
  return (
    <td className={`concept__said concept__said--${said}`}>
      <span aria-hidden="true">{SIGNS[said]}</span> {t(`concept.${said}`)}
      {other && <span className="concept__truth">{t(`belief.${other}`)}</span>}
    </td>
  );
}

function Lessons({ heads }: { heads: readonly LessonHead[] }) {
  const desk = useLessonDesk();
  return heads.map((head) => (
    <button
      key={head.id}
      type="button"
      className="link-button concept__lesson"
      title={head.title}
      onClick={() => void desk.open(head.id)}
    >
      {lessonName(head)}
    </button>
  ));
}

function useShownIn(): ReadonlyMap<string, readonly string[]> {
  const desk = useLessonDesk();
  const [shownIn, setShownIn] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    void desk.load().then((course) => setShownIn(course.shownIn));
  }, [desk]);
  return shownIn;
}
