// Cuts what was typed into a filter's terms: `host:mx1 reply:4xx,5xx -verb:QUIT "user unknown"`. Counterpart: filter.ts
// gives them meaning. Rule: never throws; whatever is typed is some list of terms, each with its place in the text.

export interface Term {
  /** Before the colon; '' for a bare word. */
  key: string;
  /** What commas separate; quotes taken off. */
  values: readonly string[];
  isNot: boolean;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

/** A term: perhaps a minus, perhaps a key with its colon, then quoted stretches and others up to a space. */
const TERM = /(-?)(?:([A-Za-z]+):)?((?:"[^"]*(?:"|$)|[^\s"])*)/y;

export function cutFilter(text: string): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    TERM.lastIndex = at;
    const [whole = '', minus = '', key = '', rest = ''] = TERM.exec(text) ?? [];
    // A lone minus is a word that somebody is about to go on with.
    const end = at + Math.max(1, whole.length);
    terms.push({ key: key.toLowerCase(), values: cutValues(rest), isNot: minus !== '', start: at, end });
    at = end;
  }
  return terms;
}

/** Commas separate, but not within quotes. */
function cutValues(text: string): string[] {
  const values = [''];
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === ',' && !isQuoted) values.push('');
    else values.push((values.pop() ?? '') + letter);
  }
  return values.filter((value) => value !== '');
}
