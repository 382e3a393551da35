// Terms of the glossary in lessons: each is linked where a lesson names it first, once, and what a lesson refers to is there.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test } from 'vitest';

import { referenceTo } from '../../../lessons/reference/names.ts';
import { TERMS } from '../../../lessons/reference/terms.ts';
import { Prose, Words } from '../../../renderer/lesson/prose.tsx';
import { firstUses, termsOfStep } from '../../../renderer/lesson/linked-terms.ts';
import { SECTIONS } from '../../../renderer/reference/sections.ts';
import { course } from '../../lessons/course.ts';

const sections = new Set(SECTIONS.flatMap(({ entries }) => entries().map(({ section, id }) => `${section}/${id}`)));

const NAMES = TERMS.flatMap(({ term, also = [] }) => [term, ...also]);
const escaped = (name: string) => name.replaceAll(/[^\w\s]/g, '\\$&');

/** A lesson's prose and acts as the screen draws them, step by step. */
function drawn(steps: { id: string; text: string; act: string }[]): string[] {
  const uses = firstUses(steps);
  return steps.flatMap(({ id, text, act }) => {
    const { prose, act: inAct } = termsOfStep(uses, id);
    return [
      renderToStaticMarkup(<Prose text={text} terms={prose} />),
      renderToStaticMarkup(<Words text={act} terms={inAct} />),
    ];
  });
}

const linkedIn = (html: string) => [...html.matchAll(/data-term="([^"]+)"/g)].map((match) => match[1] ?? '');

/** What is read before a link to the term: without tags, and without blocks of code. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<pre>[^]*?<\/pre>/g, ' ')
    .replaceAll(/<code>[^]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]+>/g, '');

describe.each(course.lessons)('$head.title', ({ versions }) => {
  const steps = versions[0] ?? [];
  const pieces = drawn(steps);
  const all = pieces.join('\n');

  it('links a term once', () => {
    const linked = linkedIn(all);
    expect(linked).toEqual([...new Set(linked)]);
  });

  it('links every term that it names, where it names it first', () => {
    const linked = new Set(linkedIn(all));
    for (const { id, term } of TERMS) {
      // The plainest search there is: the term itself as a word, in this case of letters or, for a common word, in any.
      const isCommon = term === term.toLowerCase() || /^[A-Z][a-z]+( [a-z]+)*$/.test(term);
      const flags = isCommon && term !== 'Received' && term !== 'Sieve' ? 'i' : '';
      const word = new RegExp(`(?<![\\w@./=-])${escaped(term)}(?![\\w@/=-]|\\.\\w)`, flags);
      // A longer name around it is that one: a "queue id" is no queue.
      const longer = NAMES.filter(
        (name) => name.length > term.length && name.toLowerCase().includes(term.toLowerCase()),
      );
      const without = (text: string) =>
        longer.reduce((rest, name) => rest.replaceAll(new RegExp(escaped(name), 'gi'), ''), text);
      const first = pieces.findIndex((html) => word.test(without(wordsOf(html))));
      if (first === -1) continue;
      expect(linked, `${id} is named and not linked`).toContain(id);
      const at = pieces.findIndex((html) => linkedIn(html).includes(id));
      expect(at, `${id} is linked after it was named`).toBeLessThanOrEqual(first);
    }
  });

  it('refers to what the reference has', () => {
    for (const { id, ref } of steps) {
      for (const name of ref.terms) {
        const to = referenceTo(name);
        expect(to === undefined ? `${id}: ${name}` : sections.has(to) || to, `${id}: ${name}`).toBe(true);
      }
    }
  });
});

test.each([
  ['The envelope names two RCPT TO.', ['envelope']],
  ['Ask for its MX records, and for AAAA.', ['mx']],
  ['It was received at mx1.harbor.example.', []],
  ['A Received line of relay.campus.example.', ['received']],
  ['MAIL FROM:<a@relay.example> and BODY=8BITMIME', ['envelope']],
  ['`EHLO` is not `EHLO me.example`, and `Message-ID:` is a field.', ['ehlo', 'message-id']],
  ['**Greylisting** and *bounces* and greylisting again.', ['greylisting', 'bounce']],
])('%s', (text, ids) => {
  const [html = ''] = drawn([{ id: 'one', text, act: '' }]);
  expect(linkedIn(html)).toEqual(ids);
});

test('no code is linked in a block, and a heading has no links', () => {
  const [html = ''] = drawn([{ id: 'one', text: '```\nEHLO visitor\nDATA\n```', act: '' }]);
  expect(linkedIn(html)).toEqual([]);
});
