// YAML with the line of everything in it. Counterpart: markdown.ts, whose pieces start somewhere in a file. Rule: never
// throws; no aliases, no tags, no merge keys: a lesson is plain data.

import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';

import type { LessonProblem } from './problem.ts';
import type { Piece } from './markdown.ts';

export interface Read {
  value: unknown;
  /** The line of a path, or of the nearest thing around it. */
  lineOf: (path: readonly string[]) => number;
  problems: LessonProblem[];
}

export function readYaml(file: string, { text, line: first }: Piece): Read {
  const counter = new LineCounter();
  const at = (offset: number): number => first + Math.max(0, counter.linePos(offset).line - 1);
  const fail = (line: number, message: string): Read => ({
    value: undefined,
    lineOf: () => line,
    problems: [{ file, line, message }],
  });
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      schema: 'core',
      logLevel: 'error',
    });
    const problems = document.errors.map(({ pos, message }) => ({
      file,
      line: at(pos[0]),
      message: firstLine(message),
    }));
    if (problems.length > 0) return { value: undefined, lineOf: () => problems[0]?.line ?? first, problems };
    const lineOf = (path: readonly string[]): number => {
      let node: unknown = document.contents;
      let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => String(item.key) === key);
          if (!pair) break;
          // A key stands where a person looks first; its value may begin on the next line.
          if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
          node = pair.value;
        } else if (isSeq(node)) {
          node = node.items[Number(key)];
          if (isNode(node)) offset = node.range?.[0] ?? offset;
        } else break;
      }
      return at(offset);
    };
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf, problems: [] };
  } catch (error) {
    // An alias, or nesting beyond what the stack holds.
    return fail(first, `this YAML can't be read: ${firstLine((error as Error).message)}`);
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
