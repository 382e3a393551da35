// Reads vitest's JSON report into counts for each project, and the skipped tests with their reasons.
// Pessimistic on purpose: a file that didn't load, a missing report, an error outside any test: each is a failure.
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { root } from './where.mjs';

/** Folders of test/ that are a project of their own; vitest.config.ts has the same table. Everything else is `unit`. */
export const PROJECT_FOLDERS = {
  engine: ['engine', 'web', 'electron', 'hostile'],
  interop: ['interop'],
  browser: ['e2e'],
  course: ['lessons', 'mark'],
};

function projectOf(path) {
  const folder = path.split('/')[1];
  const found = Object.entries(PROJECT_FOLDERS).find(([, folders]) => folders.includes(folder));
  return found === undefined ? 'unit' : found[0];
}

/** What test/support/programs.ts wrote: a file's path -> why tests in it are skipped. */
function readReasons(skipsFile) {
  const reasons = new Map();
  if (!existsSync(skipsFile)) return reasons;
  for (const line of readFileSync(skipsFile, 'utf8').trimEnd().split('\n')) {
    const { file, problems } = JSON.parse(line);
    reasons.set(file, new Set([...(reasons.get(file) ?? []), ...problems]));
  }
  return reasons;
}

/**
 * `filtered`: only part of the tests was asked for, so that a skipped test without a reason is one nobody asked for.
 * Answers { stages: [{ name, passed, failed, skipped }], skips: [{ test, reason }], failures: [{ test, reason }] }.
 */
export function readReport({ reportFile, skipsFile, status, filtered }) {
  const lost = { stages: [{ name: 'tests', passed: 0, failed: 1, skipped: 0 }], skips: [], failures: [] };
  if (!existsSync(reportFile)) return lost;
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const reasons = readReasons(skipsFile);
  const stages = new Map(['unit', ...Object.keys(PROJECT_FOLDERS)].map((name) => [name, emptyStage(name)]));
  const skips = [];
  const failures = [];
  for (const file of report.testResults) {
    const path = relative(root, file.name).split(sep).join('/');
    const stage = stages.get(projectOf(path));
    const tests = file.assertionResults;
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) {
      stage.failed += 1;
      failures.push({ test: path, reason: firstLine(file.message) });
    }
    for (const test of tests) {
      if (test.status === 'passed') stage.passed += 1;
      else if (test.status === 'failed') {
        stage.failed += 1;
        failures.push({ test: `${path}: ${test.fullName}`, reason: firstLine(test.failureMessages?.[0]) });
      } else {
        const why = reasons.get(file.name);
        if (filtered && why === undefined) continue;
        stage.skipped += 1;
        skips.push({ test: `${path}: ${test.fullName}`, reason: [...(why ?? ['no reason given'])].join('; ') });
      }
    }
  }
  const result = [...stages.values()].filter(({ passed, failed, skipped }) => passed + failed + skipped > 0);
  const failed = result.reduce((sum, stage) => sum + stage.failed, 0);
  if (result.length === 0) return lost;
  if (status !== 0 && failed === 0) result.push({ ...emptyStage('errors outside tests'), failed: 1 });
  return { stages: result, skips, failures };
}

function firstLine(text) {
  return (text ?? '').split('\n', 1)[0] || 'no reason given';
}

function emptyStage(name) {
  return { name, passed: 0, failed: 0, skipped: 0 };
}
