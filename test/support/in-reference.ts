// What of a lab's events the reference has no entry for: answers of servers, commands, fields. Counterpart: renderer/reference/
// has the entries. Rule: only what a server or a server's own client says is held against it; a person may type anything.

import type { LabEvent } from '../../contract/events.ts';
import { SECTIONS, type SectionId } from '../../renderer/reference/sections.ts';

const names = (section: SectionId): ReadonlySet<string> =>
  new Set(
    SECTIONS.filter(({ id }) => id === section)
      .flatMap(({ entries }) => entries())
      .flatMap(({ term, also = [] }) => [term, ...also])
      .map((name) => name.toUpperCase()),
  );
const known = {
  replies: names('replies'),
  enhanced: names('enhanced'),
  imap: names('imap-answers'),
  pop3: names('pop3-answers'),
  fields: names('fields'),
};

/** What of one line of a server can be looked up, by the section it should be in. */
export function wordsOf(line: string): [section: keyof typeof known, word: string][] {
  const [, code, enhanced] = /^([2-5]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?/.exec(line) ?? [];
  if (code !== undefined)
    return [['replies', code], ...(enhanced === undefined ? [] : [['enhanced', enhanced] as ['enhanced', string]])];
  const [, news] = /^\* (?:\d+ )?([A-Z]+)/.exec(line) ?? [];
  const [, bracketed] = /^(?:\*|\w+) (?:OK|NO|BAD|BYE) \[([A-Z-]+)/.exec(line) ?? [];
  const [, problem] = /^-ERR \[([A-Z/-]+)\]/.exec(line) ?? [];
  return [
    ...(news === undefined || /^(OK|NO|BAD)$/.test(news) ? [] : [['imap', `* ${news}`] as ['imap', string]]),
    ...(bracketed === undefined ? [] : [['imap', bracketed] as ['imap', string]]),
    ...(problem === undefined ? [] : [['pop3', problem] as ['pop3', string]]),
  ];
}

/** What the reference doesn't have, once each. */
export function notInReference(events: readonly LabEvent[]): string[] {
  const said = events.flatMap((event): [keyof typeof known, string][] => {
    if (event.type === 'field.added') return [['fields', event.data.name]];
    return event.type === 'wire.line' && event.data.from === 'server' ? wordsOf(event.data.bytes) : [];
  });
  const missing = said.filter(([section, word]) => !known[section].has(word.toUpperCase()));
  return [...new Set(missing.map(([section, word]) => `${section}: ${word}`))];
}
