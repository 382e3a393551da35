// Everything that can be looked up, section by section: what lessons/reference has, and what the screen knows of commands,
// codes and fields anyway. Counterpart: reference-place.tsx shows it. To add a section: an entry of SECTIONS and its title in
// text/en-reference.ts. Rule: nothing is described twice; an explanation of a line and its entry here are one text.

import type { ReferenceEntry } from '../../lessons/reference/entry.ts';
import { PORTS } from '../../lessons/reference/ports.ts';
import { PROGRAMS } from '../../lessons/reference/programs.ts';
import { REPLY_HELP } from '../../lessons/reference/replies.ts';
import { RFCS } from '../../lessons/reference/rfcs.ts';
import { TERMS } from '../../lessons/reference/terms.ts';
import { IMAP_VERBS } from '../../mail/states/imap.ts';
import { POP3_STATES } from '../../mail/states/pop3.ts';
import { ENHANCED_CODES, REPLY_CODES } from '../../mail/smtp/reply-codes.ts';
import { SMTP_VERBS } from '../explain/smtp.ts';
import { explainLine } from '../explain/index.ts';
import { explainField, KNOWN_FIELDS } from '../explain/fields.ts';
import { EXTENSIONS } from '../explain/smtp-reply.ts';
import type { Protocol } from '../../contract/topology.ts';
import { accessEn } from '../text/explain/access.ts';
import { repliesEn } from '../text/explain/replies.ts';
import { t, type TextKey } from '../text/t.ts';

export type SectionId =
  | 'terms'
  | 'replies'
  | 'enhanced'
  | 'smtp'
  | 'extensions'
  | 'pop3'
  | 'imap'
  | 'pop3-answers'
  | 'imap-answers'
  | 'fields'
  | 'ports'
  | 'programs'
  | 'rfcs';

export interface Entry extends ReferenceEntry {
  section: SectionId;
  /** What to do about it, where somebody must. */
  cure?: string;
}

export interface Section {
  id: SectionId;
  title: TextKey;
  entries: () => Entry[];
}

const written = (section: SectionId, entries: readonly ReferenceEntry[]) => () =>
  entries.map((entry): Entry => ({ ...entry, section }));

export const SECTIONS: readonly Section[] = [
  { id: 'terms', title: 'reference.terms', entries: written('terms', TERMS) },
  { id: 'replies', title: 'reference.replies', entries: replies },
  { id: 'enhanced', title: 'reference.enhanced', entries: enhanced },
  { id: 'smtp', title: 'reference.smtp', entries: () => commands('smtp', 'smtp', SMTP_VERBS) },
  { id: 'extensions', title: 'reference.extensions', entries: extensions },
  { id: 'pop3', title: 'reference.pop3', entries: () => commands('pop3', 'pop3', pop3Verbs()) },
  { id: 'imap', title: 'reference.imap', entries: () => commands('imap', 'imap', imapVerbs()) },
  { id: 'pop3-answers', title: 'reference.pop3-answers', entries: pop3Answers },
  { id: 'imap-answers', title: 'reference.imap-answers', entries: imapAnswers },
  { id: 'fields', title: 'reference.fields', entries: fields },
  { id: 'ports', title: 'reference.ports', entries: written('ports', PORTS) },
  { id: 'programs', title: 'reference.programs', entries: written('programs', PROGRAMS) },
  { id: 'rfcs', title: 'reference.rfcs', entries: written('rfcs', RFCS) },
];

function replies(): Entry[] {
  return Object.entries(REPLY_CODES).map(([code, meaning]) => {
    const help = REPLY_HELP[Number(code)];
    const plain = `${wordsOf('class', meaning.class)} ${wordsOf('code', meaning.meaningKey)}`;
    const says = help === undefined ? plain : `${plain} ${t('reference.cause', { cause: help.cause })}`;
    const rest = help === undefined ? {} : { cure: help.cure };
    return {
      section: 'replies',
      id: code,
      term: code,
      says,
      see: ['reply-code'],
      rfc: 'RFC 5321 section 4.2',
      ...rest,
    };
  });
}

