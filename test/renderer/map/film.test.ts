// A letter's way as a film: hops in their order, in proportion to their times, slow enough to see, and longer as more
// of the way is known.

import { describe, expect, it } from 'vitest';

import { filmOf, isOver, legsDone, partOf, sceneAt } from '../../../renderer/map/film.ts';
import { hostAfter, type Leg, takenBy } from '../../../renderer/map/legs.ts';
import { PACE } from '../../../renderer/map/limits.ts';

const leg = (from: string, to: string, more: Partial<Leg> = {}): Leg => ({
  conn: `${from}#1`,
  from,
  to,
  outcome: 'taken',
  taken_ms: 1000,
  refusal: '',
  tls: false,
  real_ms: 10,
  questions: [],
  ...more,
});

const moves = (legs: Leg[]) =>
  filmOf(legs)
    .scenes.filter((scene) => scene.kind === 'move')
    .map((scene) => scene.till_ms - scene.from_ms);

describe('the film of a way', () => {
  it('keeps the proportion of the real times within what can be seen', () => {
    expect(moves([leg('a', 'b', { real_ms: 10 }), leg('b', 'c', { real_ms: 15 })])).toEqual([
      PACE.leg_ms * 0.8,
      PACE.leg_ms * 1.2,
    ]);
    const [quick = 0, slow = 0] = moves([leg('a', 'b', { real_ms: 0 }), leg('b', 'c', { real_ms: 60_000 })]);
    expect([quick, slow]).toEqual([PACE.shortestLeg_ms, PACE.longestLeg_ms]);
  });

  it('stands at each host, and longer where questions are asked', () => {
    const question = { seq: 1, host: 'a', name: 'b.example', type: 'MX' };
    const [first, , second] = filmOf([leg('a', 'b', { questions: [question] }), leg('b', 'c')]).scenes;
    expect([first?.till_ms, (second?.till_ms ?? 0) - (second?.from_ms ?? 0)]).toEqual([PACE.ask_ms, PACE.stop_ms]);
  });

  it('counts the legs behind the letter, and who took it', () => {
    const legs = [leg('a', 'b'), leg('b', 'c', { taken_ms: 2000 })];
    const film = filmOf(legs);
    expect([legsDone(film, 0), legsDone(film, film.length_ms)]).toEqual([0, 2]);
    expect(isOver(film, film.length_ms - 1)).toBe(false);
    expect([...takenBy(legs, 2)]).toEqual([
      ['b', 1000],
      ['c', 2000],
    ]);
    expect([hostAfter(legs, 0), hostAfter(legs, 1), hostAfter(legs, 2)]).toEqual(['a', 'b', 'c']);
  });

  it('brings a refused letter back to where it came from', () => {
    const legs = [leg('a', 'b'), leg('b', 'c', { outcome: 'refused', refusal: '450' })];
    const film = filmOf(legs);
    const scene = film.scenes[3];
    if (!scene) throw new Error('no scene');
    const part = (share: number) => partOf(scene, 'refused', scene.from_ms + share * (scene.till_ms - scene.from_ms));
    expect(part(0)).toBe(0);
    expect(part(0.5)).toBeGreaterThan(0.5);
    expect(part(1)).toBe(0);
    expect(hostAfter(legs, 2)).toBe('b');
  });

  it('leaves an undecided letter half-way, and goes on from there', () => {
    const open = [leg('a', 'b', { outcome: 'open' })];
    const film = filmOf(open);
    const scene = sceneAt(film, film.length_ms);
    if (!scene) throw new Error('no scene');
    expect(partOf(scene, 'open', film.length_ms)).toBeCloseTo(0.5);
    const later = filmOf([leg('a', 'b'), leg('b', 'c')]);
    expect(later.length_ms).toBeGreaterThan(film.length_ms);
    expect(legsDone(later, film.length_ms)).toBe(0);
  });
});
