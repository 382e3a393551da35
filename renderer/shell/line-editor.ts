// One line while it is typed: a state and a key give the next state and what to do about it. Counterpart: keys.ts names
// the keys, session.ts does the effects. Rule: pure; the line never holds a line end, and the cursor stands between
// characters as a person counts them.

export interface LineState {
  text: string;
  /** Where the cursor stands, in UTF-16 units, always at the edge of a character. */
  cursor: number;
  /** Lines that were sent, oldest first. */
  history: readonly string[];
  /** The line of the history that is shown; undefined in a line of one's own. */
  recalled: number | undefined;
  /** One's own line, while one of the history is shown. */
  draft: string;
}

export type LineKey = { name: 'insert'; text: string } | { name: (typeof KEY_NAMES)[number] };

export const KEY_NAMES = [
  'enter',
  'tab',
  'backspace',
  'delete',
  'left',
  'right',
  'wordLeft',
  'wordRight',
  'home',
  'end',
  'up',
  'down',
  'cutToStart',
  'cutToEnd',
  'cutWord',
  'interrupt',
  'endOfInput',
  'clear',
  'escape',
] as const;

export type LineEffect =
  | { name: 'submit'; line: string }
  /** What could the line become that begins so? */
  | { name: 'complete'; head: string }
  /** `left` was typed and is given up. */
  | { name: 'interrupt'; left: string }
  | { name: 'endOfInput' }
  | { name: 'clear' }
  /** Telnet's Ctrl-], which works in the middle of a line. */
  | { name: 'escape' };

export interface LineStep {
  state: LineState;
  effect?: LineEffect;
}

/** As many as a person scrolls back through. */
const HISTORY_LINES = 200;
/** contract/commands.ts takes no longer line. */
const LINE_CHARACTERS = 16_384;
const NOT_IN_A_LINE = /[^\P{Cc}\t]/gu;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function emptyLine(history: readonly string[] = []): LineState {
  return { text: '', cursor: 0, history, recalled: undefined, draft: '' };
}

export function pressKey(state: LineState, key: LineKey): LineStep {
  const { text, cursor } = state;
  switch (key.name) {
    case 'insert':
      return { state: inserted(state, key.text) };
    case 'backspace':
      return { state: without(state, before(text, cursor), cursor) };
    case 'delete':
      return { state: without(state, cursor, after(text, cursor)) };
    case 'left':
      return { state: { ...state, cursor: before(text, cursor) } };
    case 'right':
      return { state: { ...state, cursor: after(text, cursor) } };
    case 'wordLeft':
      return { state: { ...state, cursor: wordBefore(text, cursor) } };
    case 'wordRight':
      return { state: { ...state, cursor: wordAfter(text, cursor) } };
    case 'home':
      return { state: { ...state, cursor: 0 } };
    case 'end':
      return { state: { ...state, cursor: text.length } };
    case 'up':
      return { state: recall(state, (state.recalled ?? state.history.length) - 1) };
    case 'down':
      return { state: state.recalled === undefined ? state : recall(state, state.recalled + 1) };
    case 'cutToStart':
      return { state: without(state, 0, cursor) };
    case 'cutToEnd':
      return { state: without(state, cursor, text.length) };
    case 'cutWord':
      return { state: without(state, wordBefore(text, cursor), cursor) };
    case 'enter':
      return { state: emptyLine(remembered(state.history, text)), effect: { name: 'submit', line: text } };
    case 'tab':
      return { state, effect: { name: 'complete', head: text.slice(0, cursor) } };
    case 'interrupt':
      return { state: emptyLine(state.history), effect: { name: 'interrupt', left: text } };
    case 'endOfInput':
      if (text !== '') return pressKey(state, { name: 'delete' });
      return { state, effect: { name: 'endOfInput' } };
    case 'clear':
      return { state, effect: { name: 'clear' } };
    case 'escape':
      return { state, effect: { name: 'escape' } };
  }
}

export interface Completion {
  state: LineState;
  /** Words to choose from, where the line couldn't be taken further. */
  choice: readonly string[];
}

/** `options`: whole lines that `head` could become. An answer that comes after the line changed is dropped. */
export function complete(state: LineState, head: string, options: readonly string[]): Completion {
  const [first] = options;
  if (first === undefined || state.text.slice(0, state.cursor) !== head) return { state, choice: [] };
  const shared = options.reduce(sharedStart);
  // A folder goes on, everything else is a whole word.
  const grown = options.length === 1 && !first.endsWith('/') ? `${first} ` : shared;
  const added = grown.startsWith(head) ? grown.slice(head.length) : '';
  if (added !== '') return { state: inserted(state, added), choice: [] };
  return { state, choice: options.length > 1 ? options.map(lastWord) : [] };
}

function inserted(state: LineState, typed: string): LineState {
  const { text, cursor } = state;
  const room = Math.max(0, LINE_CHARACTERS - text.length);
  const added = typed.replaceAll(NOT_IN_A_LINE, '').slice(0, room);
  return changed(state, text.slice(0, cursor) + added + text.slice(cursor), cursor + added.length);
}

function without(state: LineState, from: number, to: number): LineState {
  return changed(state, state.text.slice(0, from) + state.text.slice(to), from);
}

/** A line of the history that is changed becomes one's own. A mark that was put after a letter belongs to it now. */
function changed(state: LineState, text: string, cursor: number): LineState {
  return { ...state, text, cursor: edgeAt(text, cursor), recalled: undefined, draft: '' };
}

function recall(state: LineState, index: number): LineState {
  const { history } = state;
  if (index < 0) return state;
  const draft = state.recalled === undefined ? state.text : state.draft;
  const text = history[index] ?? draft;
  const recalled = index < history.length ? index : undefined;
  return { text, cursor: text.length, history, recalled, draft: recalled === undefined ? '' : draft };
}

function remembered(history: readonly string[], line: string): readonly string[] {
  if (line.trim() === '' || history.at(-1) === line) return history;
  return [...history, line].slice(-HISTORY_LINES);
}

function before(text: string, cursor: number): number {
  return cursor === 0 ? 0 : (characters.segment(text).containing(cursor - 1)?.index ?? 0);
}

function after(text: string, cursor: number): number {
  const here = characters.segment(text).containing(cursor);
  return here ? here.index + here.segment.length : text.length;
}

/** `cursor`, or the end of the character that it would cut. */
function edgeAt(text: string, cursor: number): number {
  const here = characters.segment(text).containing(cursor);
  return !here || here.index === cursor ? cursor : here.index + here.segment.length;
}

function wordBefore(text: string, cursor: number): number {
  return edgeAt(text, text.slice(0, cursor).replace(/\S*\s*$/, '').length);
}

function wordAfter(text: string, cursor: number): number {
  return edgeAt(text, cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0));
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

function lastWord(line: string): string {
  return /\S*$/.exec(line)?.[0] ?? line;
}
