// What servers say that they checked, and what signatures claim, in words. Counterpart: read-results.ts, mail/dkim. Rule:
// each result stands under the name that it was written in, with whether the reader trusts that; nothing is verified here.

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { fieldBelow } from '../../mail/analysis/trust.ts';
import { parseSignature } from '../../mail/dkim/signature.ts';
import { ANALYSIS_LIMITS } from '../../mail/limits.ts';
import { t } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { quote } from './quote.ts';
import { readTold, sayResult } from './read-results.ts';

interface Props {
  letter: ClaimedLetter;
  trusted: number;
}

export function ResultsView({ letter, trusted }: Props) {
  const { fields } = letter;
  const below = fieldBelow(letter, trusted);
  const told = fields.flatMap((field, index) => readTold(field, index < below) ?? []);
  const signatures = fields.filter(({ name }) => /^dkim-signature$/i.test(name));
  return (
    <section className="readout" aria-labelledby="results-title">
      <h3 id="results-title">{t('analyzer.results')}</h3>
      {told.length === 0 && signatures.length === 0 && <p className="analyzer__help">{t('analyzer.results.none')}</p>}
      {told.slice(0, ANALYSIS_LIMITS.signatures).map((one, index) => (
        <div key={index} className="readout__one">
          <h4>{one.title}</h4>
          <ul>
            {one.results.map((result, at) => (
              <li key={at} data-result={result.result}>
                {sayResult(result)}
              </li>
            ))}
            {one.results.length === 0 && <li>{t('analyzer.results.empty')}</li>}
          </ul>
        </div>
      ))}
      {signatures.length > 0 && (
        <div className="readout__one">
          <ul>
            {signatures.slice(0, ANALYSIS_LIMITS.signatures).map(({ value }, index) => (
              <SignatureRow key={index} value={value} />
            ))}
          </ul>
          <p className="analyzer__help">{t('analyzer.signed.unchecked')}</p>
        </div>
      )}
    </section>
  );
}

function SignatureRow({ value }: { value: string }) {
  const read = parseSignature(value);
  if (!read) return <li>{t('analyzer.signed.unread')}</li>;
  const { domain, signed, algorithm, selector } = read;
  const fields = showList([...new Set(signed)].map(quote));
  return (
    <li>
      {t('analyzer.signed', { domain: quote(domain), fields: quote(fields) })},{' '}
      {t('analyzer.signed.key', { algorithm: quote(algorithm), name: quote(`${selector}._domainkey.${domain}`) })}.
    </li>
  );
}
