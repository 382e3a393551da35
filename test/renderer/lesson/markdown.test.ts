// An author's Markdown: the small part of it that lessons use; everything else stays the text that it is.

import { describe, expect, it } from 'vitest';

import { blocksOf, spansOf } from '../../../renderer/lesson/markdown.ts';

describe('blocks', () => {
  it('joins the lines of a paragraph and parts paragraphs at a blank line', () => {
    expect(blocksOf('One\ntwo.\n\nThree.')).toEqual([
      { kind: 'paragraph', text: 'One two.' },
      { kind: 'paragraph', text: 'Three.' },
    ]);
  });

  it('keeps a fenced block as it is typed', () => {
    expect(blocksOf('Type:\n```\nEHLO *me*\n\n.\n```\nThen wait.')).toEqual([
      { kind: 'paragraph', text: 'Type:' },
      { kind: 'code', text: 'EHLO *me*\n\n.' },
      { kind: 'paragraph', text: 'Then wait.' },
    ]);
    expect(blocksOf('```\nnever closed')).toEqual([{ kind: 'code', text: 'never closed' }]);
  });

  it('makes lists, whose items may go on over lines', () => {
    expect(blocksOf('- one\n  more\n- two\n\n1. first\n2. second\n\nAfter.')).toEqual([
      { kind: 'list', ordered: false, items: ['one more', 'two'] },
      { kind: 'list', ordered: true, items: ['first', 'second'] },
      { kind: 'paragraph', text: 'After.' },
    ]);
  });
});

describe('spans', () => {
  /** In a shorter form: `strong(bold)`. */
  const short = (text: string) =>
    spansOf(text).map((span) => (span.kind === 'text' ? span.text : `${span.kind}(${span.text})`));

  it.each([
    ['**bold** and *em*', ['strong(bold)', ' and ', 'em(em)']],
    ['say `RCPT TO:<bob@harbor.example>`.', ['say ', 'code(RCPT TO:<bob@harbor.example>)', '.']],
    ['`**not bold**`', ['code(**not bold**)']],
    ['2 * 3 * 4 and a ` alone', ['2 * 3 * 4 and a ` alone']],
    ['<img src=x onerror=alert(1)>', ['<img src=x onerror=alert(1)>']],
    ['[a](javascript:x)', ['[a](javascript:x)']],
    ['', []],
  ])('%s', (text, spans) => expect(short(text)).toEqual(spans));
});
