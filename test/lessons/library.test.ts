// The course as a whole: loading, the opening task, starts, and what an author's command answers.

import { describe, expect, test } from 'vitest';

import { checkLesson, newLesson } from '../../lessons/authoring.ts';
import { COURSE } from '../../lessons/course/index.ts';
import { courseHeads, loadCourse, openLesson } from '../../lessons/library.ts';
import { PROSE_WORDS } from '../../lessons/limits.ts';
import { cutLesson } from '../../lessons/source/markdown.ts';
import { problemLine } from '../../lessons/source/problem.ts';
import { faultRuleSchema } from '../../contract/faults.ts';
import { startCommands, topologyFor } from '../../lessons/start.ts';
import { lessonTemplate } from '../../lessons/template.ts';
import { factsOf } from '../../engine/labs/lab-facts.ts';
import { testTopology } from '../support/lab.ts';
import { course, loadText } from './course.ts';

const lessonCalled = (id: string) => course.lessons.find((one) => one.head.id === id);

describe('the course', () => {
  test('a lesson opens with a task of an earlier one, with the next names', () => {
    const [speak, envelope] = [lessonCalled('speak-smtp'), lessonCalled('envelope')];
    const dot = (row: number) => speak?.versions[row]?.find((step) => step.id === 'dot')?.act;
    expect(envelope?.versions[0]?.[0]).toMatchObject({ id: 'opening', act: dot(1), core: false });
    expect(envelope?.versions[1]?.[0]?.act).toBe(dot(0));
  });

  test('the list needs front matter only, and one lesson opens by itself', () => {
    expect([...courseHeads(loadText).values()]).toEqual(course.lessons.map((lesson) => lesson.head));
    expect(openLesson(loadText, 'envelope')).toEqual(lessonCalled('envelope'));
    expect(openLesson(loadText, 'nothing')).toBeUndefined();
  });

  test('a missing file, and an opening that leads nowhere, are problems', () => {
    const missing = loadCourse(loadText, 'en', [...COURSE, '99-gone']);
    expect(missing.problems.map(problemLine)).toEqual([expect.stringMatching(/^99-gone\/lesson\.md:1: /)]);
    const alone = loadCourse(loadText, 'en', ['04-envelope']);
    expect(alone.problems.map(problemLine)).toEqual([expect.stringMatching(/opensWith: the course has no step dot/)]);
  });

  test('a translation is used where there is one', () => {
    const french = '---\nlanguage: fr\ntitle: Parler SMTP\n---\n';
    const load = (path: string) => (path === '02-speak-smtp/lesson.fr.md' ? french : loadText(path));
    const names = ['02-speak-smtp', '04-envelope'];
    expect(loadCourse(load, 'fr', names).lessons.map((lesson) => lesson.head.title)).toEqual([
      'Parler SMTP',
      'The envelope is not the letter',
    ]);
    expect(loadCourse(load, 'fr', names).lessons.map((lesson) => lesson.lacks)).toEqual([undefined, 'fr']);
  });

  test.each(COURSE.slice(0, 6))('%s is whole in German', (name) => {
    const [english, german] = ['lesson.md', 'lesson.de.md'].map((file) => loadText(`${name}/${file}`) ?? '');
    expect(checkLesson({ file: 'lesson.de.md', source: german ?? '', original: english, loadText, factsOf })).toEqual(
      [],
    );
    const titles = cutLesson('lesson.de.md', german ?? '').sections.map(({ title }) => title);
    const steps = loadCourse(loadText, 'de', [name]).lessons[0]?.versions[0] ?? [];
    expect(steps.map(({ title }) => title)).toEqual(titles);
    expect(courseHeads(loadText, 'de').get(name)?.title).not.toBe(courseHeads(loadText).get(name)?.title);
    for (const { text } of steps) expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(PROSE_WORDS);
  });

  test('about 60 % of a lesson’s steps are core', () => {
    for (const { versions, head } of course.lessons) {
      const own = (versions[0] ?? []).filter((step) => step.id !== 'opening');
      const share = own.filter((step) => step.core).length / own.length;
      expect(share, head.id).toBeGreaterThanOrEqual(0.5);
      expect(share, head.id).toBeLessThanOrEqual(0.7);
    }
  });
});

