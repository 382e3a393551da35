// The lessons in their places, with lines from what comes first. Counterpart: lessons/course-map.ts. Rule: on the page it
// is a list in the course's order, whichever way it looks, so it can be read by ear; the lines are decoration, each lesson
// says in words what it comes after. Arrow keys go to the neighbours, Tab passes by.

import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react';

import type { LessonHead } from '../../contract/lesson.ts';
import type { LessonProgress, Progress } from '../../contract/progress.ts';
import { type CourseMap, courseMap, type MapPlace } from '../../lessons/course-map.ts';
import { type Standing, standingOf, stepsDone } from '../../lessons/progress.ts';
import { t } from '../text/t.ts';
import { lessonSign } from './lesson-name.ts';

interface Props {
  heads: readonly LessonHead[];
  progress: Progress;
  look: 'map' | 'list';
  chosen: string | undefined;
  next: string | undefined;
  running: string | undefined;
  onChoose: (id: string) => void;
}

/** Units of the drawing a cell is wide and high, and how much of that a lesson leaves free at each side. */
const CELL = 100;
const MARGIN = 8;

export function CourseMapView({ heads, progress, look, chosen, next, running, onChoose }: Props) {
  const map = useMemo(() => courseMap(heads), [heads]);
  const list = useRef<HTMLOListElement>(null);
  const places = new Map(map.places.map((place) => [place.id, place]));
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset['lesson'];
    const to = look === 'map' ? neighbour(map, from, event.key) : inList(heads, from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-lesson="${to}"]`)?.focus();
  };
  return (
    <div
      className={`course-map course-map--${look}`}
      style={{ '--columns': map.columns, '--rows': map.rows } as CSSProperties}
    >
      <Lines map={map} places={places} chosen={chosen} />
      <ol ref={list} className="course-map__lessons" aria-labelledby="lessons-title" onKeyDown={onKeyDown}>
        {heads.map((head) => {
          const { id } = head;
          const place = places.get(id);
          return (
            <li key={id} style={place && ({ '--column': place.column + 1, '--row': place.row + 1 } as CSSProperties)}>
              <button
                type="button"
                data-lesson={id}
                className={`course-node${id === next ? ' course-node--next' : ''}`}
                aria-pressed={id === chosen}
                tabIndex={id === chosen ? 0 : -1}
                onClick={() => onChoose(id)}
              >
                <Node
                  {...{ head, heads }}
                  kept={progress.lessons[id]}
                  isNext={id === next}
                  isRunning={id === running}
                />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const SIGNS: Record<Standing, string> = { new: '\u25cb', begun: '\u25d0', done: '\u2713', known: '\u2713' };

interface NodeProps {
  head: LessonHead;
  heads: readonly LessonHead[];
  kept: LessonProgress | undefined;
  isNext: boolean;
  isRunning: boolean;
}

function Node({ head, heads, kept, isNext, isRunning }: NodeProps) {
  const { title, minutes, extra, after } = head;
  const standing = standingOf(kept);
  const before = heads.filter(({ id }) => after.includes(id)).map(lessonSign);
  const state = isRunning
    ? t('node.under way')
    : standing === 'new' && isNext
      ? t('node.next')
      : stateOf(standing, kept);
  return (
    <>
      <span className="course-node__number">{lessonSign(head)}</span>
      <span className="course-node__title">{title}</span>
      <span className="course-node__minutes">
        {t('node.minutes', { count: minutes })}
        {extra && ` \u00b7 ${t('node.extra')}`}
      </span>
      {before.length > 0 && (
        <span className="course-node__after">{t('node.after', { lessons: before.join(', ') })}</span>
      )}
      <span className={`course-node__state course-node__state--${standing}`}>
        <span aria-hidden="true">{isNext || isRunning ? '\u25b8' : SIGNS[standing]} </span>
        <span className={standing === 'new' && !isNext && !isRunning ? 'sr' : undefined}>{state}</span>
      </span>
    </>
  );
}

function stateOf(standing: Standing, kept: LessonProgress | undefined): string {
  if (standing !== 'begun') return t(`node.${standing}`);
  const count = stepsDone(kept);
  return count === 0 ? t('node.begun') : t('node.begunSteps', { count });
}

function Lines({
  map,
  places,
  chosen,
}: {
  map: CourseMap;
  places: ReadonlyMap<string, MapPlace>;
  chosen: string | undefined;
}) {
  const { columns, rows, lines } = map;
  // Those of the chosen lesson are drawn over the others.
  const ordered = lines.toSorted((one, other) => Number(isOf(one, chosen)) - Number(isOf(other, chosen)));
  return (
    <svg
      className="course-map__lines"
      viewBox={`0 0 ${columns * CELL} ${rows * CELL}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {ordered.map((line) => {
        const [from, to] = [places.get(line.from), places.get(line.to)];
        if (!from || !to) return null;
        return (
          <path
            key={`${line.from} ${line.to}`}
            className={isOf(line, chosen) ? 'course-map__line course-map__line--chosen' : 'course-map__line'}
            d={pathOf(from, to)}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

/** From the right edge of one to the left edge of the other; past lessons between them, it runs between the rows. */
function pathOf(from: MapPlace, to: MapPlace): string {
  const [x1, y1] = [(from.column + 1) * CELL - MARGIN, (from.row + 0.5) * CELL];
  const [x2, y2] = [to.column * CELL + MARGIN, (to.row + 0.5) * CELL];
  if (to.column === from.column + 1) return `M${x1} ${y1} C${x1 + MARGIN} ${y1} ${x1 + MARGIN} ${y2} ${x2} ${y2}`;
  const [left, right] = [x1 + 2 * MARGIN, x2 - 2 * MARGIN];
  const between = (to.row > from.row ? from.row + 1 : from.row) * CELL;
  const out = `C${x1 + MARGIN} ${y1} ${x1 + MARGIN} ${between} ${left} ${between}`;
  return `M${x1} ${y1} ${out} H${right} C${x2 - MARGIN} ${between} ${x2 - MARGIN} ${y2} ${x2} ${y2}`;
}

const isOf = ({ from, to }: { from: string; to: string }, id: string | undefined) => from === id || to === id;

const STEPS: Record<string, readonly [column: number, row: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest lesson in the direction of an arrow key. */
function neighbour({ places }: CourseMap, from: string | undefined, key: string): string | undefined {
  const here = places.find(({ id }) => id === from);
  const step = STEPS[key];
  if (!here || !step) return undefined;
  const [columns, rows] = step;
  const ahead = places.flatMap(({ id, column, row }) => {
    const [across, along] =
      columns === 0
        ? [Math.abs(column - here.column), (row - here.row) * rows]
        : [Math.abs(row - here.row), (column - here.column) * columns];
    return along > 0 && (columns !== 0 || across === 0) ? [{ id, cost: along * places.length + across }] : [];
  });
  return ahead.toSorted((one, other) => one.cost - other.cost)[0]?.id;
}

function inList(heads: readonly LessonHead[], from: string | undefined, key: string): string | undefined {
  const step = STEPS[key]?.[1];
  if (step === undefined || step === 0) return undefined;
  return heads[heads.findIndex(({ id }) => id === from) + step]?.id;
}
