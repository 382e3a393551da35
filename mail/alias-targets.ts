// What an alias, a .forward or an :include: file names: addresses, programs, files, other lists (aliases(5)).
// Counterpart: engine/mta/local-targets.ts delivers to them. Rule: hostile until read here; whatever is none of these is
// `bad` and goes nowhere.

import { splitAddress } from './address.ts';
import { TARGETS_COUNT } from './limits.ts';

export type AliasTarget =
  | { kind: 'address'; address: string }
  /** `command` as it was written, `words` as it is run. */
  | { kind: 'program'; command: string; words: string[] }
  | { kind: 'file'; path: string }
  | { kind: 'include'; path: string }
  | { kind: 'bad'; text: string };

export function aliasTargetOf(text: string): AliasTarget {
  if (/[^\x20-\x7e\x80-\xff]/.test(text)) return { kind: 'bad', text };
  if (text.startsWith('|')) {
    const command = text.slice(1).trim();
    return command === '' ? { kind: 'bad', text } : { kind: 'program', command, words: command.split(/\s+/) };
  }
  const [, include, path] = /^(:include:)?(\/.*)$/i.exec(text) ?? [];
  if (path !== undefined) return { kind: include === undefined ? 'file' : 'include', path };
  return splitAddress(text) && !/[\s<>:]/.test(text) ? { kind: 'address', address: text } : { kind: 'bad', text };
}

/**
 * The targets in the text of a .forward or an :include: file: one a line or between commas, `#` begins a comment, quotes
 * hold a program together. A name without a domain is of `domain`, `\bob` too.
 */
export function readTargets(text: string, domain: string): string[] {
  const targets: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    for (const [item] of line.matchAll(/(?:"(?:[^"\\]|\\[^])*"?|[^,"])+/g)) {
      const target = bare(item.trim(), domain);
      if (target !== '' && targets.length < TARGETS_COUNT) targets.push(target);
    }
  }
  return targets;
}

function bare(item: string, domain: string): string {
  const quoted = /^"((?:[^"\\]|\\[^])*)"$/.exec(item)?.[1]?.replace(/\\([^])/g, '$1');
  const text = (quoted ?? item).replace(/^\\/, '');
  return /^[^@\s/|:<>"]+$/.test(text) ? `${text}@${domain}` : text;
}
