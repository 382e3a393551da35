// `npm test`: the outside programs, the four checks, the build, then every test; at the end what each stage gave.
//   --strict      a skipped test is a failed one (what CI asks)
//   --no-install  don't install missing outside programs, also where that would be allowed
//   --grep TEXT, or paths: only those tests, without the checks
// The last line is `N passed, N failed`, with `, N skipped` only where something was.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { run } from './children.mjs';
import { provide } from './programs.mjs';
import { readReport } from './report.mjs';
import { environment, root } from './where.mjs';

/** The command line, in our words; an option nobody knows is vitest's business. */
function readArguments(argv) {
  const options = { strict: false, mayInstall: true, filter: [] };
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--strict') options.strict = true;
    else if (argv[i] === '--no-install') options.mayInstall = false;
    else if (argv[i] === '--grep') options.filter.push('--testNamePattern', argv[++i] ?? '');
    else options.filter.push(argv[i]);
  }
  return options;
}

const stage = (name, passed, failed, skipped = 0) => ({ name, passed, failed, skipped });

async function build() {
  const { status } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    env: environment(process.execPath, {}),
  });
  return stage('build', status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

/** Runs vitest, filtered or whole; answers a stage for each of its projects and the list of skips. */
async function runVitest({ filter, programs, folder }) {
  const reportFile = join(folder, 'report.json');
  const skipsFile = join(folder, 'skips.ndjson');
  const args = ['run', ...filter, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { status } = await run(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: root,
    env: environment(process.execPath, {
      POSTHORN_PROGRAMS: JSON.stringify(programs),
      POSTHORN_SKIPS: skipsFile,
    }),
  });
  return readReport({ reportFile, skipsFile, status, filtered: filter.length > 0 });
}

function list(title, tests) {
  if (tests.length > 0) console.log(`\n${title}:`);
  for (const { test, reason } of tests) console.log(`  ${test}: ${reason}`);
}

function summarize(stages, { skips, failures }, strict) {
  list('Skipped', skips);
  // Once more, where the end of a long log still shows it.
  list('Failed', failures);
  console.log('');
  const sum = stage('', 0, 0, 0);
  for (const { name, passed, failed, skipped } of stages) {
    const bad = failed + (strict ? skipped : 0);
    const notes = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
    console.log(`${bad === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${notes.join(', ')}`);
    sum.passed += passed;
    sum.failed += bad;
    sum.skipped += strict ? 0 : skipped;
  }
  if (strict && skips.length > 0) console.log('With --strict a skipped test counts as failed.');
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
  return sum.failed === 0;
}

async function main() {
  const { strict, mayInstall, filter } = readArguments(process.argv.slice(2));
  const programs = await provide({ mayInstall });
  const stages = [];
  if (filter.length === 0) {
    for (const { name, ok } of await runChecks()) stages.push(stage(name, ok ? 1 : 0, ok ? 0 : 1));
  }
  stages.push(await build());
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-test-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const report = await runVitest({ filter, programs, folder });
  stages.push(...report.stages);
  process.exitCode = summarize(stages, report, strict) ? 0 : 1;
}

await main();
