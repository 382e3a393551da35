// `npm run guide` writes the tables of docs/teaching-guide.md and the predictions of docs/answers.md anew from the lessons as
// they are; run it after one was added or changed. `npm run guide answers FILE` writes the answers to all of their steps into a file, which the repository doesn't
// hold. The work is lessons/guide/; this is the edge that reads and writes files.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './where.mjs';
import { answersDocument } from '../lessons/guide/answers.ts';
import { predictionsDocument } from '../lessons/guide/predictions.ts';
import { fillGuide, missingBeliefs } from '../lessons/guide/tables.ts';
import { loadCourse } from '../lessons/library.ts';

const USAGE = `npm run guide                docs/answers.md and the tables of docs/teaching-guide.md, from the lessons as they are
npm run guide answers FILE   the answers to all steps, for instructors`;

const guide = join(root, 'docs', 'teaching-guide.md');

function readCourse() {
  const { lessons, problems } = loadCourse((path) => {
    const file = join(root, 'lessons', 'course', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  });
  if (problems.length > 0) console.error('The course has problems; npm run lesson check tells them.');
  return problems.length > 0 ? undefined : lessons;
}

const [task, file] = process.argv.slice(2);
const lessons = task === undefined || (task === 'answers' && file !== undefined) ? readCourse() : undefined;
if (lessons === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (file === undefined) {
  writeFileSync(guide, fillGuide(readFileSync(guide, 'utf8'), lessons));
  writeFileSync(join(root, 'docs', 'answers.md'), predictionsDocument(lessons));
  for (const belief of missingBeliefs(lessons)) console.log(`no prediction names ${belief} yet`);
} else {
  writeFileSync(file, answersDocument(lessons));
}
