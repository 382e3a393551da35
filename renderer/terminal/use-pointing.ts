// How a view points at a line, and leaves it again. Counterpart: store/bench-store.ts PointedLine. Rule: one line is
// pointed at in the whole bench; in a lesson, pointing is also choosing.

import { useCallback, useMemo } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { ConnId, Seq } from '../../contract/ids.ts';
import { useLessonDesk } from '../lesson/use-lesson.ts';

export function usePointing(conn: ConnId): { point: (seq: Seq) => void; leave: () => void } {
  const { store } = useBenchParts();
  const desk = useLessonDesk();
  const point = useCallback(
    (seq: Seq) => {
      store.setState({ pointed: { conn, seq } });
      if (desk.store.getState().running) desk.act({ kind: 'choose', token: { kind: 'line', seq } });
    },
    [store, desk, conn],
  );
  const leave = useCallback(() => store.setState({ pointed: undefined }), [store]);
  return useMemo(() => ({ point, leave }), [point, leave]);
}
