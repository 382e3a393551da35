// The four checks that need no running program: format, lint, types, dead code. All run, also after one failed,
// two at a time; each is printed with its name and time. `check.mjs NAME...` runs only those.
import { join } from 'node:path';
import { run } from './children.mjs';
import { environment, isMain, root } from './where.mjs';

const CHECKS = [
  { name: 'format', file: 'oxfmt/bin/oxfmt', args: ['--check', '.'] },
  { name: 'lint', file: 'oxlint/bin/oxlint', args: ['--deny-warnings', '--report-unused-disable-directives'] },
  { name: 'types', file: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'dead code', file: 'knip/bin/knip.js', args: ['--no-progress'] },
];

const AT_ONCE = 2;

async function runCheck({ name, file, args }) {
  const begun = performance.now();
  const { status, output } = await run(process.execPath, [join(root, 'node_modules', file), ...args], {
    capture: true,
    cwd: root,
    env: environment(process.execPath, {}),
  });
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  if (status !== 0) console.log(output.trimEnd());
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${took} s)`);
  return { name, ok: status === 0 };
}

/** Runs the named checks, or all; answers one { name, ok } for each. */
export async function runChecks(names = []) {
  const waiting = CHECKS.filter((check) => names.length === 0 || names.includes(check.name));
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

if (isMain(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(
      `No check is called ${unknown.join(', ')}. There are: ${CHECKS.map((check) => check.name).join(', ')}.`,
    );
    process.exit(2);
  }
  const results = await runChecks(names);
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}
