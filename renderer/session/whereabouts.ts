// Where somebody was on the bench, and the way back there: whoever looks at a recorded run finds the lab as they left it.
// Counterpart: session-desk.ts. Rule: a lab that went on meanwhile is shown at the same moment; one that began anew, as it is.

import { type BenchStore, showMoment } from '../store/bench-store.ts';

/** Call the result when the lab is about to be shown again. */
export function rememberPlace(store: BenchStore): () => void {
  const { live, history, cursor, chosen, pointed } = store.getState();
  const { run } = live.lab;
  const until = history.last;
  return () => {
    const stop = store.subscribe(({ link, live: { lab }, history: read }) => {
      if (link.name === 'session' || lab.run > run) stop();
      else if (link.name === 'live' && lab.run === run && read.last >= until) {
        stop();
        store.setState({ chosen, pointed });
        showMoment(store, cursor);
      }
    });
  };
}
