// `npm run mark -- --policy FILE *.posthorn`: marks what was handed in. Counterpart: docs/marking.md. Rule: this is the edge
// that reads files and writes them; grades go to stdout or --out, everything for people to stderr.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { CHALLENGES, challengeCalled } from '../lessons/challenges/index.ts';
import { courseHeads, openLesson } from '../lessons/library.ts';
import { alike } from './alike.ts';
import { csv } from './csv.ts';
import { MARK_LIMITS } from './limits.ts';
import { type Marked, markFile } from './marking.ts';
import { readPack } from './pack.ts';
import { readPolicy } from './policy.ts';
import { classReport } from './report.ts';
import { markStudents, type StudentMark } from './students.ts';

const USAGE = `npm run mark -- --policy FILE [--pack FILE] [--out grades.csv] [--report class.md] FILE.posthorn ...

  --policy FILE   what counts, as YAML; docs/marking.md explains it
  --pack FILE     hidden goals and answer keys, as YAML; the same document explains it
  --out FILE      where the grades go (CSV, as Moodle imports it); otherwise to standard output
  --report FILE   a report on the class, in Markdown
`;

const COURSE = fileURLToPath(new URL('../lessons/course/', import.meta.url));

function loadText(path: string): string | undefined {
  const file = join(COURSE, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      pack: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
    },
  });
  if (values.policy === undefined || positionals.length === 0 || positionals.length > MARK_LIMITS.files) {
    process.stderr.write(USAGE);
    return 2;
  }
  const heads = courseHeads(loadText);
  const opened = new Map<string, ReturnType<typeof openLesson>>();
  const open = (id: string) => {
    if (!opened.has(id)) opened.set(id, challengeCalled(id) ?? openLesson(loadText, id, 'en', heads));
    return opened.get(id);
  };
  const read = readPolicy(values.policy, readFileSync(values.policy, 'utf8'), {
    lessons: [...heads.values()].map(({ id }) => id),
    challenges: CHALLENGES.map(({ id }) => id),
    stepsOf: (id) => (open(id)?.versions[0] ?? []).map((step) => step.id),
  });
  if (!read.ok) {
    process.stderr.write(`${read.problems.join('\n')}\n`);
    return 2;
  }
  const packed = values.pack === undefined ? undefined : readPack(values.pack, readFileSync(values.pack, 'utf8'));
  if (packed?.ok === false) {
    process.stderr.write(`${packed.problems.join('\n')}\n`);
    return 2;
  }
  const pack = packed?.pack;
  if (pack && pack.exercise.toLowerCase() !== read.policy.exercise.toLowerCase()) {
    process.stderr.write(`the pack is for ${pack.exercise}, the policy for ${read.policy.exercise}\n`);
    return 2;
  }
  const marked: Marked[] = [];
  for (const [at, file] of positionals.entries()) {
    process.stderr.write(`${at + 1} of ${positionals.length}: ${file}\n`);
    const octets = readFileSync(file);
    marked.push(await markFile(basename(file), octets, { policy: read.policy, pack, open, real_ms: () => Date.now() }));
  }
  const groups = alike(marked.map(({ file: name, events }) => ({ name, events })));
  for (const one of marked) {
    const others = groups.find((group) => group.includes(one.file))?.filter((name) => name !== one.file);
    if (others) one.findings.push(`the same log as ${others.join(', ')}`);
  }
  const students = markStudents(marked, read.policy, pack);
  const grades = csv([['ID number', 'Grade', 'Feedback'], ...students.map(row)]);
  if (values.out === undefined) process.stdout.write(grades);
  else writeFileSync(values.out, grades);
  if (values.report !== undefined) writeFileSync(values.report, classReport(marked, groups));
  const found = marked.filter(({ findings }) => findings.length > 0).length;
  process.stderr.write(`${marked.length} marked, ${found} with findings\n`);
  return 0;
}

function row({ name, score, findings }: StudentMark): (string | number)[] {
  return [name, score.grade, [...findings.map((one) => `FOUND: ${one}`), ...score.reasons].join('; ')];
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
