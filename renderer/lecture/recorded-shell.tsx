// What was typed when a recording was made, in the shell's place. Counterpart: follow/shell-view.tsx draws it; a shell itself
// needs a lab that answers. Rule: read from the events that the screen has, like every view.

import { useEffect, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { ShellLines } from '../follow/shell-lines.ts';
import { ShellView } from '../follow/shell-view.tsx';
import type { History } from '../store/history.ts';
import '../follow/follow.css';

export function RecordedShell() {
  const history = useBench((state) => state.history);
  const live = useBench((state) => state.live);
  const [lines] = useState(() => new ShellLines());
  // `live` is another one whenever more was read.
  useEffect(() => lines.hear(eventsOf(history)), [lines, history, live]);
  return <ShellView lines={lines} />;
}

function eventsOf(history: History) {
  const count = Math.max(0, history.last - history.first + 1);
  return Array.from({ length: count }, (_none, at) => history.event(history.first + at)).filter(
    (event) => event !== undefined,
  );
}
