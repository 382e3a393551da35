// The reference has an entry for everything that the engine can say, and for what the course speaks of. What lessons make servers
// say is asked where they are played (test/lessons/course.test.ts).

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { IMAP_COMMANDS } from '../../../engine/access/imap/commands/index.ts';
import { COMMANDS as SMTP_COMMANDS } from '../../../engine/smtp/commands/index.ts';
import { TOPOLOGIES } from '../../../engine/topologies/index.ts';
import { type Entry, SECTIONS, type SectionId } from '../../../renderer/reference/sections.ts';
import { POP3_STATES } from '../../../mail/states/pop3.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function textsBelow(folder: string, ending: string): string {
  const files = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  const wanted = files.filter((file) => file.endsWith(ending));
  return wanted.map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8')).join('\n');
}
const engine = textsBelow('engine', '.ts') + textsBelow('mail/smtp', 'replies.ts');
const course = textsBelow('lessons/course', 'lesson.md');

const entries = (section: SectionId): Entry[] => SECTIONS.find(({ id }) => id === section)?.entries() ?? [];
const names = (section: SectionId) => entries(section).flatMap(({ term, also = [] }) => [term, ...also]);
const foundIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, one = '']) => one))];
const missing = (section: SectionId, wanted: readonly string[]) => {
  const known = new Set(names(section));
  return wanted.filter((one) => !known.has(one));
};

it.each([
  ['the engine', engine],
  ['the course', course],
])('every enhanced code that %s names', (_what, text) => {
  // Not part of a longer number or an RFC's section.
  const codes = foundIn(text, /(?<![\d.]|[Ss]ections? )([245]\.\d{1,2}\.\d{1,3})(?![\d.])/g);
  expect(codes.length).toBeGreaterThan(5);
  expect(
    missing(
      'enhanced',
      codes.filter((code) => !SECTION_NUMBERS.has(code)),
    ),
  ).toEqual([]);
});
/** Told in comments of the engine: of RFC 5321 and 8601. */
const SECTION_NUMBERS: ReadonlySet<string> = new Set(['2.5.29', '2.0.192']);

it('every reply code that the engine or the course names as one', () => {
  // `reply(550, ...)`, `{ code: 550, ... }`, and beside an enhanced one in data and in prose.
  const shapes = [/\breply\(([2-5]\d\d)\b/g, /\bcode: ([2-5]\d\d)\b/g, /\b([2-5]\d\d)(?:, '|[ -])[245]\.\d{1,2}\.\d/g];
  const codes = shapes.flatMap((shape) => foundIn(`${engine}\n${course}`, shape));
  expect(codes.length).toBeGreaterThan(20);
  expect(missing('replies', codes)).toEqual([]);
});

it('every command that a server knows', () => {
  expect(missing('smtp', [...Object.keys(SMTP_COMMANDS), 'AUTH'])).toEqual([]);
  expect(missing('imap', [...IMAP_COMMANDS.keys()])).toEqual([]);
  expect(
    missing(
      'pop3',
      Object.values(POP3_STATES).flatMap((verbs) => Object.keys(verbs)),
    ),
  ).toEqual([]);
});

it('every answer of IMAP and POP3 with a code for programs', () => {
  expect(missing('imap-answers', foundIn(engine, /\bno\([^)]+, (?:\w+ \? )?'([A-Z-]+)'\)/g))).toEqual([]);
  expect(missing('pop3-answers', foundIn(engine, /\bcode\??: '(AUTH|IN-USE|SYS\/TEMP|SYS\/PERM)'/g))).toEqual([]);
});

it('every port that a shipped lab listens at', () => {
  const ports = Object.values(TOPOLOGIES).flatMap(({ hosts }) =>
    hosts.flatMap(({ listeners = [] }) => listeners.map(({ port }) => String(port))),
  );
  expect(missing('ports', [...new Set(ports)])).toEqual([]);
});
