// The outside programs (swaks, named, tshark ...) as the tests see them: where one is, or that it is missing.
// Counterpart: scripts/programs.mjs, which looks for them. A test that needs one is skipped where it is missing,
// and `npm test` prints why: describe.skipIf(missing('swaks', 'openssl'))('swaks through the door', ...).
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export type ProgramName =
  | 'mbsync'
  | 'fetchmail'
  | 'chromium'
  | 'swaks'
  | 'curl'
  | 'msmtp'
  | 's-nail'
  | 'postfix'
  | 'named'
  | 'dig'
  | 'tshark'
  | 'python3'
  | 'dkimverify'
  | 'mail-dkim'
  | 'openssl';

interface Program {
  readonly name: ProgramName;
  readonly path: string | null;
  readonly problem: string | null;
}

function readSurvey(): readonly Program[] {
  const looker = fileURLToPath(new URL('../../scripts/programs.mjs', import.meta.url));
  const survey = process.env['POSTHORN_PROGRAMS'] ?? execFileSync(process.execPath, [looker], { encoding: 'utf8' });
  return JSON.parse(survey) as readonly Program[];
}

const programs = readSurvey();

function find(name: ProgramName): Program {
  const program = programs.find((candidate) => candidate.name === name);
  if (program === undefined) throw new Error(`scripts/programs.mjs doesn't know ${name}`);
  return program;
}

/** Whether one of these programs can't be used here; if so, the reason goes to the runner's list of skips. */
export function missing(...names: readonly ProgramName[]): boolean {
  const problems = names.map(find).flatMap(({ problem }) => problem ?? []);
  const list = process.env['POSTHORN_SKIPS'];
  if (problems.length > 0 && list !== undefined) {
    appendFileSync(list, `${JSON.stringify({ file: expect.getState().testPath, problems })}\n`);
  }
  return problems.length > 0;
}

/** The path of a program that `missing` said is here. */
export function programPath(name: ProgramName): string {
  const { path, problem } = find(name);
  if (path === null) throw new Error(problem ?? `${name} is missing`);
  return path;
}
