// The problems of a text, each a button that leads to its place; or what the text describes. Counterpart: judge.ts. Rule: the
// first is the one to mend first.

import type { Place } from '../../contract/json-source.ts';
import type { Topology } from '../../contract/topology.ts';
import { t } from '../text/t.ts';
import type { Judgement, TextProblem } from './judge.ts';

interface Props {
  judgement: Judgement;
  summary: Topology | undefined;
  onGoTo: (place: Place) => void;
}

export function ProblemList({ judgement, summary, onGoTo }: Props) {
  if (summary) {
    const { title, hosts, users } = summary;
    return (
      <p className="topology__sound">{t('topology.sound', { title, hosts: hosts.length, users: users.length })}</p>
    );
  }
  if (!('problems' in judgement)) return null;
  const { problems, count } = judgement;
  return (
    <>
      <p className="topology__count">{t('topology.problems', { count })}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.at.line} ${problem.path ?? ''} ${problem.message ?? ''}`}>
            <button type="button" className="topology__problem" onClick={() => onGoTo(problem.at)}>
              <b>{t('topology.line', { line: problem.at.line })}</b> {say(problem)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function say({ mistake, text = '', path = '', message = '', suggestion }: TextProblem): string {
  if (mistake !== undefined) return t(`topology.json.${mistake}`, { text });
  const hint = suggestion === undefined ? '' : ` ${t('topology.suggestion', { suggestion })}`;
  return `${path === '' ? '/' : path}: ${message}${hint}`;
}
