// What servers say that they checked, and what signatures claim, in words. Counterpart: mail/auth-results.ts, mail/dkim. Rule:
// each result stands under the name that it was written in, with whether the reader trusts that; nothing is verified here.

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { fieldBelow } from '../../mail/analysis/trust.ts';
import { namedServer } from '../../mail/analysis/writers.ts';
import { type AuthResult, parseAuthResults } from '../../mail/auth-results.ts';
import { parseSignature } from '../../mail/dkim/signature.ts';
import { ANALYSIS_LIMITS } from '../../mail/limits.ts';
import { parseTagList } from '../../mail/tag-list.ts';
import { entryOf } from '../explain/explanation.ts';
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

/** What a field tells, where it tells of checks. */
function readTold(name: string, value: string, isAbove: boolean): Told | undefined {
  const title = (id = t('analyzer.results.nobody')) =>
    t(isAbove ? 'analyzer.results.believed' : 'analyzer.results.claimed', { id: quote(id) });
  switch (name.toLowerCase()) {
    case 'authentication-results': {
      const isNameless = /^\s*[\w-]+\s*=/.test(value);
      const read = parseAuthResults(isNameless ? `-; ${value}` : value);
      return read && { title: title(isNameless ? undefined : read.authservId), results: read.results };
    }
    case 'received-spf':
      return receivedSpf(value, title);
    case 'arc-authentication-results':
      return sealedResults(value);
    case 'arc-seal':
      return seal(value);
    default:
      return undefined;
  }
}

/** RFC 7208 section 9.1; large systems write who checked what into the comment only. */
function receivedSpf(value: string, title: (id?: string) => string): Told {
  const [, result = ''] = /^\s*(\w+)/.exec(value) ?? [];
  const domain =
    /\benvelope-from=["<]*[^\s;"<>]*@([^\s;">]+)/i.exec(value) ?? /\bdomain of (?:\S*@)?(\S+)/i.exec(value);
  const server = namedServer({ name: 'Received-SPF', raw: '', value });
  const properties = domain?.[1] === undefined ? [] : [['smtp.mailfrom', domain[1]] as const];
  return { title: title(server), results: [{ method: 'spf', result: result.toLowerCase(), properties }] };
}

/** RFC 8617 section 4.1.1: what the server that sealed it had found. */
function sealedResults(value: string): Told | undefined {
  const [, number, rest = ''] = /^\s*i\s*=\s*(\d{1,3})\s*;(.*)$/is.exec(value) ?? [];
  const read = parseAuthResults(rest);
  if (number === undefined || !read) return undefined;
  return { title: t('analyzer.results.seal', { number, id: quote(read.authservId) }), results: read.results };
}

/** RFC 8617 section 4.1.3: who sealed it, and how it found the seals below. */
function seal(value: string): Told | undefined {
  const tags = parseTagList(value, 'skip what is broken');
  const [number, id, result] = [tags?.get('i'), tags?.get('d'), tags?.get('cv')?.toLowerCase()];
  if (number === undefined || id === undefined || result === undefined) return undefined;
  const title = t('analyzer.results.sealed', { number: quote(number), id: quote(id) });
  return { title, results: [{ method: 'cv', result, properties: [] }] };
}

/** Which property names what was proved, by method. */
const PROVED: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.helo'],
  dkim: ['header.d', 'header.i'],
  dmarc: ['header.from'],
};

/** Results that have a sentence of their own (`said.METHOD.RESULT`); `cv` is what a seal says of those below it. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  spf: ['pass', 'fail', 'softfail', 'neutral', 'none'],
  dkim: ['pass', 'fail', 'none'],
  dmarc: ['pass', 'fail', 'none'],
  arc: ['pass', 'fail', 'none'],
  cv: ['pass', 'fail', 'none'],
};

function sayResult({ method, result, reason, properties }: AuthResult): string {
  const wanted = entryOf(PROVED, method) ?? [];
  const value = properties.find(([name]) => wanted.includes(name.toLowerCase()))?.[1].replace(/^.*@/, '');
  const said = entryOf(SAID, method)?.includes(result)
    ? t(`said.${method}.${result}` as TextKey, { domain: value === undefined ? t('said.noDomain') : quote(value) })
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
