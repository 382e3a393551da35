// A form of the concept test in another language: `form-a.<language>.yaml` beside it, with its words only. Counterpart: concepts.ts
// reads the form itself. Rule: whole or not at all; what is missing or too much is a problem with file and line.

import { check } from '../../contract/problems.ts';
import { z } from '../../contract/schema.ts';
import { readYaml } from '../source/yaml.ts';
import { type ConceptItem, type ReadForm, words } from './concepts.ts';

const wordsSchema = z.array(z.strictObject({ concept: z.string(), asks: words, options: z.record(z.string(), words) }));

/** The items in the words of a file. */
export function formInWords(items: readonly ConceptItem[], file: string, source: string): ReadForm {
  const yaml = readYaml(file, { line: 1, text: source });
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const checked = check(wordsSchema, yaml.value);
  const at = (path: readonly string[], message: string) => ({ file, line: yaml.lineOf(path), message });
  if (!checked.ok) {
    return { ok: false, problems: checked.problems.map(({ path, message }) => at(path.split('/').slice(1), message)) };
  }
  const known = items.map(({ concept }) => concept).join();
  if (checked.value.map(({ concept }) => concept).join() !== known) {
    return { ok: false, problems: [at([], 'the concepts are those of the form, in its order')] };
  }
  const problems = items.flatMap(({ options }, index) => {
    const said = Object.keys(checked.value[index]?.options ?? {})
      .toSorted()
      .join(', ');
    const wanted = options.map(({ id }) => id);
    if (said === wanted.toSorted().join(', ')) return [];
    return [at([String(index), 'options'], `the options are ${wanted.join(', ')}`)];
  });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    items: items.map((item, index) => {
      const said = checked.value[index];
      const options = item.options.map((option) => ({ ...option, text: said?.options[option.id] ?? option.text }));
      return { ...item, asks: said?.asks ?? item.asks, options };
    }),
  };
}
