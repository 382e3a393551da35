// A lecture on its way, without a screen: questions and their rounds, what the next press does, and what a window keeps of it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { scenesOf } from '../../../lessons/playlists/cut.ts';
import { readPlaylist } from '../../../lessons/playlists/read-playlist.ts';
import { keptOf, readKept } from '../../../renderer/lecture/kept-lecture.ts';
import type { Running } from '../../../renderer/lecture/lecture-state.ts';
import { notesOf, pressOf } from '../../../renderer/lecture/notes.ts';
import { ask, countedIn, further, hasAnswers, reveal, roundId, voteOf } from '../../../renderer/lecture/vote-round.ts';

const file = readFileSync(fileURLToPath(new URL('../../../lessons/playlists/journey.yaml', import.meta.url)), 'utf8');
const read = readPlaylist('journey.yaml', file);
if (!read.ok) throw new Error('journey.yaml is no playlist');
const { playlist } = read;
const scenes = scenesOf(playlist, 15);
const question = scenes[0]?.question;
if (!question) throw new Error('its first scene asks nothing');

const running = (change: Partial<Running> = {}): Running => ({
  ...{ playlist, file, cut: 15, scenes, names: undefined, at: 0, beat: 0, phase: 'ready', panels: ['map'] },
  ...{ isRecorded: false, recording: undefined, zoom: undefined, voting: undefined, isBlack: false, isSpot: false },
  ...{ spot: undefined, top: undefined, frozen: undefined, began_ms: 1000 },
  ...change,
});

describe('a question', () => {
  it('goes from the first answers over the discussion to both rounds side by side', () => {
    let voting = ask(question, 1);
    expect(voteOf(voting)).toMatchObject({ id: 'how-many.1.1', phase: 'open', rounds: [] });
    voting = { ...voting, hands: { two: 3 } };
    const phones = (id: string, counts: Record<string, number>) => countedIn(voting, { vote: id, counts });
    voting = further(voting, phones('how-many.1.1', { four: 1 })) ?? voting;
    expect(voteOf(voting)).toMatchObject({ phase: 'discuss', rounds: [] });
    voting = further(voting, {}) ?? voting;
    expect(roundId(voting)).toBe('how-many.1.2');
    // Answers of the round before don't count for this one.
    expect(phones('how-many.1.1', { four: 1 })).toEqual({});
    voting = further(voting, phones('how-many.1.2', { four: 4 })) ?? voting;
    expect(voteOf(voting)).toMatchObject({ phase: 'shown', right: 'four', rounds: [{ two: 3, four: 1 }, { four: 4 }] });
    expect(further(voting, {})).toBeUndefined();
  });

  it('can be shown at any time, and says of nothing how it was answered before', () => {
    const voting = { ...ask(question, 2), hands: { one: 2 } };
    expect(JSON.stringify(voteOf(voting))).not.toMatch(/"right"|2\}/);
    expect(voteOf(reveal(voting, { four: 1 })).rounds).toEqual([{ one: 2, four: 1 }]);
  });
});

describe('the next press', () => {
  it.each([
    ['a question', running()],
    ['types at laptop', running({ beat: 1 })],
    ['the rest at once', running({ beat: 1, phase: 'typing' })],
    ['another view', running({ beat: 2 })],
    ['next scene: What they say to each other', running({ beat: 3 })],
    ['the end; Shift+Q closes', running({ at: scenes.length - 1, beat: 3 })],
    ['the answers', running({ beat: 1, voting: { ...ask(question, 1), hands: { two: 1 } } })],
    // Nobody has answered: the experiment does.
    ['types at laptop', running({ beat: 1, voting: ask(question, 1) })],
    // The recording has it already.
    ['a word more', running({ beat: 1, isRecorded: true })],
  ])('%s', (says, at) => expect(pressOf(at, null)).toBe(says));

  it('shows answers that phones gave, and goes on when they were seen', () => {
    const voting = ask(question, 3);
    const answers = { vote: roundId(voting), counts: { four: 1 } };
    expect(hasAnswers(voting, answers)).toBe(true);
    expect(hasAnswers(reveal(voting, answers.counts), answers)).toBe(false);
    expect(notesOf(running({ beat: 1, voting }), answers).next).toBe('Shows how the hall answered.');
  });
});

describe('a page that is loaded again', () => {
  const names = { campus: 'nordstadt', harbor: 'museum' };

  it('finds its lecture where it was', () => {
    const voting = { ...ask(question, 2), hands: { two: 5 } };
    const kept = keptOf(running({ at: 3, beat: 1, names, voting }), true, 'lab-2');
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual({
      ...{ chosen: { playlist, file }, cut: 15, names, at: 3, beat: 1, began_ms: 1000, hasNotes: true, home: 'lab-2' },
      voting: { number: 2, phase: 'open', hands: { two: 5 }, rounds: [] },
    });
  });

  it.each([
    ['another version’s', { ...keptOf(running(), false, undefined), more: 1 }],
    ['no playlist', { ...keptOf(running(), false, undefined), file: 'id: [' }],
    ['nothing', undefined],
  ])('begins afresh with %s', (_what, kept) => expect(readKept(kept)).toBeUndefined());
});
