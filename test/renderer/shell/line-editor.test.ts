import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keysOf, octetsOf, pastedKeys } from '../../../renderer/shell/keys.ts';
import {
  complete,
  emptyLine,
  KEY_NAMES,
  type LineEffect,
  type LineKey,
  type LineState,
  pressKey,
} from '../../../renderer/shell/line-editor.ts';

/** What is left after keys as a terminal sends them, `|` at the cursor, and what was to be done. */
function typing(data: string, from: LineState = emptyLine()) {
  return pressing(keysOf(data), from);
}

function pressing(keys: readonly LineKey[], from: LineState = emptyLine()) {
  let state = from;
  const effects: LineEffect[] = [];
  for (const key of keys) {
    const step = pressKey(state, key);
    state = step.state;
    if (step.effect) effects.push(step.effect);
  }
  return { state, effects, shown: `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}` };
}

describe('the line editor', () => {
  it.each([
    ['letters', 'dig', 'dig|'],
    ['left, then a letter', 'dg\x1b[Di', 'di|g'],
    ['backspace', 'digg\x7f', 'dig|'],
    ['backspace at the beginning', '\x7fx', 'x|'],
    ['delete', 'xdig\x1b[H\x1b[3~', '|dig'],
    ['delete at the end', 'dig\x1b[3~', 'dig|'],
    ['home and end', 'ig\x1b[Hd\x1b[F!', 'dig!|'],
    ['home and end as applications send them', 'ig\x1bOHd\x1bOF!', 'dig!|'],
    ['further left and right than there is', 'a\x1b[D\x1b[D\x1b[C\x1b[C\x1b[Cb', 'ab|'],
    ['a word back', 'telnet mx1 25\x1b[1;5D\x1b[1;5D', 'telnet |mx1 25'],
    ['a word forth', 'telnet mx1\x1b[H\x1b[1;5C', 'telnet| mx1'],
    ['cut a word', 'telnet mx1 25\x17\x17', 'telnet |'],
    ['cut to the beginning', 'telnet mx1\x1b[D\x15', '|1'],
    ['cut to the end', 'telnet mx1\x1b[1;5D\x0b', 'telnet |'],
    ['a letter with its mark, at once', 'e\u0301\x7f', '|'],
    ['a family', 'a👨‍👩‍👧\x1b[Db', 'ab|👨‍👩‍👧'],
    ['a sequence that nobody knows', 'a\x1b[99~\x1b[200~b', 'ab|'],
    ['Escape alone', 'a\x1b', 'a|'],
    ['Ctrl-D in a line deletes', 'ab\x1b[D\x04', 'a|'],
  ])('%s', (_name, data, shown) => {
    expect(typing(data).shown).toBe(shown);
  });

  it('sends a line whole, wherever the cursor is', () => {
    const { effects, shown } = typing('help\x1b[D\x1b[D\r');
    expect(effects).toEqual([{ name: 'submit', line: 'help' }]);
    expect(shown).toBe('|');
  });

  it('recalls what was sent, and comes back to the line that was begun', () => {
    const { state } = typing('one\rtwo\rtwo\r\r  \rthr');
    const up = '\x1b[A';
    const down = '\x1b[B';
    expect(state.history).toEqual(['one', 'two']);
    expect(typing(up, state).shown).toBe('two|');
    expect(typing(up + up, state).shown).toBe('one|');
    expect(typing(up + up + up, state).shown).toBe('one|');
    expect(typing(up + up + down, state).shown).toBe('two|');
    expect(typing(up + down, state).shown).toBe('thr|');
    expect(typing(down, state).shown).toBe('thr|');
    expect(typing(`${up}!${up}`, state).shown, 'a changed line is the last again').toBe('two|');
    expect(typing(`${up}!\r`, state).effects).toEqual([{ name: 'submit', line: 'two!' }]);
  });

  it('gives up a line at Ctrl-C, and ends at Ctrl-D in an empty one only', () => {
    expect(typing('abc\x03')).toMatchObject({ shown: '|', effects: [{ name: 'interrupt', left: 'abc' }] });
    expect(typing('\x04').effects).toEqual([{ name: 'endOfInput' }]);
    expect(typing('a\x04').effects).toEqual([]);
  });

  it('takes several pasted lines, and leaves what has no end yet', () => {
    const { effects, shown } = pressing(pastedKeys('Subject: a\tb\r\n folded\n\nEnd'));
    expect(effects).toEqual([
      { name: 'submit', line: 'Subject: a\tb' },
      { name: 'submit', line: ' folded' },
      { name: 'submit', line: '' },
    ]);
    expect(shown).toBe('End|');
  });

  it('pastes no keys: an escape sequence is text without its escape', () => {
    expect(pressing(pastedKeys('a\x1b[Ab\x03')).shown).toBe('a[Ab|');
  });

  it('holds a line as long as the engine takes, and no longer', () => {
    expect(pressing([{ name: 'insert', text: 'x'.repeat(20_000) }]).state.text).toHaveLength(16_384);
  });

  it('is never between two halves of a character, whatever is pressed', () => {
    const named = fc.constantFrom(...KEY_NAMES).map((name): LineKey => ({ name }));
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\u0301', '👩', '\u200d', '🇩', '🇪', '\n', '\x1b', '中') });
    const key = fc.oneof(
      named,
      text.map((typed): LineKey => ({ name: 'insert', text: typed })),
    );
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        const { state, effects } = pressing(keys);
        const edges = [...segmenter.segment(state.text)].map(({ index }) => index);
        expect([...edges, state.text.length]).toContain(state.cursor);
        expect(state.text).not.toMatch(/[\n\r\x1b]/); // oxlint-disable-line no-control-regex
        const enters = keys.filter(({ name }) => name === 'enter').length;
        expect(effects.filter(({ name }) => name === 'submit')).toHaveLength(enters);
      }),
    );
  });

  it('sends what was typed, letter for letter', () => {
    const words = fc.array(fc.stringMatching(/^[ -~]{0,20}$/), { maxLength: 10 });
    fc.assert(
      fc.property(words, (lines) => {
        const { effects } = typing(lines.map((line) => `${line}\r`).join(''));
        expect(effects).toEqual(lines.map((line) => ({ name: 'submit', line })));
      }),
    );
  });
});

describe('completion', () => {
  const at = (head: string) => typing(head).state;

  it.each([
    ['tel', ['telnet'], 'telnet |', []],
    ['cat sp', ['cat spool/'], 'cat spool/|', []],
    ['telnet m', ['telnet mx1', 'telnet mx2'], 'telnet mx|', []],
    ['telnet mx', ['telnet mx1', 'telnet mx2'], 'telnet mx|', ['mx1', 'mx2']],
    ['xyz', [], 'xyz|', []],
  ])('of %j by %j', (head, options, shown, choice) => {
    const { state, choice: offered } = complete(at(head), head, options);
    expect(`${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`).toBe(shown);
    expect(offered).toEqual(choice);
  });

  it('leaves what stands after the cursor', () => {
    const { state } = typing(' 25\x1b[Hhel');
    expect(complete(state, 'hel', ['help']).state.text).toBe('help  25');
  });

  it('drops an answer to a line that has changed', () => {
    expect(complete(at('dig x'), 'dig', ['dig']).state.text).toBe('dig x');
  });
});

it('character mode sends octets', () => {
  expect(octetsOf('é\x7f\r')).toBe('\xc3\xa9\x7f\r');
});
