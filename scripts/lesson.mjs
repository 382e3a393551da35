// `npm run lesson check FILE...` and `npm run lesson new NAME`: for who writes lessons. The work is lessons/authoring.ts;
// this is the edge that reads and writes files. Errors are printed as file:line, so that an editor can jump to them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { root } from './where.mjs';
import { TOPOLOGIES } from '../engine/topologies/index.ts';
import { checkLesson, newLesson } from '../lessons/authoring.ts';

const USAGE = `npm run lesson check            all lessons of the course
npm run lesson check FILE...    these, also a translation (lesson.de.md beside its lesson.md)
npm run lesson new NAME         a lesson to start from, in lessons/course/`;

const course = join(root, 'lessons', 'course');

/** The text of a file of the course, as lessons/library.ts wants it. */
function loadText(path) {
  const file = join(course, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const hostsOf = (topology) => TOPOLOGIES[topology].hosts.map(({ name }) => name);

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

/** Answers whether all of them are sound. */
function check(files) {
  let isSound = true;
  for (const given of files.length > 0 ? files : filesOfCourse()) {
    const file = resolve(given);
    const source = readText(file);
    const translated = /^lesson\.[a-z-]+\.md$/i.test(basename(file));
    const original = translated ? readText(join(dirname(file), 'lesson.md')) : undefined;
    const lines =
      source === undefined
        ? undefined
        : checkLesson({ file: relative(process.cwd(), file), source, original, loadText, hostsOf });
    isSound &&= lines?.length === 0;
    if (lines === undefined) continue;
    console.log(lines.length === 0 ? `${relative(process.cwd(), file)}: sound` : lines.join('\n'));
  }
  return isSound;
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

const [task, ...args] = process.argv.slice(2);
if (task === 'check') process.exitCode = check(args) ? 0 : 1;
else if (task === 'new' && args.length === 1) process.exitCode = create(args[0]) ? 0 : 1;
else {
  console.error(USAGE);
  process.exitCode = 2;
}
