// Reasons in the language of the lesson, with real values in them: what a learner reads under a goal.

import { expect, test } from 'vitest';

import type { Reason } from '../../lessons/goal/matcher.ts';
import { failure, type ValueTest } from '../../lessons/goal/value.ts';
import { say } from '../../lessons/text/say.ts';

test.each<[Reason['key'], Reason['params'], string, string]>([
  [
    'answered.otherwise',
    { command: 'RCPT', reply: '550 5.1.1' },
    'The answer to RCPT was “550 5.1.1”.',
    'Die Antwort auf RCPT war „550 5.1.1“.',
  ],
  [
    'count.exactly',
    { seen: 1, wanted: 2 },
    'It happened 1 times; 2 are wanted.',
    'Es geschah 1-mal; verlangt ist 2-mal.',
  ],
  [
    'standing.otherwise',
    {
      ...{ name: 'Received', host: 'mx1' },
      ...{ standing: { names: 'standing.is.claimed' }, wanted: { names: 'standing.is.witnessed' } },
    },
    'Received was written by mx1 and is claimed, not witnessed.',
    'Received wurde von mx1 geschrieben und ist behauptet, nicht bezeugt.',
  ],
  [
    'parts.missing',
    { wanted: { names: 'parts.asItShouldBe' }, seen: 'text/plain' },
    'No part of the letter is as it should be. It has text/plain.',
    'Kein Teil des Briefes ist so, wie er sein soll. Er hat text/plain.',
  ],
])('%s', (key, params, english, german) => {
  expect(say(key, params)).toBe(english);
  expect(say(key, params, 'de')).toBe(german);
});

test.each<[ValueTest, string]>([
  [{ atLeast: 3 }, 'Die Zahl der Prüfungen ist 2 und soll 3 oder mehr sein.'],
  [{ is: 3 }, 'Die Zahl der Prüfungen ist „2“ und soll „3“ sein.'],
  [{ not: 2 }, 'Die Zahl der Prüfungen darf nicht „2“ sein.'],
])('a name of the catalogue is said in the same language: %j', (wanted, german) => {
  const reason = failure(2, wanted, { names: 'tried.what.checks' });
  expect(reason && say(reason.key, reason.params, 'de')).toBe(german);
});

test('what was typed is shown as it is, also where it looks like a name of the catalogue', () => {
  expect(say('chosen.other', { what: '{wanted} tried.what.lost' }, 'de')).toContain('„{wanted} tried.what.lost“');
});

test('a language that nobody knows is answered in English', () => {
  expect(say('letter.none', {}, 'toString')).toBe('No letter has been sent yet.');
});
