// Which panels of the bench are folded away: those that a lecture's stage doesn't name, and otherwise those that a lesson's step
// doesn't name, but for what the person has opened again.
// Counterpart: app/app.tsx leaves them out, folded-panels.tsx has their buttons. Rule: without a lecture or
// a lesson nothing is folded.

import type { PanelName } from '../../contract/lesson.ts';
import { useFrame } from '../app/use-bench.ts';
import type { LessonDeskState } from './lesson-desk-state.ts';
import { useLessons } from './use-lesson.ts';

/** What stands on the bench; a lesson's other panels are places and forms. */
export const BENCH_PANELS = [
  'map',
  'dialogs',
  'shell',
  'inspector',
  'timeline',
] as const satisfies readonly PanelName[];
export type BenchPanel = (typeof BENCH_PANELS)[number];

/** The panels that the step under way doesn't name. */
export function unnamedPanels({ running }: LessonDeskState): readonly BenchPanel[] {
  if (!running || running.state.phase === 'finished') return [];
  const { panels } = running.state.step.start;
  return BENCH_PANELS.filter((panel) => !panels.includes(panel));
}

/** Whether a panel is folded away now. */
export function useIsFolded(panel: BenchPanel): boolean {
  const isOffStage = useFrame(({ stage }) => stage && !stage.panels.includes(panel));
  const isFolded = useLessons((state) => unnamedPanels(state).includes(panel) && !state.unfolded.includes(panel));
  return isOffStage ?? isFolded;
}
