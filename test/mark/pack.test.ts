// Challenges for marks and an instructor's pack: what was done with one's own number counts, and what nobody was shown is found.

import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';

import { ON_PAPER, seedOf } from '../../contract/hand-in.ts';
import { packSession } from '../../engine/session.ts';
import { made } from '../../lessons/challenges/as-lesson.ts';
import { CHALLENGES, challengeCalled, challengeId } from '../../lessons/challenges/index.ts';
import { type Marking, markFile } from '../../mark/marking.ts';
import { readPack } from '../../mark/pack.ts';
import { markPolicySchema, readPolicy } from '../../mark/policy.ts';
import { markStudents } from '../../mark/students.ts';
import { openPlayer } from '../lessons/player.ts';

vi.setConfig({ testTimeout: 60_000 });

const EXERCISE = 'exam-1';
const KIND = 'open-relay';
const SOURCE = `exercise: ${EXERCISE}
tasks:
  - id: one
    points: 4
    goals:
      - { says: The port., chosen: { answer: { name: '1', value: 587 } } }
      - { says: The server., chosen: { answer: { name: '2', value: $host } } }
    challenge: ${KIND}
`;

function packOf(source: string) {
  const read = readPack('pack.yaml', source);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.pack;
}

const policy = markPolicySchema.parse({ exercise: EXERCISE, challenges: { [KIND]: { points: 6 } } });
const marking: Marking = { policy, pack: packOf(SOURCE), open: challengeCalled, real_ms: () => 0 };

/** What a student hands in who did the challenge with this number, and wrote these answers to questions on paper. */
async function examOf(student: string, seed: number, act: 'solution' | 'nearMiss', answers: [string, string][]) {
  const challenge = CHALLENGES.find(({ id }) => id === KIND);
  const lesson = challengeCalled(challengeId(KIND, seed, true));
  if (!challenge || !lesson) throw new Error('no challenge');
  const { nearMiss } = made(challenge, seed);
  const who = { student, exercise: EXERCISE };
  const player = await openPlayer(lesson, 0, 0, { seed: seedOf(who), also: nearMiss });
  await player.play(act === 'nearMiss' ? nearMiss : (lesson.versions[0]?.[0]?.solution ?? []));
  expect(player.state.phase, 'it is never said that it is solved').toBe('working');
  for (const [name, value] of answers) {
    const token = { kind: 'answer', name, value } as const;
    await player.lab.send('lesson.note', { lesson: ON_PAPER, version: '', act: { kind: 'choose', token } });
  }
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of packSession(player.lab.lab, who)) pieces.push(bytes);
  await player.close();
  const marked = await markFile(`${student}.posthorn`, Buffer.concat(pieces), marking);
  const [row] = markStudents([marked], policy, marking.pack);
  return { ...row?.score, findings: marked.findings };
}

const ownSeed = (student: string) => seedOf({ student, exercise: EXERCISE });
const hostOf = (seed: number) => String(challengeCalled(challengeId(KIND, seed, true))?.head.cast[0]?.['host']);

describe('an exam', () => {
  test('who does what is asked has all points, the last answer counts', async () => {
    const seed = ownSeed('ann');
    const answers: [string, string][] = [
      ['1', '25'],
      ['2', hostOf(seed)],
      ['1', '587'],
    ];
    expect(await examOf('ann', seed, 'solution', answers)).toMatchObject({ grade: 100, findings: [] });
  });

  test('what is wrong is told with its reason', async () => {
    const { grade, reasons, findings } = await examOf('ben', ownSeed('ben'), 'nearMiss', [['1', '587']]);
    expect(findings).toEqual([]);
    expect(grade).toBe(20);
    expect(reasons).toEqual([`${KIND}: 0 of 6`, 'one: not found: The server.', 'one: 2 of 4']);
  });

  test('another number than one’s own counts nothing', async () => {
    const { grade, reasons } = await examOf('cat', ownSeed('ann'), 'solution', []);
    expect(grade).toBe(0);
    expect(reasons).toContain(`${KIND}: 0 of 6, it wasn't worked on with the student's own number`);
  });
});

describe('a pack', () => {
  test('that the documents show is sound', () => {
    const source = readFileSync(new URL('../../docs/examples/pack.yaml', import.meta.url), 'utf8');
    expect(readPack('pack.yaml', source)).toMatchObject({ ok: true, pack: { exercise: 'week-3' } });
  });

  test.each([
    ['an unknown matcher', SOURCE.replace('chosen:', 'choosen:'), /^pack\.yaml:6: .*did you mean "chosen"/],
    ['an unknown challenge', SOURCE.replace(KIND, 'open-rely'), /^pack\.yaml:8: .*Did you mean "open-relay"/],
    ['an unknown key', SOURCE.replace('points', 'point'), /^pack\.yaml:4: .*Did you mean "points"/m],
    ['the same id twice', SOURCE.replace('tasks:\n', `tasks:\n${taskOf(SOURCE)}`), /^pack\.yaml:9: two tasks/],
    ['broken YAML', `${SOURCE}  [`, /^pack\.yaml: /],
    ['too much', SOURCE + '#'.repeat(300_000), /too long/],
  ])('%s is told with its line', (_what, source, wanted) => {
    const read = readPack('pack.yaml', source);
    expect(read.ok ? '' : read.problems.join('\n')).toMatch(wanted);
  });

  test('a policy names challenges that there are', () => {
    const source = `exercise: ${EXERCISE}\nchallenges:\n  open-rely: { points: 1 }\n`;
    const read = readPolicy('week.yaml', source, { lessons: [], challenges: [KIND], stepsOf: () => [] });
    expect(read.ok ? [] : read.problems).toEqual([
      'week.yaml:3: there is no challenge "open-rely". Did you mean "open-relay"?',
    ]);
  });
});

function taskOf(source: string): string {
  return source.slice(source.indexOf('  - id: one'));
}
