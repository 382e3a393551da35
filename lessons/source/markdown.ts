// A lesson's file cut into its parts: front matter, then pairs of prose and `task` block, then the ending.
// Counterpart: yaml.ts reads what stands between the fences. Rule: never throws; other fences belong to the prose, and
// the heading of a step is the last one before its task.

import type { LessonProblem } from './problem.ts';

/** A piece of the file. `line` is that of its first line, from 1. */
export interface Piece {
  text: string;
  line: number;
}

export interface Section {
  title: string;
  prose: Piece;
  task: Piece;
}

export interface Parts {
  head: Piece;
  sections: Section[];
  ending: Piece;
  problems: LessonProblem[];
}

export function cutLesson(file: string, source: string): Parts {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const problems: LessonProblem[] = [];
  const complain = (line: number, message: string) => problems.push({ file, line, message });
  const { head, next } = frontMatter(lines, complain);
  const sections: Section[] = [];
  let proseAt = next;
  let at = next;
  while (at < lines.length) {
    const fence = /^(`{3,}|~{3,})\s*(\S*)/.exec(lines[at] ?? '');
    if (!fence) {
      at += 1;
      continue;
    }
    const end = closingFence(lines, at, fence[1] ?? '```');
    if (end === undefined) {
      complain(at + 1, 'this fence is never closed');
      break;
    }
    if (fence[2] === 'task') {
      const task = piece(lines, at + 1, end);
      const { title, prose } = titled(lines, proseAt, at);
      if (title === '') complain(at + 1, 'a heading ("## ...") is missing before this task');
      sections.push({ title, prose, task });
      proseAt = end + 1;
    }
    at = end + 1;
  }
  return { head, sections, ending: piece(lines, proseAt, lines.length), problems };
}

type Complain = (line: number, message: string) => void;

function frontMatter(lines: readonly string[], complain: Complain): { head: Piece; next: number } {
  if (lines[0]?.trimEnd() !== '---') {
    complain(1, 'the file must begin with front matter: a line "---", YAML, and "---" again');
    return { head: { text: '', line: 1 }, next: 0 };
  }
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) {
    complain(1, 'the front matter is never closed with "---"');
    return { head: piece(lines, 1, lines.length), next: lines.length };
  }
  return { head: piece(lines, 1, end), next: end + 1 };
}

function closingFence(lines: readonly string[], from: number, fence: string): number | undefined {
  const mark = fence.charAt(0);
  const closing = new RegExp(`^${mark === '`' ? '`' : '~'}{${fence.length},}\\s*$`);
  const at = lines.findIndex((line, index) => index > from && closing.test(line));
  return at < 0 ? undefined : at;
}

/** Takes the last heading out of the prose. */
function titled(lines: readonly string[], from: number, to: number): { title: string; prose: Piece } {
  for (let at = to - 1; at >= from; at -= 1) {
    const heading = /^##+\s+(.+?)\s*$/.exec(lines[at] ?? '');
    if (heading) return { title: heading[1] ?? '', prose: piece(lines, at + 1, to) };
  }
  return { title: '', prose: piece(lines, from, to) };
}

function piece(lines: readonly string[], from: number, to: number): Piece {
  return { text: lines.slice(from, to).join('\n'), line: from + 1 };
}
