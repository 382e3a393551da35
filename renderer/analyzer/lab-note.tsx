// That the open lab saw this letter travel, and how much of it. Counterpart: lab-letter.ts.

import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import type { LabLetter } from './lab-letter.ts';

export function LabNote({ seen: { id, fields } }: { seen: LabLetter }) {
  const { store, frame } = useBenchParts();
  const known = fields.filter((field) => field !== undefined);
  const claimed = known.filter(({ standing }) => standing === 'claimed').length;
  const unknown = fields.length - known.length;
  const show = () => {
    store.setState({ chosen: id });
    frame.setState({ place: 'lab' });
  };
  return (
    <section className="analyzer__lab" aria-labelledby="analyzer-lab">
      <h3 id="analyzer-lab">{t('analyzer.lab')}</h3>
      <p>
        {t('analyzer.lab.help', { witnessed: known.length - claimed, count: fields.length, claimed })}{' '}
        {unknown > 0 && t('analyzer.lab.unknown', { count: unknown })}
      </p>
      <button type="button" className="link-button" onClick={show}>
        {t('analyzer.lab.show')}
      </button>
    </section>
  );
}
