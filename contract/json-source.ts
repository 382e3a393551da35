// JSON with the place of everything in it, so that a problem can be shown where somebody wrote it (RFC 8259). Counterpart:
// problems.ts names things by JSON Pointer. Rule: text from anybody: bounded in depth, and the first thing that isn't JSON is
// told with what was probably meant.

/** Line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

export type JsonMistake =
  | ('end' | 'comma' | 'extraComma' | 'colon' | 'key' | 'quotes' | 'string' | 'escape')
  | ('number' | 'word' | 'twice' | 'deep' | 'after');

export type JsonSource =
  | { value: unknown; places: ReadonlyMap<string, Place> }
  | { mistake: JsonMistake; at: Place; text: string };

/** Objects within objects; a lab has eight. */
const DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Mistake extends Error {
  readonly kind: JsonMistake;
  readonly at: number;
  constructor(kind: JsonMistake, at: number) {
    super(kind);
    this.kind = kind;
    this.at = at;
  }
}

export function readJson(text: string): JsonSource {
  const reader = new Reader(text);
  try {
    return { value: reader.whole(), places: reader.places() };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return {
      mistake: error.kind,
      at: placeOf(text, error.at),
      text: text.slice(error.at, error.at + 20).split('\n')[0] ?? '',
    };
  }
}

class Reader {
  readonly #text: string;
  readonly #starts = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#value('', 0);
    this.#space();
    if (this.#at < this.#text.length) throw new Mistake('after', this.#at);
    return value;
  }

  /** By JSON Pointer, in one pass over the lines. */
  places(): Map<string, Place> {
    const sorted = [...this.#starts].toSorted(([, one], [, other]) => one - other);
    const places = new Map<string, Place>();
    let line = 1;
    let begin = 0;
    for (const [pointer, at] of sorted) {
      for (let end = this.#text.indexOf('\n', begin); end !== -1 && end < at; end = this.#text.indexOf('\n', begin)) {
        line += 1;
        begin = end + 1;
      }
      places.set(pointer, { line, column: at - begin + 1 });
    }
    return places;
  }

  #value(pointer: string, depth: number): unknown {
    this.#space();
    if (!this.#starts.has(pointer)) this.#starts.set(pointer, this.#at);
    if (depth > DEPTH) throw new Mistake('deep', this.#at);
    const sign = this.#text[this.#at];
    if (sign === undefined) throw new Mistake('end', this.#at);
    if (sign === '{') return this.#object(pointer, depth);
    if (sign === '[') return this.#array(pointer, depth);
    if (sign === '"') return this.#string();
    if (sign === "'") throw new Mistake('quotes', this.#at);
    if (sign === '-' || /\d/.test(sign)) return this.#number();
    return this.#word();
  }

  #object(pointer: string, depth: number): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    this.#items('}', () => {
      const at = this.#at;
      if (this.#text[at] !== '"') throw new Mistake(this.#text[at] === undefined ? 'end' : 'key', at);
      const key = this.#string();
      if (entries.has(key)) throw new Mistake('twice', at);
      const child = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      this.#starts.set(child, at);
      this.#space();
      if (this.#text[this.#at] !== ':') throw new Mistake('colon', this.#at);
      this.#at += 1;
      entries.set(key, this.#value(child, depth + 1));
    });
    return Object.fromEntries(entries);
  }

  #array(pointer: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.#items(']', () => items.push(this.#value(`${pointer}/${items.length}`, depth + 1)));
    return items;
  }

  /** What stands between brackets, with commas between. */
  #items(end: '}' | ']', item: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const sign = this.#text[this.#at];
      if (sign !== ',' && sign !== end) throw new Mistake(sign === undefined ? 'end' : 'comma', this.#at);
      const comma = this.#at;
      this.#at += 1;
      if (sign === end) return;
      this.#space();
      if (this.#text[this.#at] === end) throw new Mistake('extraComma', comma);
    }
  }

  #string(): string {
    const from = this.#at;
    for (let at = from + 1; ; at += 1) {
      const sign = this.#text[at];
      if (sign === undefined || sign === '\n') throw new Mistake('string', from);
      if (sign === '\\') at += 1;
      if (sign !== '"') continue;
      this.#at = at + 1;
      try {
        return JSON.parse(this.#text.slice(from, at + 1)) as string;
      } catch {
        throw new Mistake('escape', from);
      }
    }
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const [found] = NUMBER.exec(this.#text) ?? [];
    const next = found === undefined ? '' : (this.#text[this.#at + found.length] ?? '');
    if (found === undefined || /[\w.]/.test(next)) throw new Mistake('number', this.#at);
    this.#at += found.length;
    return Number(found);
  }

  #word(): unknown {
    const [word = ''] = /^[\w.$-]*/.exec(this.#text.slice(this.#at, this.#at + 40)) ?? [];
    if (!WORDS.has(word)) throw new Mistake(word === '' ? 'comma' : 'word', this.#at);
    this.#at += word.length;
    return WORDS.get(word);
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
