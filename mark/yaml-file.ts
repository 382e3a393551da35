// A YAML file of an instructor's, held to a schema: every problem with file, line and what to write instead. Counterpart:
// policy.ts, pack.ts. Rule: hostile until parsed; no aliases.

import { LineCounter, parseDocument } from 'yaml';

import { check, nearest } from '../contract/problems.ts';
import type { z } from '../contract/schema.ts';
import { MARK_LIMITS } from './limits.ts';

export type ReadYaml<T> = { ok: true; value: T; lineOf: LineOf } | { ok: false; problems: string[] };

/** The line of a path, or of the nearest thing around it. */
type LineOf = (path: readonly string[]) => number;

export function readYamlFile<T>(file: string, source: string, schema: z.ZodType<T>): ReadYaml<T> {
  if (source.length > MARK_LIMITS.policyChars) return { ok: false, problems: [`${file}: it is too long`] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map(({ message }) => `${file}: ${message.split('\n')[0]}`) };
  }
  const lineOf = (path: readonly string[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range?.[0] !== undefined) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const checked = check(schema, document.toJS({ maxAliasCount: 0 }));
  if (checked.ok) return { ok: true, value: checked.value, lineOf };
  const told = checked.problems.map(({ path, message, suggestion }) => {
    const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
    return `${file}:${lineOf(path.split('/').slice(1))}: ${path} ${message}${hint}`;
  });
  return { ok: false, problems: told };
}

/** What to write instead of a name that isn't known. */
export function instead(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
