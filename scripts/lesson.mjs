// `npm run lesson check FILE...`, `play` and `new`: for who writes lessons. The work is lessons/authoring.ts and
// play/rehearsal.ts; this is the edge that reads and writes files. Errors are printed as file:line, so that an editor can jump to them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './where.mjs';
import { checkLesson, newLesson } from '../lessons/authoring.ts';
import { openLesson } from '../lessons/library.ts';
import { parseLesson } from '../lessons/schema.ts';
import { problemLine } from '../lessons/source/problem.ts';
import { factsOf } from '../engine/labs/lab-facts.ts';
import { rehearse } from '../play/rehearsal.ts';

const USAGE = `npm run lesson check            all lessons of the course
npm run lesson check FILE...    these, also a translation (lesson.de.md beside its lesson.md); what is sound is played
npm run lesson play ID|FILE     plays the solutions in a real lab, and tells what is typed, answered and reached
    --step ID                   only this step
    --names N                   with these names: a row of the cast, from 0
    --mistakes                  the near misses and slips too
npm run lesson new NAME         a lesson to start from, in lessons/course/`;

const course = join(root, 'lessons', 'course');

/** The text of a file of the course, as lessons/library.ts wants it. */
function loadText(path) {
  const file = join(course, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
    return undefined;
  }
}

function filesOfCourse() {
  const folders = readdirSync(course, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    readdirSync(join(course, name))
      .filter((file) => /^lesson(\.[a-z-]+)?\.md$/i.test(file))
      .map((file) => join(course, name, file)),
  );
}

/** Answers whether all of them are sound. The course's own are played by the tests, others here. */
async function check(files) {
  let isSound = true;
  for (const given of files.length > 0 ? files : filesOfCourse()) {
    const file = resolve(given);
    const source = readText(file);
    const translated = /^lesson\.[a-z-]+\.md$/i.test(basename(file));
    const original = translated ? readText(join(dirname(file), 'lesson.md')) : undefined;
    const lines =
      source === undefined
        ? undefined
        : checkLesson({ file: relative(process.cwd(), file), source, original, loadText, factsOf });
    if (lines?.length === 0 && files.length > 0 && !translated) lines.push(...(await playQuietly(file, source)));
    isSound &&= lines?.length === 0;
    if (lines === undefined) continue;
    console.log(lines.length === 0 ? `${relative(process.cwd(), file)}: sound` : lines.join('\n'));
  }
  return isSound;
}

/** What only playing shows: a goal that the solution doesn't meet, a remark that is never made. */
async function playQuietly(file, source) {
  const { lesson } = parseLesson(relative(process.cwd(), file), source);
  const problems = await rehearse({ lesson, source, row: 0, mistakes: true, tell: () => undefined });
  return problems.map(problemLine);
}

/** A lesson by its file, or one of the course by its id, number or folder. */
function lessonToPlay(given) {
  if (existsSync(given)) {
    const source = readFileSync(given, 'utf8');
    const parsed = parseLesson(relative(process.cwd(), resolve(given)), source);
    if (!parsed.ok) console.error(parsed.problems.map(problemLine).join('\n'));
    return parsed.ok ? { lesson: parsed.lesson, source } : undefined;
  }
  const folder = readdirSync(course).find((name) => {
    const [, number, id] = /^0*(\d+)-(.*)$/.exec(name) ?? [];
    return [name, number, id].includes(given);
  });
  const path = `${folder ?? ''}/lesson.md`;
  const source = folder === undefined ? undefined : loadText(path);
  const head = source === undefined ? undefined : parseLesson(path, source).lesson?.head;
  const lesson = head && openLesson(loadText, head.id);
  if (!lesson) console.error(`${given}: there is no such file, and no lesson of the course that can be played`);
  return lesson && { lesson: { ...lesson, file: relative(process.cwd(), join(course, path)) }, source };
}

async function play(args) {
  const options = { step: { type: 'string' }, names: { type: 'string' }, mistakes: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { step: only, names = '0', mistakes = false } = values;
  const [given] = positionals;
  if (given === undefined || positionals.length > 1 || !/^\d+$/.test(names)) return 2;
  const found = lessonToPlay(given);
  if (!found) return 1;
  const row = Number(names) % found.lesson.versions.length;
  console.log(`${found.lesson.head.title}, names ${row}`);
  const problems = await rehearse({ ...found, row, only, mistakes, tell: (line) => console.log(line) });
  console.log(
    problems.length === 0 ? '\nEverything went as the lesson says.' : `\n${problems.map(problemLine).join('\n')}`,
  );
  return problems.length === 0 ? 0 : 1;
}

function create(name) {
  const made = newLesson(name, readdirSync(course));
  if ('problem' in made) {
    console.error(made.problem);
    return false;
  }
  mkdirSync(join(course, made.folder));
  const file = join(course, made.folder, 'lesson.md');
  writeFileSync(file, made.source, { flag: 'wx' });
  console.log(`${relative(process.cwd(), file)} is there. Put '${made.folder}' into lessons/course/index.ts.`);
  return true;
}

async function main([task, ...args]) {
  if (task === 'check') return (await check(args)) ? 0 : 1;
  if (task === 'play') return play(args);
  return task === 'new' && args.length === 1 ? (create(args[0]) ? 0 : 1) : 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
if (process.exitCode === 2) console.error(USAGE);
