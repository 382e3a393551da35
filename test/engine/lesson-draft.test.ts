// The lesson that somebody writes beside the app: read from a real directory, told again when it is saved, by whatever way an
// editor saves.

import fs from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { LessonDraftDesk } from '../../engine/draft/lesson-draft-desk.ts';
import { RealDisk } from '../../engine/world/real-disk.ts';
import { TestLab } from '../support/lab.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

let dir: string;
let desk: LessonDraftDesk;
const write = (name: string, text: string) => fs.writeFileSync(path.join(dir, name), text);

beforeEach(() => {
  dir = temporaryDir();
  write('lesson.md', 'one');
  desk = new LessonDraftDesk(new RealDisk(dir), '30-mine', 'lesson.md');
});

test('it is told at once with its translations, and with what a check has to know of the labs', async () => {
  write('lesson.de.md', 'eins');
  write('lesson.md~', 'an editor’s');
  write('notes.md', 'mine');
  desk.look();
  const draft = await desk.draft();
  expect(draft).toMatchObject({
    folder: '30-mine',
    name: 'lesson.md',
    files: { 'lesson.md': 'one', 'lesson.de.md': 'eins' },
  });
  expect(Object.keys(draft.files)).toHaveLength(2);
  expect(draft.labs['two-domains'].hosts.map(({ name }) => name)).toContain('mx1.harbor.example');
});

test('who waits hears of the next saving, also when a new file takes the place of the old one', async () => {
  const first = await desk.draft();
  const second = desk.draft(first.news);
  write('lesson.md', 'two');
  expect((await second).files).toEqual({ 'lesson.md': 'two' });
  const third = desk.draft((await second).news);
  write('.lesson.md.swp', 'three');
  fs.renameSync(path.join(dir, '.lesson.md.swp'), path.join(dir, 'lesson.md'));
  expect((await third).files).toEqual({ 'lesson.md': 'three' });
});

test('a file that is emptied to be written is no news, nor is one that is as it was', async () => {
  const { news } = await desk.draft();
  write('lesson.md', '');
  desk.look();
  write('lesson.md', 'one');
  desk.look();
  expect((await desk.draft()).news).toBe(news);
});

test('a file that is gone, or far too large, is told as such', async () => {
  fs.rmSync(path.join(dir, 'lesson.md'));
  desk.look();
  expect((await desk.draft()).problem).toMatch(/lesson\.md/);
  write('lesson.md', 'x'.repeat(1_000_001));
  desk.look();
  expect((await desk.draft()).problem).toMatch(/too large/);
});

test('a lab beside which nobody writes has none', async () => {
  const lab = await TestLab.open();
  expect(await lab.send('lesson.draft', {})).toEqual({});
  await lab.close();
});
