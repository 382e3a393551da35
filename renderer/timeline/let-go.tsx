// What a long run has let go of on this page, and the way to all of it. Counterpart: store/history.ts forgets, the engine's
// log doesn't. Rule: nothing while everything is here; what is opened is the run as a saved session, read in pages.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';

export function LetGo() {
  const { sessions } = useBenchParts();
  const count = useBench(({ history, pages }) => (pages ? 0 : history.first - 1));
  const isLive = useBench((state) => state.link.name === 'live');
  if (count === 0) return null;
  return (
    <p className="timeline__caption">
      <span className="soft">{t('timeline.letGo', { count })}</span>
      {isLive && (
        <button
          type="button"
          className="timeline__act"
          title={t('timeline.openAll.help')}
          onClick={() => void sessions.openWhole()}
        >
          {t('timeline.openAll')}
        </button>
      )}
    </p>
  );
}
