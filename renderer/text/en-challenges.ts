// The words around challenges: their list, and one under way. Counterpart: course/challenges.tsx, lesson/challenge-panel.tsx.
// Rule: the tasks themselves stand in lessons/challenges/; nobody is hurried.

export const challengesEn = {
  'challenges.title': 'Challenges',
  'challenges.help':
    'A task and a lab, and nothing else: no text that leads you, no hints, no solution. A number makes each task: its names, its addresses, and what is broken. The same number makes the same task for everybody.',
  'challenges.number': 'Number',
  'challenges.another': 'Another number',
  'challenges.badNumber': 'A whole number from 0 to {most}.',
  'challenges.exam':
    'The lab of {student} for {exercise} is open, so the number is yours: {seed}. Whether something is right isn’t said here. Hand the file in when you are done, below the lessons.',
  'challenges.level1': 'One thing to find or to type',
  'challenges.level2': 'Several things, or something to mend',
  'challenges.level3': 'Evidence from many places',
  'challenges.minutes': 'about {count} min',
  'challenges.solved': 'solved',
  'challenges.begin': 'Begin',
  'challenges.beginNamed': 'Begin: {title}',
  'challenges.goOn': 'Go on: {title}, number {seed}',
  'challenges.all': 'All challenges',
  'challenge.of': 'Challenge, number {seed}',
  'challenge.examOf': 'For marks, number {seed}',
  'challenge.parts': 'What it asks for',
  'challenge.solved': 'Solved.',
  'challenge.next': 'Another number',
  'challenge.again': 'Start it again',
  'challenge.time': 'Show the time',
  'challenge.marked': 'It is marked when you hand the file in. You may change your answers until then.',
} as const;
