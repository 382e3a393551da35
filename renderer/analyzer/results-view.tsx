// What servers say that they checked, and what signatures claim, in words. Counterpart: mail/auth-results.ts, mail/dkim. Rule:
// each result stands under the name that it was written in, with whether the reader trusts that; nothing is verified here.

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { fieldBelow } from '../../mail/analysis/trust.ts';
import { type AuthResult, parseAuthResults } from '../../mail/auth-results.ts';
import { parseSignature } from '../../mail/dkim/signature.ts';
import { ANALYSIS_LIMITS } from '../../mail/limits.ts';
import { t, type TextKey } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { quote } from './quote.ts';

interface Props {
  letter: ClaimedLetter;
  trusted: number;
}

export function ResultsView({ letter, trusted }: Props) {
  const { fields } = letter;
  const below = fieldBelow(letter, trusted);
  const told = fields.flatMap(({ name, value }, index) => readTold(name, value, index < below) ?? []);
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

interface Told {
  title: string;
  results: readonly AuthResult[];
}

function readTold(name: string, value: string, isAbove: boolean): Told | undefined {
  const seal = /^\s*i\s*=\s*(\d{1,3})\s*;(.*)$/is.exec(value);
  if (/^arc-authentication-results$/i.test(name) && seal) {
    const read = parseAuthResults(seal[2] ?? '');
    const id = quote(read?.authservId ?? t('analyzer.results.nobody'));
    return { title: t('analyzer.results.seal', { number: seal[1] ?? '', id }), results: read?.results ?? [] };
  }
  const title = (id: string) =>
    t(isAbove ? 'analyzer.results.believed' : 'analyzer.results.claimed', { id: quote(id) });
  if (/^received-spf$/i.test(name)) {
    const [, result = ''] = /^\s*(\w+)/.exec(value) ?? [];
    const domain =
      /\benvelope-from=["<]*[^\s;"<>]*@([^\s;">]+)/i.exec(value) ?? /\bdomain of (?:\S*@)?(\S+)/i.exec(value);
    const server = /\breceiver=([^\s;]+)/i.exec(value) ?? /\(([^\s:()]+):/.exec(value);
    const properties = domain?.[1] === undefined ? [] : [['smtp.mailfrom', domain[1]] as const];
    return {
      title: title(server?.[1] ?? t('analyzer.results.nobody')),
      results: [{ method: 'spf', result: result.toLowerCase(), properties }],
    };
  }
  if (!/^authentication-results$/i.test(name)) return undefined;
  const isNameless = /^\s*[\w-]+\s*=/.test(value);
  const read = parseAuthResults(isNameless ? `-; ${value}` : value);
  return read && { title: title(isNameless ? t('analyzer.results.nobody') : read.authservId), results: read.results };
}

/** Which property names what was proved, by method. */
const PROVED: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};

const SAID: ReadonlySet<string> = new Set(
  ['spf.pass', 'spf.fail', 'spf.softfail', 'spf.neutral', 'spf.none', 'dkim.pass', 'dkim.fail', 'dkim.none'].concat([
    'dmarc.pass',
    'dmarc.fail',
    'dmarc.none',
    'arc.pass',
    'arc.fail',
    'arc.none',
  ]),
);

function sayResult({ method, result, reason, properties }: AuthResult): string {
  const wanted = PROVED[method] ?? [];
  const value = properties.find(([name]) => wanted.includes(name.toLowerCase()))?.[1].replace(/^.*@/, '');
  const key = `${method}.${result}`;
  const said = SAID.has(key)
    ? t(`said.${key}` as TextKey, { domain: value === undefined ? t('said.noDomain') : quote(value) })
    : t('said.other', { method: quote(method), result: quote(result) });
  return reason === undefined ? said : `${said} ${t('analyzer.results.reason', { reason: quote(reason) })}`;
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
