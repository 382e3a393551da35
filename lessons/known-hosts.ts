// Hosts that a lesson names and its lab doesn't have. Counterpart: lab-facts.ts. Rule: only keys whose value is a host are
// looked at; in shell commands and letters any name may stand.

import type { Lesson, Step } from '../contract/lesson.ts';
import { nearest } from '../contract/problems.ts';
import type { FactsOf } from '../contract/lab-facts.ts';
import type { LessonProblem } from './source/problem.ts';

const NAMES_HOST: ReadonlySet<string> = new Set(['at', 'by', 'as', 'host', 'server', 'client', 'done', 'queueIdAt']);
const BY_HOST = ['policies', 'smtp', 'zones', 'mta', 'store', 'stopped'] as const;
const FULL_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.example$/;

/** Each unknown host once, where it stands first from its step on. */
export function unknownHosts(lesson: Lesson, source: string, factsOf: FactsOf): LessonProblem[] {
  const lines = source.split(/\r\n|\n|\r/);
  const problems = (lesson.versions[0] ?? []).flatMap((step) => {
    const hosts = factsOf(step.start.topology).hosts.map(({ name }) => name);
    const strangers = [...new Set(hostsNamed(step))].filter((name) => !hosts.includes(name));
    return strangers.map((name) => {
      const inStep = lines.findIndex((text, at) => at >= step.line - 1 && text.includes(name));
      const line = (inStep < 0 ? lines.findIndex((text) => text.includes(name)) : inStep) + 1;
      const near = nearest(name, hosts);
      const instead = near === undefined ? `; it has ${hosts.join(', ')}` : `; did you mean "${near}"?`;
      const message = `the lab ${step.start.topology} has no host ${name}${instead}`;
      return { file: lesson.file, line: Math.max(1, line), message };
    });
  });
  return problems.filter((one, at) => problems.findIndex((other) => other.line === one.line) === at);
}

function hostsNamed(step: Step): string[] {
  const { start, solution, goal, prediction, slips, nearMisses } = step;
  return [
    ...start.actors,
    ...BY_HOST.flatMap((part) => Object.keys(start[part])),
    ...named([start.before, solution, goal, prediction?.before, slips, nearMisses]),
  ].filter((name) => FULL_NAME.test(name));
}

function named(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (typeof member !== 'string') return named(member);
    if (NAMES_HOST.has(key)) return [member];
    return key === 'telnet' || key === 'openssl' ? [member.split(' ')[0] ?? ''] : [];
  });
}
