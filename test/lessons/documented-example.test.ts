// The step that docs/authoring-lessons.md shows, put into a fresh lesson: it is sound, its solution meets its goals and its
// near miss doesn't. So what authors copy from works.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { parseLesson } from '../../lessons/schema.ts';
import { lessonTemplate } from '../../lessons/template.ts';
import { openPlayer } from './player.ts';

function documented() {
  const text = readFileSync(new URL('../../docs/authoring-lessons.md', import.meta.url), 'utf8');
  const example = /````markdown\n(.*?)````/s.exec(text)?.[1] ?? '';
  // The template's front matter and ending, with this step between them.
  const source = lessonTemplate('shown', 90).replace(/(?<=\n---\n).*(?=\nWhat was seen)/s, () => `\n${example}`);
  const parsed = parseLesson('docs/authoring-lessons.md', source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.lesson;
}

test('the documented step is met by its solution, and not by its near miss', async () => {
  const lesson = documented();
  const [step] = lesson.versions[0] ?? [];
  expect(step?.id).toBe('recipient');
  const right = await openPlayer(lesson, 0, 0);
  await right.predictRightly();
  await right.play(step?.solution ?? []);
  expect(right.state.phase).toBe('met');
  await right.close();
  const wrong = await openPlayer(lesson, 0, 0);
  await wrong.play(step?.nearMisses[0]?.typed ?? []);
  expect(wrong.state.phase).toBe('working');
  expect(wrong.state.records[0]?.notices.map(({ id }) => id)).toEqual(['bare-address']);
  await wrong.close();
});
