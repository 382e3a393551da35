// Every scene of every shipped playlist, played in both cuts as the pre-flight check plays it, against a real engine. And what
// a stranger's file is told that isn't one.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';

import type { LabEvent } from '../../contract/events.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { CUTS, type Playlist } from '../../contract/lecture/playlist.ts';
import { AsideLab as Aside } from '../../engine/aside/aside-lab.ts';
import { Lab, type LabOptions } from '../../engine/engine.ts';
import { scenesOf } from '../../lessons/playlists/cut.ts';
import { handoutPage, handoutText } from '../../lessons/playlists/handout.ts';
import { PLAYLISTS } from '../../lessons/playlists/index.ts';
import { ownNamesSchema, rename } from '../../lessons/playlists/own-names.ts';
import { type AsideLab, preflight, type SceneCheck } from '../../lessons/playlists/preflight.ts';
import { readPlaylist } from '../../lessons/playlists/read-playlist.ts';
import { shippedTopology } from '../../play/quiet-lab.ts';

const openLab = (options: LabOptions, listener: (event: LabEvent) => void) => Lab.open(options, listener);
const textOf = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../lessons/playlists/${name}.yaml`, import.meta.url)), 'utf8');

function shipped(name: string): Playlist {
  const read = readPlaylist(`${name}.yaml`, textOf(name));
  if (!read.ok)
    throw new Error(read.problems.map(({ line, message }) => `${name}.yaml:${line}: ${message}`).join('\n'));
  return read.playlist;
}

describe.each(PLAYLISTS)('%s', (name) => {
  const playlist = shipped(name);

  test.each(CUTS)('does in %s minutes what it promises', async (cut) => {
    const checks: SceneCheck[] = [];
    await preflight(scenesOf(playlist, cut), {
      open: async ({ start }) => {
        const aside = await Aside.open(openLab, shippedTopology(start.topology), 1);
        return { send: aside.obey.bind(aside) as AsideLab['send'], close: () => aside.close() };
      },
      now_ms: () => 0,
      isCancelled: () => false,
      onCheck: (check) => checks.push(check),
    });
    expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(cut === 5 ? 2 : 5);
  });

  it('fits into its time: twenty seconds a beat, and a minute more a question', () => {
    for (const cut of CUTS) {
      const beats = scenesOf(playlist, cut).flatMap((scene) => scene.beats);
      const minutes = beats.length / 3 + beats.filter((beat) => 'ask' in beat).length;
      expect(minutes).toBeLessThanOrEqual(cut);
    }
  });
});

describe('one’s own names', () => {
  const names = { campus: 'nordstadt', harbor: 'museum' };

  test.each(PLAYLISTS)('%s: stand everywhere, and its scenes do the same', async (name) => {
    const scenes = scenesOf(rename(shipped(name), names), 5);
    const all = JSON.stringify(scenes);
    expect(all).not.toMatch(/campus\.example|harbor\.example|\bCampus\b|\bHarbor\b/);
    const checks: SceneCheck[] = [];
    await preflight(scenes, {
      open: async ({ start }) => {
        const aside = await Aside.open(openLab, rename(shippedTopology(start.topology), names), 1);
        return { send: aside.obey.bind(aside) as AsideLab['send'], close: () => aside.close() };
      },
      now_ms: () => 0,
      isCancelled: () => false,
      onCheck: (check) => checks.push(check),
    });
    expect(checks.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });

  it.each([
    [{ campus: 'mail.uni', harbor: 'museum' }, 'letters, digits and hyphens'],
    [{ campus: 'museum', harbor: 'museum' }, 'must differ'],
    [{ campus: 'visitor', harbor: 'museum' }, 'another domain of the lab'],
    [{ campus: '-uni', harbor: 'museum' }, 'letters, digits and hyphens'],
  ])('%j: are refused', (own, why) => {
    expect(ownNamesSchema.safeParse(own).error?.message).toContain(why);
  });
});

describe('a handout', () => {
  const words = {
    ...{ predict: 'Guess:', typed: 'Typed', look: 'Look:', yours: 'Yours:' },
    ...{ scene: (at: number) => `Scene ${at}`, at: (host: string) => `At ${host}:` },
  };
  const handout = (scenes = scenesOf(shipped('journey'), 15)) => ({ title: 'A <b>title</b>', about: '', scenes });

  it('has what is typed at each computer once, its questions with boxes, and no password', () => {
    const text = handoutText(handout(), words);
    expect(text.match(/At visitor\.example:/g)).toHaveLength(1);
    expect(text).toContain(
      'Guess: How many servers will have held this letter when Bob can read it?\n  [ ] One: Bob’s',
    );
    expect(text).toContain('--auth-password ****');
    expect(text).not.toContain('wonderland');
  });

  it('is a page in which every word of a playlist is text', () => {
    const page = handoutPage(handout(), words, 'en');
    expect(page).toContain('<h1>A &lt;b&gt;title&lt;/b&gt;</h1>');
    expect(page).toContain('MAIL FROM:&lt;june@visitor.example&gt;');
    expect(page).not.toContain('<script');
  });
});

describe('a playlist’s file', () => {
  const problemsOf = (text: string) => {
    const read = readPlaylist('mine.yaml', text);
    return read.ok ? [] : read.problems.map(({ line, message }) => `${line}: ${message}`);
  };
  const journey = textOf('journey');

  it.each([
    [
      'a wrong word',
      journey.replace('panels: [map, shell]', 'panels: [map, shel]'),
      /\/scenes\/0\/panels\/1: .*"shell"/,
    ],
    [
      'an unknown key',
      journey.replace('    notes:', '    note:'),
      /\/scenes\/0\/note: unknown key\. Did you mean "notes"\?/,
    ],
    ['an unknown check', journey.replace('inMailbox:', 'inMailbax:'), /inMailbox/],
    [
      'a question that isn’t there',
      journey.replace('- ask: how-many', '- ask: how-much'),
      /asks what the scene’s question isn’t/,
    ],
    ['typing without a shell', journey.replace('panels: [map, shell]', 'panels: [map]'), /no shell is on the stage/],
    [
      'going on from nothing',
      journey.replace('id: leaves\n', 'id: leaves\n    begins: on\n'),
      /the first scene has none before it/,
    ],
    ['no YAML', 'id: [', /./],
    ['an alias bomb', 'a: &a [1]\nb: [*a, *a]', /./],
    ['too much', `# ${'x'.repeat(LECTURE_LIMITS.playlistOctets)}`, /at most/],
  ])('is told %s, with its line', (_what, text, message) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).toMatch(message);
    expect(problems[0]).toMatch(/^\d+: /);
  });
});
