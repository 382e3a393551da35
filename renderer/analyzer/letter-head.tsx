// The letter as a mail program would head it, and what kind its fields say that it is. Counterpart: mail/analysis/kinds.ts.

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { readDate } from '../../mail/analysis/written-date.ts';
import { firstValue } from '../../mail/fields.ts';
import { t, type TextKey } from '../text/t.ts';
import { showClock, showList } from '../text/times.ts';
import { quote } from './quote.ts';

export function LetterHead({ letter: { fields, kinds } }: { letter: ClaimedLetter }) {
  const value = (name: string) => quote(firstValue(fields, name) ?? '');
  const date = value('Date');
  const at = readDate(firstValue(fields, 'Date') ?? '');
  const rows = [
    [t('analyzer.from'), value('From')],
    [t('analyzer.to'), value('To')],
    [t('analyzer.date'), at ? `${date} = ${showClock(at.at_ms)} UTC` : date],
  ] as const;
  return (
    <section className="analyzer__letter" aria-labelledby="analyzer-subject">
      <h3 id="analyzer-subject" className="analyzer__subject">
        {value('Subject') || t('letters.noSubject')}
      </h3>
      <dl>{rows.map(([name, text]) => text !== '' && <Row key={name} name={name} text={text} />)}</dl>
      {kinds.length > 0 && (
        <p title={t('analyzer.kinds.help')}>
          {t('analyzer.kinds')} <b>{showList(kinds.map((kind) => t(`analyzer.kind.${kind}` satisfies TextKey)))}</b>.{' '}
          <span className="soft">{t('analyzer.kinds.help')}</span>
        </p>
      )}
    </section>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
