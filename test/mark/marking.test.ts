// Thirty files as a class hands them in: ten honest ones, ten that somebody edited, ten that belong to somebody else. The
// honest ones have nothing to hide and all their points, of the twenty each is found.

import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import type { LabEvent } from '../../contract/events.ts';
import { seedOf } from '../../contract/hand-in.ts';
import { alike } from '../../mark/alike.ts';
import { type Marked, markFile } from '../../mark/marking.ts';
import { markPolicySchema } from '../../mark/policy.ts';
import { classReport } from '../../mark/report.ts';
import { markStudents } from '../../mark/students.ts';
import { changed, changeEvents, changeJson, EXERCISE, handIn, inTheNameOf, lessonOf } from './student.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const WORK = [
  ...(['what-it-answers', 'greylisting', 'patience', 'pop3', 'imap'] as const),
  ...(['received', 'speak-smtp', 'relaying', 'blocklists', 'spf'] as const),
];
const policy = markPolicySchema.parse({
  exercise: EXERCISE,
  lessons: Object.fromEntries(WORK.map((id) => [id, { points: 10 }])),
});
const started = performance.now();
const marking = { policy, open: lessonOf, real_ms: () => performance.now() - started };
const mark = (name: string, file: Uint8Array): Promise<Marked> => markFile(name, file, marking);

const honest = new Map<string, Buffer>();
const marked: Marked[] = [];

beforeAll(async () => {
  for (const [at, id] of WORK.entries()) honest.set(`student-${at}`, await handIn(`student-${at}`, id));
});

function fileOf(student: string): Buffer {
  const file = honest.get(student);
  if (!file) throw new Error(`${student} handed nothing in`);
  return file;
}

describe('honest work', () => {
  test.each(WORK.map((id, at) => [id, `student-${at}`] as const))('%s has its points', async (id, student) => {
    const result = await mark(`${student}.posthorn`, fileOf(student));
    marked.push(result);
    expect(result.findings).toEqual([]);
    expect(result.student).toBe(student);
    const [row] = markStudents([result], policy);
    expect(row?.score.reasons).toContain(`${id}: 10 of 10`);
    expect(row?.score.grade).toBe(10);
  });
});

/** Changes the first event that `change` has an answer to. */
function once(change: (event: LabEvent) => LabEvent | undefined): (entries: Record<string, Uint8Array>) => void {
  return (entries) => {
    let isDone = false;
    changeEvents((event) => {
      const instead = isDone ? undefined : change(event);
      isDone ||= instead !== undefined;
      return instead ?? event;
    })(entries);
  };
}

const refusalTaken = once((event) =>
  event.type === 'wire.line' && event.data.from === 'server' && /^5\d\d/.test(event.data.bytes)
    ? { ...event, data: { ...event.data, bytes: '250 2.1.5 Ok\r\n' } }
    : undefined,
);
const otherLine = once((event) =>
  event.type === 'wire.line' && event.data.from === 'client' && event.data.bytes.startsWith('RCPT')
    ? { ...event, data: { ...event.data, bytes: 'RCPT TO:<dean@campus.example>\r\n' } }
    : undefined,
);
const deliveredElsewhere = once((event) =>
  event.type === 'store.delivered' ? { ...event, data: { ...event.data, mailbox: 'alice@campus.example' } } : undefined,
);
const otherVerdict = once((event) =>
  event.type === 'policy.decided' && event.data.verdict !== 'continue'
    ? { ...event, data: { ...event.data, verdict: 'continue' } }
    : undefined,
);
const withoutInputs = changeEvents((event) =>
  event.type === 'input.bytes' ? { ...event, data: { after: event.data.after, bytes: 'NOOP\r\n' } } : event,
);
const withoutPolicies = changeJson('checkpoint.json', (checkpoint) => {
  const { hosts } = checkpoint.topology as { hosts: { policies: object }[] };
  for (const host of hosts) host.policies = {};
});
const predictedOtherwise = once((event) =>
  event.type === 'input.learner' && event.data.act.kind === 'predict'
    ? { ...event, data: { ...event.data, act: { ...event.data.act, option: 'dont-know' } } }
    : undefined,
);

