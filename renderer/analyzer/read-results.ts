// The fields in which servers tell what they checked, read into sentences. Counterpart: results-view.tsx shows them,
// mail/auth-results.ts reads most. Rule: what the catalogue has no sentence for is said as it stands.

import { namedServer } from '../../mail/analysis/writers.ts';
import { type AuthResult, parseAuthResults } from '../../mail/auth-results.ts';
import type { Field } from '../../mail/fields.ts';
import { parseTagList } from '../../mail/tag-list.ts';
import { entryOf } from '../explain/explanation.ts';
import { t, type TextKey } from '../text/t.ts';
import { quote } from './quote.ts';

/** A field's results under whose they are. */
export interface Told {
  title: string;
  results: readonly AuthResult[];
}

/** What a field tells, where it tells of checks. `isAbove`: above the line of trust. */
export function readTold({ name, value }: Pick<Field, 'name' | 'value'>, isAbove: boolean): Told | undefined {
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

export function sayResult({ method, result, reason, properties }: AuthResult): string {
  const wanted = entryOf(PROVED, method) ?? [];
  const value = properties.find(([name]) => wanted.includes(name.toLowerCase()))?.[1].replace(/^.*@/, '');
  const said = entryOf(SAID, method)?.includes(result)
    ? t(`said.${method}.${result}` as TextKey, { domain: value === undefined ? t('said.noDomain') : quote(value) })
    : t('said.other', { method: quote(method), result: quote(result) });
  return reason === undefined ? said : `${said} ${t('analyzer.results.reason', { reason: quote(reason) })}`;
}
