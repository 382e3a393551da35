// The way from a letter of the lab into the analyzer. Counterpart: source-text.ts. Rule: its header goes along, nothing of what
// the lab knows about it; the analyzer finds that by itself.

import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { analyse } from './source-text.ts';

/** `octets`: asked for when it is pressed. */
export function AnalyseButton({ octets }: { octets: () => string }) {
  const { frame } = useBenchParts();
  return (
    <button
      type="button"
      className="link-button"
      title={t('analyzer.thisLetter.help')}
      onClick={() => analyse(frame, octets())}
    >
      {t('analyzer.thisLetter')}
    </button>
  );
}