const otherOctets = (entries: Record<string, Uint8Array>): void => {
  entries['capture/000000.bin']?.fill(0x20);
};

describe('edited by hand', () => {
  test.each([
    ['a refusal became an acceptance', 'student-0', refusalTaken, false],
    ['the same, sealed anew', 'student-0', refusalTaken, true],
    ['another recipient, sealed anew', 'student-1', otherLine, true],
    ['delivered to another mailbox, sealed anew', 'student-1', deliveredElsewhere, true],
    ['another verdict of a policy, sealed anew', 'student-1', otherVerdict, true],
    ['what was typed is gone, sealed anew', 'student-6', withoutInputs, true],
    ['another lab to begin with, sealed anew', 'student-8', withoutPolicies, true],
    ['another prediction', 'student-0', predictedOtherwise, false],
    ['other octets were captured', 'student-6', otherOctets, false],
    ['it was made at another time', 'student-2', changeJson('hand-in.json', (said) => void (said.began_ms = 0)), false],
  ] as const)('%s', async (name, student, change, seals) => {
    const result = await mark(`${name}.posthorn`, changed(fileOf(student), change, seals));
    marked.push(result);
    expect(result.findings).not.toEqual([]);
  });
});

describe('in another name', () => {
  const reseeded = (student: string) => (entries: Record<string, Uint8Array>) => {
    inTheNameOf(student)(entries);
    const seed = seedOf({ student, exercise: EXERCISE });
    changeJson('manifest.json', (manifest) => void (manifest.seed = seed))(entries);
    changeJson('checkpoint.json', (checkpoint) => void (checkpoint.seed = seed))(entries);
    changeEvents((event) => (event.type === 'lab.opened' ? { ...event, data: { ...event.data, seed } } : event))(
      entries,
    );
  };
  test.each(WORK.map((_, at) => [`copycat-${at}`, `student-${at}`] as const))('%s', async (copycat, student) => {
    const at = Number(copycat.split('-')[1]);
    // Some change the name, some seal it anew, and some know that the seed has to fit.
    const change = at < 4 ? inTheNameOf(copycat) : reseeded(copycat);
    const result = await mark(`${copycat}.posthorn`, changed(fileOf(student), change, at >= 2));
    marked.push(result);
    expect(result.student).toBe(copycat);
    expect(result.findings).not.toEqual([]);
  });

  test('and their logs are the same as the ones that they had them from', () => {
    const groups = alike(marked.map(({ file: name, events }) => ({ name, events })));
    for (const at of WORK.keys()) {
      const pair = [`student-${at}.posthorn`, `copycat-${at}.posthorn`];
      expect(groups.some((group) => pair.every((name) => group.includes(name)))).toBe(true);
    }
    expect(groups).toHaveLength(WORK.length);
    const report = classReport(marked, groups);
    expect(report).toContain('30 files, 20 of them with findings');
    expect(report).toContain('What this can’t prove');
  });
});

test('who hands several files in gets one row, with the points of all of them', () => {
  const [first, second] = marked;
  if (!first || !second) throw new Error('nothing was marked');
  const rows = markStudents([first, { ...second, student: first.student?.toUpperCase() ?? '' }], policy);
  expect(rows).toMatchObject([{ name: 'student-0', files: [first.file, second.file], score: { grade: 20 } }]);
});

test('no password is in what is handed in', () => {
  for (const file of honest.values()) {
    for (const octets of Object.values(unzipSync(file))) {
      expect(Buffer.from(octets).toString('latin1')).not.toMatch(/wonderland|builder|d29uZGVybGFuZA|AHdvbmRlcmxhbmQ/);
    }
  }
});