function enhanced(): Entry[] {
  return Object.entries(ENHANCED_CODES.details).map(([code, key]) => ({
    section: 'enhanced',
    id: `x.${code}`,
    term: `x.${code}`,
    also: ['2', '4', '5'].map((first) => `${first}.${code}`),
    says: t('reference.detail', { detail: wordsOf('enhanced', key) }),
    see: ['enhanced-status-code'],
    rfc: 'RFC 3463',
  }));
}

/** The catalogue's word for a key of the codes; they are held complete by a test. */
function wordsOf(kind: 'class' | 'code' | 'enhanced', key: string): string {
  const full = `${kind}.${key}`;
  return Object.hasOwn(repliesEn, full) ? t(full as keyof typeof repliesEn) : key;
}

function commands(section: SectionId, protocol: Protocol, verbs: readonly string[]): Entry[] {
  return verbs.map((verb) => {
    const text = protocol === 'imap' ? `a ${verb}` : verb;
    const { meaning, rfc } = explainLine({ protocol, from: 'client', text, isMore: false });
    const [first] = meaning;
    return {
      section,
      id: verb.toLowerCase(),
      term: verb,
      says: first === undefined ? '' : t(first.key, first.params),
      rfc,
    };
  });
}

const pop3Verbs = () => [...new Set(Object.values(POP3_STATES).flatMap((verbs) => Object.keys(verbs)))].toSorted();
const imapVerbs = () => [...new Set(Object.values(IMAP_VERBS).flat())].toSorted();

function pop3Answers(): Entry[] {
  const problems = answersOf('pop3-answers', 'pop3.err.', (word) => [word, `-ERR [${word}]`]);
  const yesAndNo = (['ok', 'err'] as const).map((word): Entry => {
    const term = word === 'ok' ? '+OK' : '-ERR';
    return { section: 'pop3-answers', id: word, term, says: t(`pop3.${word}`), rfc: 'RFC 1939 §3' };
  });
  return [...yesAndNo, ...problems.map((entry): Entry => ({ ...entry, rfc: 'RFC 2449 §8' }))];
}

/** How it went, what there is to tell, and the codes in brackets, as the explanation of a line has them. */
function imapAnswers(): Entry[] {
  const results = (['OK', 'NO', 'BAD'] as const).map((word): Entry => ({
    section: 'imap-answers',
    id: word.toLowerCase(),
    term: word,
    says: t(`imap.${word}`),
  }));
  const goOn: Entry = { section: 'imap-answers', id: 'plus', term: '+', says: t('imap.continue') };
  const news = answersOf('imap-answers', 'imap.untagged.', (word) => [`* ${word}`]);
  const codes = answersOf('imap-answers', 'imap.code.', (word) => [word, `[${word}]`]);
  const own = news.filter(({ term }) => !/(OK|NO|other)$/.test(term));
  return [...results, goOn, ...own, ...codes.map((code) => ({ ...code, id: `code-${code.id}` }))].map((entry) => ({
    ...entry,
    rfc: 'RFC 9051 §7',
  }));
}

/** The catalogue's words whose keys begin so; what the rest of a key is called, first the term. */
function answersOf(section: SectionId, begin: string, names: (word: string) => readonly string[]): Entry[] {
  return (Object.keys(accessEn) as (keyof typeof accessEn)[])
    .filter((key) => key.startsWith(begin))
    .map((key) => {
      const word = key.slice(begin.length);
      const [term = word, ...also] = names(word);
      return { section, id: word.toLowerCase(), term, also, says: t(key) };
    });
}

function extensions(): Entry[] {
  return Object.entries(EXTENSIONS).map(([keyword, rfc]) => ({
    section: 'extensions',
    id: keyword.toLowerCase(),
    term: keyword,
    says: t(`ehlo.${keyword as keyof typeof EXTENSIONS}`),
    see: ['extension'],
    rfc,
  }));
}

function fields(): Entry[] {
  return KNOWN_FIELDS.map((name) => {
    const { meaning, rfc } = explainField(name);
    const says = t(meaning.key, meaning.params);
    return { section: 'fields', id: name.toLowerCase(), term: name, says, ...(rfc === '' ? {} : { rfc }) };
  });
}
