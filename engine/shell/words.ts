// A command line as words, as a person quotes them in a Unix shell. Counterpart: shell.ts.
// Rule: pure; there are no variables, pipes or substitutions, so nothing typed runs but what is named.

/** What may be shown of a line: stars for the word behind each of `options`. */
export function withoutSecrets(line: string, options: readonly string[]): string {
  return options.reduce((shown, option) => {
    const behind = new RegExp(`(?<=\\s${option}\\s+)(?:"[^"]*"?|'[^']*'?|\\S+)`, 'g');
    return shown.replace(behind, (word) => '*'.repeat(word.length));
  }, line);
}

/** The words; a quote that never closes takes the rest. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '\\' && at + 1 < line.length) {
      at += 1;
      word = (word ?? '') + line.charAt(at);
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}
