// What a few letters find in the palette, and in which order.

import { describe, expect, it } from 'vitest';

import { type Action, isAlways } from '../../../renderer/actions/action.ts';
import { bestMatches, type Candidate } from '../../../renderer/actions/match.ts';

function candidate(title: string, also = ''): Candidate {
  const action: Action = { id: title, title: 'app.name', group: 'lab', isPossible: isAlways, run: () => undefined };
  return { action, title, also };
}

const ALL = [
  candidate('Send a letter', 'Letters'),
  candidate('+10 min', 'Lab time: queues retry'),
  candidate('Next event', 'Lab time'),
  candidate('Next panel', 'Screen'),
  candidate('Larger type', 'Screen'),
];

const found = (query: string, recent: string[] = []) => bestMatches(query, ALL, recent).map(({ title }) => title);

describe('the palette', () => {
  it('shows everything while nothing is typed, what was used last first', () => {
    expect(found('')).toEqual(ALL.map(({ title }) => title));
    expect(found('', ['Next panel', 'Send a letter'])).toEqual([
      ...['Next panel', 'Send a letter', '+10 min', 'Next event', 'Larger type'],
    ]);
  });

  it('goes by the beginnings of words, all of them, in the title first', () => {
    expect(found('ne')).toEqual(['Next event', 'Next panel']);
    expect(found('panel next')).toEqual(['Next panel']);
    expect(found('la')).toEqual(['Larger type', '+10 min', 'Next event']);
    expect(found('retry')).toEqual(['+10 min']);
    expect(found('letter zebra')).toEqual([]);
  });

  it('finds letters with others between them, after all else', () => {
    expect(found('nxev')).toEqual(['Next event']);
    expect(found('z')).toEqual([]);
  });
});
