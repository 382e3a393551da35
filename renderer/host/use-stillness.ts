// Why nothing can be changed in what is shown, if so: a saved session, a moment of the past, no engine. Counterpart:
// source/source.ts. Rule: said calmly, in place of a command that fails.

import { useBench } from '../app/use-bench.ts';
import { t } from '../text/t.ts';

export function useStillness(): string | undefined {
  const link = useBench((state) => state.link.name);
  const isPast = useBench((state) => state.cursor !== undefined);
  if (link === 'session') return t('host.still.session');
  if (isPast) return t('host.still.past');
  return link === 'live' ? undefined : t('host.still.off');
}