describe('a start', () => {
  const start = lessonCalled('speak-smtp')?.versions[0]?.[0]?.start;
  if (!start) throw new Error('no start');
  const now_ms = Date.parse(start.clock);

  test('turns every policy off that it doesn’t name', () => {
    const shipped = testTopology((topology) => {
      for (const host of topology.hosts) if (host.policies['greylisting']) host.policies['greylisting'].enabled = true;
    });
    const on = shipped.hosts.filter((host) => host.policies['greylisting']?.['enabled']).map((host) => host.name);
    expect(on).toEqual(['mx1.harbor.example', 'mx2.harbor.example']);
    expect(topologyFor(start, shipped).hosts.some((host) => host.policies['greylisting']?.['enabled'])).toBe(false);
    expect(startCommands(start, shipped, now_ms)).toEqual(
      on.map((host) => ({
        command: 'config.patch',
        args: { host, path: '/policies/greylisting', value: { enabled: false } },
      })),
    );
    expect(startCommands(start, topologyFor(start, shipped), now_ms)).toEqual([]);
  });

  test('disturbs the wire as it says, and in no other way', () => {
    const rule = faultRuleSchema.parse({ id: 'slow-link', fault: { kind: 'slow', octetsPerSecond: 100 } });
    const left = faultRuleSchema.parse({ id: 'fault-1', fault: { kind: 'blackHole' } });
    const quiet = topologyFor(start, testTopology());
    expect(startCommands({ ...start, faults: [rule] }, quiet, now_ms, quiet, [left])).toEqual([
      { command: 'fault.clear', args: { id: 'fault-1' } },
      { command: 'fault.set', args: rule },
    ]);
    expect(startCommands(start, quiet, now_ms, quiet, [])).toEqual([]);
  });

  test('sets what it names, and fills the mailboxes that it names', () => {
    const wanted = {
      ...start,
      policies: { 'mx1.harbor.example': { greylisting: { delay_s: 600 } } },
      mailboxes: {
        'bob@harbor.example': [{ from: 'alice@campus.example', subject: 'Old #', text: 'Hello.\n', times: 2 }],
      },
    };
    expect(startCommands(wanted, testTopology(), now_ms)).toEqual([
      {
        command: 'config.patch',
        args: { host: 'mx1.harbor.example', path: '/policies/greylisting', value: { enabled: true, delay_s: 600 } },
      },
      {
        command: 'store.fill',
        args: {
          address: 'bob@harbor.example',
          letters: [
            'From: alice@campus.example\r\nTo: bob@harbor.example\r\nSubject: Old 1\r\nDate: Mon, 5 Jan 2026 09:00:00 +0000\r\n\r\nHello.\r\n',
            'From: alice@campus.example\r\nTo: bob@harbor.example\r\nSubject: Old 2\r\nDate: Mon, 5 Jan 2026 09:00:00 +0000\r\n\r\nHello.\r\n',
          ],
        },
      },
    ]);
  });
});

describe('npm run lesson', () => {
  test('new makes a lesson that passes the check', () => {
    const made = newLesson('own-idea', COURSE);
    if ('problem' in made) throw new Error(made.problem);
    const highest = Math.max(...course.lessons.map((lesson) => lesson.head.number));
    expect(made.folder).toBe(`${String(highest + 1).padStart(2, '0')}-own-idea`);
    expect(checkLesson({ file: 'lesson.md', source: made.source, loadText, factsOf })).toEqual([]);
    expect(newLesson('77-queues', [])).toMatchObject({ folder: '77-queues' });
  });

  test.each(['Bad Name', '../etc', '', '100-x', '02-speak-smtp'])('new refuses %j', (name) =>
    expect(newLesson(name, [])).toHaveProperty('problem'),
  );

  test('check tells file and line', () => {
    const source = lessonTemplate('forgery', 5).replace('counts', '').replace('hints:', 'hint:');
    for (const line of checkLesson({ file: 'a/lesson.md', source, loadText, factsOf }))
      expect(line).toMatch(/^a\/lesson\.md:\d+: /);
    expect(checkLesson({ file: 'a/lesson.md', source, loadText, factsOf }).length).toBeGreaterThan(0);
    const opening = lessonTemplate('forgery', 5).replace('after: []', 'opensWith: { lesson: envelope, step: nowhere }');
    expect(checkLesson({ file: 'x', source: opening, loadText, factsOf })).toEqual([
      'x:1: opensWith: lesson envelope has no step nowhere',
    ]);
  });

  test('check knows the hosts of the lab', () => {
    const source = lessonTemplate('forgery', 5).replaceAll('mx1.harbor.example', 'mx9.harbor.example');
    const lines = checkLesson({ file: 'x', source, loadText, factsOf });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^x:\d+: the lab two-domains has no host mx9\.harbor\.example; did you mean "mx\d\.harbor/);
  });

  test('check reads a translation beside its lesson', () => {
    const original = lessonTemplate('forgery', 5);
    const source = '---\nlanguage: de\ntitle: Fälschung\n---\n## A\n```task\nid: gone\n```\n';
    expect(checkLesson({ file: 'lesson.de.md', source, original, loadText, factsOf })).toEqual([
      'lesson.de.md:7: the lesson has no step gone',
    ]);
  });
});
