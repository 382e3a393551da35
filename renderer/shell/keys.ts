// What a terminal sends for keys, as the line editor's keys. Counterpart: line-editor.ts. Rule: pure; a sequence that
// nobody knows is nothing, never text.

import type { LineKey } from './line-editor.ts';

type KeyName = Exclude<LineKey['name'], 'insert'>;

const CONTROLS: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x01': 'home', // Ctrl-A and the rest as in any Unix shell
  '\x05': 'end',
  '\x02': 'left',
  '\x06': 'right',
  '\x10': 'up',
  '\x0e': 'down',
  '\x0b': 'cutToEnd',
  '\x15': 'cutToStart',
  '\x17': 'cutWord',
  '\x03': 'interrupt',
  '\x04': 'endOfInput',
  '\x0c': 'clear',
  '\x1d': 'escape',
};

const SEQUENCES: Readonly<Record<string, KeyName>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[3~': 'delete',
  '[1;5C': 'wordRight',
  '[1;5D': 'wordLeft',
  '[1;3C': 'wordRight',
  '[1;3D': 'wordLeft',
  b: 'wordLeft',
  f: 'wordRight',
  '\x7f': 'cutWord',
};

/** An escape sequence, a control character, or a stretch of text. */
const PIECE = /\x1b(?:[[O][0-9;]*[A-Za-z~]|[^[O])?|\p{Cc}|\P{Cc}+/gu; // oxlint-disable-line no-control-regex

export function keysOf(data: string): LineKey[] {
  return (data.match(PIECE) ?? []).flatMap((piece): LineKey[] => {
    if (!/^\p{Cc}/u.test(piece)) return [{ name: 'insert', text: piece }];
    const isSequence = piece.startsWith('\x1b');
    const sequence = piece.slice(1).replace(/^O/, '[');
    const table = isSequence ? SEQUENCES : CONTROLS;
    const wanted = isSequence ? sequence : piece;
    const name = Object.hasOwn(table, wanted) ? table[wanted] : undefined;
    return name === undefined ? [] : [{ name }];
  });
}

/** Pasted text is text: a tab completes nothing, and only line ends do something. */
export function pastedKeys(text: string): LineKey[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index): LineKey[] => {
    const typed: LineKey[] = line === '' ? [] : [{ name: 'insert', text: line }];
    return index === 0 ? typed : [{ name: 'enter' }, ...typed];
  });
}

/** As octets, one character each: what character mode sends. */
export function octetsOf(data: string): string {
  return Array.from(new TextEncoder().encode(data), (octet) => String.fromCharCode(octet)).join('');
}
