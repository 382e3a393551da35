// Which entry of the glossary a word of a text means. Counterpart: terms.ts has the entries; renderer/lesson/term-link.tsx
// shows them, schema.ts checks what lessons refer to. Rule: an abbreviation or a field's name is met as it is written, a
// common word in any case; the longest name wins, and a host's name or an address is none.

import { IMAP_VERBS } from '../../mail/states/imap.ts';
import { POP3_STATES } from '../../mail/states/pop3.ts';
import { SMTP_STATES } from '../../mail/states/smtp.ts';
import type { ReferenceEntry } from './entry.ts';
import { FIELDS } from './fields.ts';
import { PORTS } from './ports.ts';
import { TERMS } from './terms.ts';

/** Where a term is named in a text: from its first character to the one after its last. */
export interface TermUse {
  from: number;
  to: number;
  id: string;
}

/** Names that the glossary finds and that mean something else in most sentences: nobody wants them explained there. */
const EVERYDAY: ReadonlySet<string> = new Set([
  ...['signature', 'cache', 'zone', 'login', 'connection', 'dialog', 'response', 'retry', 'field', 'greeting'],
  ...['canonical', 'generic', 'transparency', 'delivery report', 'mail server', 'mail program', '<>', '/etc/aliases'],
  ...[
    'preference',
    'boundary',
    'refusal',
    'deferred',
    'relaxed',
    'simple',
    'keyword',
    'include',
    'qualifier',
    'claimed',
  ],
  ...['witnessed', 'evidence', 'weight', 'threshold', 'From', 'Sender', 'From, Sender, Reply-To', 'd=', 'next hop'],
]);

/** Names of fields and programs that are common words in lower case. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['Received', 'Sieve', 'Bcc', 'Bayes']);

const isAsWritten = (name: string) => AS_WRITTEN.has(name) || /[A-Z].*[A-Z]|[A-Z]\S*-[A-Z]/.test(name);

/** The term of that name: its own, or another one's second name. */
export function termCalled(name: string): ReferenceEntry | undefined {
  const wanted = name.toLowerCase();
  return (
    TERMS.find(({ term }) => term.toLowerCase() === wanted) ??
    TERMS.find(({ also = [] }) => also.some((one) => one.toLowerCase() === wanted))
  );
}

const VERBS: readonly (readonly [section: string, verbs: readonly string[]])[] = [
  ['smtp', Object.values(SMTP_STATES).flatMap((verbs) => Object.keys(verbs))],
  ['pop3', Object.values(POP3_STATES).flatMap((verbs) => Object.keys(verbs))],
  ['imap', Object.values(IMAP_VERBS).flat()],
];

/** Where in the reference a name leads that a lesson refers to: `terms/envelope`, `ports/25`, `pop3/retr`. */
export function referenceTo(name: string): string | undefined {
  const term = termCalled(name);
  if (term) return `terms/${term.id}`;
  const port = /^port (\d+)$/.exec(name)?.[1];
  if (port !== undefined && PORTS.some(({ id }) => id === port)) return `ports/${port}`;
  const field = Object.keys(FIELDS).find((one) => one.toLowerCase() === name.toLowerCase());
  if (field !== undefined) return `fields/${field.toLowerCase()}`;
  const section = VERBS.find(([, verbs]) => verbs.includes(name))?.[0];
  return section === undefined ? undefined : `${section}/${name.toLowerCase()}`;
}

/** Every name that `referenceTo` knows, for a suggestion. */
export const REFERENCE_NAMES: readonly string[] = [
  ...TERMS.flatMap(({ term, also = [] }) => [term, ...also]),
  ...PORTS.map(({ id }) => `port ${id}`),
  ...Object.keys(FIELDS),
  ...VERBS.flatMap(([, verbs]) => verbs),
];

const isLinked = (name: string) => !EVERYDAY.has(name);

const escaped = (name: string) => name.replaceAll(/[^\w\s]/g, '\\$&').replaceAll(' ', '\\s+');

const names = TERMS.flatMap(({ term, also = [] }) => [term, ...also].filter(isLinked));
const longestFirst = [...new Set(names)].toSorted((one, other) => other.length - one.length);
const patternOf = (some: readonly string[], flags: string) =>
  new RegExp(`(?<![\\w@./=-])(${some.map(escaped).join('|')})(?:e?s)?(?![\\w@/=-]|\\.\\w)`, flags);
const WRITTEN = patternOf(longestFirst.filter(isAsWritten), 'g');
const ANY_CASE = patternOf(
  longestFirst.filter((name) => !isAsWritten(name)),
  'gi',
);

/** Every term that a text names, in its order. */
export function termsIn(text: string): TermUse[] {
  const found = [WRITTEN, ANY_CASE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): TermUse[] => {
      const id = termCalled((match[1] ?? '').replaceAll(/\s+/g, ' '))?.id;
      return id === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, id }];
    }),
  );
  const inOrder = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
  return inOrder.filter(({ from }, at) => !inOrder.slice(0, at).some((before) => before.to > from));
}
