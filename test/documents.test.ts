// What the documents say is so: links lead somewhere, commands exist, folders and doors are as told, and the commits to walk
// through are in the history.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { twoDomains } from '../engine/topologies/two-domains.ts';
import { course } from './lessons/course.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const isThere = (file: string) => fs.existsSync(path.join(root, file));
const foundIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = '']) => one);
const documents = ['.', 'docs'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

/** What a heading is called in a link, as forges make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

function deadLinks(file: string): string[] {
  const text = read(file).replaceAll(/```.*?```/gs, '');
  const links = foundIn(text, /(?:\]\(|src(?:set)?=")((?!\w+:)[^)"\s]+)/g);
  return links.filter((link) => {
    const [target = '', anchor] = link.split('#');
    const at = target === '' ? file : path.join(path.dirname(file), target);
    if (!isThere(at)) return true;
    return (
      anchor !== undefined &&
      !foundIn(read(at), /^#+ (.+)$/gm)
        .map(anchorOf)
        .includes(anchor)
    );
  });
}

it.each(documents)('%s: every link leads somewhere', (file) => expect(deadLinks(file)).toEqual([]));

it('every npm command that is told exists', () => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
  const told = documents.flatMap((file) => foundIn(read(file), /\bnpm run (?:-s )?([\w:]+)/g));
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((name) => scripts[name] === undefined)).toEqual([]);
});

it('the architecture names every folder, and none that isn’t there', () => {
  const tracked = execFileSync('git', ['ls-tree', '-d', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' });
  const text = read('docs/architecture.md');
  const named = foundIn(text, /`([\w./-]+\/)`/g);
  expect(
    tracked
      .trim()
      .split('\n')
      .filter((folder) => !named.includes(`${folder}/`)),
  ).toEqual([]);
  // Some are told as they stand in another that was just named.
  const homes = ['.', 'engine', 'engine/smtp'];
  const isSomewhere = (place: string) => homes.some((home) => isThere(path.join(home, place)));
  expect([...named, ...foundIn(text, /`((?:[\w-]+\/)+[\w-]+\.tsx?)`/g)].filter((place) => !isSomewhere(place))).toEqual(
    [],
  );
});

describe('the README', () => {
  const text = read('README.md');

  it('tells the doors that there are', () => {
    const told = foundIn(text, /\b(2\d{3})\b/g)
      .filter((port) => port !== '2053')
      .map(Number);
    const there = (twoDomains.doors ?? []).map(({ local }) => local);
    expect(there.filter((port) => !told.includes(port ?? 0))).toEqual([]);
    expect(told.filter((port) => !there.includes(port))).toEqual([]);
  });

  it('tells the passwords that work, and as many lessons as there are', () => {
    const inOneLine = text.replaceAll(/\s+/g, ' ');
    for (const { address, password } of twoDomains.users ?? []) {
      expect(inOneLine).toContain(`\`${address}\` \`${password}\``);
    }
    expect(text).toContain(`[${course.lessons.length} lessons]`);
  });

  it('has pictures that a page can bear', () => {
    for (const file of foundIn(text, /(docs\/[\w-]+\.(?:png|webp))/g)) {
      expect(fs.statSync(path.join(root, file)).size, file).toBeLessThan(2_000_000);
    }
  });
});

it('each walk goes through a commit of the history, in which its first file is', () => {
  const walks = [...read('CONTRIBUTING.md').matchAll(/^### .*`([0-9a-f]{7})`\n\n1\. \[`([^`]+)`\]/gm)];
  expect(walks).toHaveLength(4);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  // A copy without its history can't be asked.
  if (git('rev-parse', '--is-shallow-repository') === 'true') return;
  for (const [, hash = '', file = ''] of walks) {
    expect(git('show', '--name-only', '--format=', hash).split('\n'), hash).toContain(file);
  }
});

it('the term has every lesson once, after those that it needs', () => {
  const [, table = ''] = /<!-- term -->(.*)<!-- end of term -->/s.exec(read('docs/teaching-guide.md')) ?? [];
  const weeks = [...table.matchAll(/^\| \d+ \| ([^|]+)\|/gm)].map(([, cell = '']) =>
    foundIn(cell, /(\d+)/g).map(Number),
  );
  const order = weeks.flat();
  const numbered = course.lessons.filter(({ head }) => !head.extra);
  expect(order.toSorted((one, other) => one - other)).toEqual(numbered.map(({ head }) => head.number));
  const numberOf = new Map(course.lessons.map(({ head }) => [head.id, head.number]));
  for (const { head } of numbered) {
    for (const before of head.after) {
      expect(order.indexOf(numberOf.get(before) ?? 0), `${before} before ${head.id}`).toBeLessThan(
        order.indexOf(head.number),
      );
    }
  }
});
