// A step that wants the shell finds it open. Counterpart: the step's `panels`.

import { useEffect } from 'react';

import type { PanelName } from '../../contract/lesson.ts';
import { useBenchParts } from '../app/use-bench.ts';

export function useShellOpen(panels: readonly PanelName[]): void {
  const { frame } = useBenchParts();
  const isWanted = panels.includes('shell');
  useEffect(() => {
    if (isWanted) frame.setState({ isShellOpen: true });
  }, [frame, isWanted]);
}
