// What is said of a topology as one types it: where, and what was probably meant.

import { expect, test } from 'vitest';

import { writeTopology } from '../../../contract/plain-topology.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { twoDomains } from '../../../engine/topologies/two-domains.ts';
import { judge, offsetOf } from '../../../renderer/topology/judge.ts';
import { t } from '../../../renderer/text/t.ts';

const text = writeTopology(soundTopology(twoDomains, 'two-domains'));
const problems = (typed: string) => {
  const judged = judge(typed);
  return 'problems' in judged ? judged.problems : [];
};
const lineOf = (typed: string, needle: string) => typed.slice(0, typed.indexOf(needle)).split('\n').length;

test('a sound one is a topology', () => {
  expect(judge(text)).toMatchObject({ topology: { name: 'two-domains' } });
});

test('a slip in a key or a name is shown where it stands, with the word that is near', () => {
  const typed = text.replace('"localDomains"', '"localDomain"');
  expect(problems(typed)).toMatchObject([
    { at: { line: lineOf(typed, '"localDomain"') }, message: 'unknown key.', suggestion: 'localDomains' },
  ]);
  const lost = text.replace('"as": "visitor.example"', '"as": "visiter.example"');
  expect(problems(lost)).toMatchObject([{ at: { line: lineOf(lost, 'visiter') }, suggestion: 'visitor.example' }]);
});

test('what is missing is shown where it should be', () => {
  const typed = text.replace('"label": "La", ', '').replace(/"label": "La",\n\s*/, '');
  expect(problems(typed)).toMatchObject([{ path: '/hosts/0/label' }]);
});

test('what isn’t JSON is told in a sentence, and the place is found in the text', () => {
  const typed = text.replace(/,\n/, '\n');
  const [problem] = problems(typed);
  expect(problem).toMatchObject({ mistake: 'comma', at: { line: 3, column: 3 } });
  expect(typed.slice(offsetOf(typed, problem?.at ?? { line: 1, column: 1 }))).toMatch(/^"title"/);
  expect(t('topology.json.comma', { text: '"title"' })).not.toContain('{');
});
