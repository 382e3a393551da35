// Challenges in German. Counterpart: ../en-challenges.ts. Rule: as in glossary.md.

import type { challengesEn } from '../en-challenges.ts';
import type { Translation } from './translation.ts';

export const challengesDe = {
  'challenges.title': 'Prüfsteine',
  'challenges.help':
    'Eine Aufgabe und ein Labor, sonst nichts: kein Text, der führt, keine Hinweise, keine Lösung. Aus der Zahl entsteht die Aufgabe: ihre Namen, ihre Adressen und was kaputt ist. Dieselbe Zahl ergibt für alle dieselbe Aufgabe.',
  'challenges.number': 'Zahl',
  'challenges.another': 'Andere Zahl',
  'challenges.badNumber': 'Eine ganze Zahl von 0 bis {most}.',
  'challenges.exam':
    'Das Labor von {student} für {exercise} ist offen, also ist die Zahl deine: {seed}. Ob etwas richtig ist, steht hier nicht. Wenn du fertig bist, gib die Datei ab, unten bei den Lektionen.',
  'challenges.level1': 'Eines zu finden oder zu tippen',
  'challenges.level2': 'Mehreres, oder etwas zu reparieren',
  'challenges.level3': 'Spuren von vielen Orten',
  'challenges.minutes': 'etwa {count} min',
  'challenges.solved': 'gelöst',
  'challenges.begin': 'Beginnen',
  'challenges.beginNamed': 'Beginnen: {title}',
  'challenges.goOn': 'Weiter: {title}, Zahl {seed}',
  'challenges.all': 'Alle Prüfsteine',
  'challenge.of': 'Prüfstein, Zahl {seed}',
  'challenge.examOf': 'Für die Note, Zahl {seed}',
  'challenge.parts': 'Was verlangt ist',
  'challenge.solved': 'Gelöst.',
  'challenge.next': 'Andere Zahl',
  'challenge.again': 'Von vorn beginnen',
  'challenge.time': 'Zeit zeigen',
  'challenge.marked': 'Bewertet wird, wenn du die Datei abgibst. Bis dahin lassen sich die Antworten ändern.',
} satisfies Translation<typeof challengesEn>;
