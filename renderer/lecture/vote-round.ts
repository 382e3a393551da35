// A question to the hall on its way: asked, discussed, asked again, shown. Counterpart: contract/lecture/stage.ts has what the
// hall sees of it. Rule: pure; nothing of the counts is in what the hall sees before they are shown.

import type { LectureStatus } from '../../contract/lecture/commands.ts';
import type { Question } from '../../contract/lecture/playlist.ts';
import type { Counts, Vote } from '../../contract/lecture/stage.ts';

export interface Voting {
  question: Question;
  /** Tells two showings of the same question apart. */
  number: number;
  phase: Vote['phase'];
  /** Hands that were counted by eye, of this round. */
  hands: Counts;
  /** The rounds that are over. */
  rounds: readonly Counts[];
}

export function ask(question: Question, number: number): Voting {
  return { question, number, phase: 'open', hands: {}, rounds: [] };
}

/** One press further: discuss, answer again, show. `counted`: the answers of followers in this round. */
export function further(voting: Voting, counted: Counts): Voting | undefined {
  switch (voting.phase) {
    case 'open':
      return { ...voting, phase: 'discuss', rounds: [sum(voting.hands, counted)], hands: {} };
    case 'discuss':
      return { ...voting, phase: 'again' };
    case 'again':
      return { ...voting, phase: 'shown', rounds: [...voting.rounds, sum(voting.hands, counted)] };
    case 'closed':
      return { ...voting, phase: 'shown' };
    case 'shown':
      return undefined;
  }
}

/** Straight to the chart. */
export function reveal(voting: Voting, counted: Counts): Voting {
  const isCounting = voting.phase === 'open' || voting.phase === 'again';
  const rounds = isCounting ? [...voting.rounds, sum(voting.hands, counted)] : voting.rounds;
  return { ...voting, phase: 'shown', rounds };
}

/** How followers answered in the round that is open. */
export function countedIn(voting: Voting, answers: LectureStatus['answers'] | undefined): Counts {
  return answers?.vote === roundId(voting) ? answers.counts : {};
}

/** Somebody has answered, and nobody has seen how: not to be passed over by a press that goes on. */
export function hasAnswers(voting: Voting, answers: LectureStatus['answers'] | undefined): boolean {
  const rounds = [voting.hands, countedIn(voting, answers), ...voting.rounds];
  return voting.phase !== 'shown' && rounds.some((counts) => Object.values(counts).some((count) => count > 0));
}

/** How the answers of followers to this round are named. */
export function roundId({ question, number, phase, rounds }: Voting): string {
  const round = phase === 'again' || rounds.length > 1 ? 2 : 1;
  return `${question.id}.${number}.${round}`;
}

/** What the hall sees. */
export function voteOf(voting: Voting): Vote {
  const { question, phase, rounds } = voting;
  const right = question.options.find((one) => one.right)?.id;
  const isShown = phase === 'shown';
  return {
    id: roundId(voting),
    asks: question.asks,
    options: question.options.map(({ id, text }) => ({ id, text })),
    phase,
    rounds: isShown ? [...rounds] : [],
    ...(isShown && right !== undefined ? { right } : {}),
  };
}

function sum(left: Counts, right: Counts): Counts {
  const ids = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries([...ids].map((id) => [id, (left[id] ?? 0) + (right[id] ?? 0)]));
}
