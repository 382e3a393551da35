// Handing in in German. Counterpart: ../en-hand-in.ts. Rule: as in glossary.md.

import type { handInEn } from '../en-hand-in.ts';
import type { Translation } from './translation.ts';

export const handInDe = {
  'handIn.title': 'Eine Übung abgeben',
  'handIn.help':
    'Für einen Kurs mit Noten: Du bekommst ein eigenes Labor, mit Namen und Kennungen, die sonst niemand hat. Bearbeite darin die Lektionen, speichere dann die Datei und gib sie ab, wo dein Kurs sie annimmt.',
  'handIn.student': 'Deine Matrikelnummer',
  'handIn.exercise': 'Name der Übung, wie der Kurs ihn nennt',
  'handIn.open': 'Mein Labor dafür öffnen',
  'handIn.lab': '{exercise}, {student}',
  'handIn.isOpen': 'Das Labor von {student} für {exercise} ist offen.',
  'handIn.holds':
    'In der Datei stehen deine Nummer, alles, was seit dem Öffnen in diesem Labor getippt und getan wurde, deine Vorhersagen und Antworten, die benutzten Hinweise, und wann. Keine Passwörter, keine Schlüssel, nichts von außerhalb dieses Labors. Sie wird auf diesem Rechner gespeichert; niemand bekommt sie, außer du gibst sie weiter.',
  'handIn.more': 'Eine Lektion, die ein anderes Labor öffnet, macht eine weitere Datei: Gib beide ab.',
  'handIn.save': 'Die Datei zum Abgeben speichern',
  'handIn.answers': 'Antworten auf Fragen vom Papier',
  'handIn.answersHelp':
    'Falls dein Kurs Fragen auf Papier gestellt hat: Nummer der Frage und Antwort, dann kommen sie in die Datei. Es zählt, was zuletzt dasteht.',
  'handIn.question': 'Frage',
  'handIn.answer': 'Antwort',
  'handIn.write': 'Aufschreiben',
  'handIn.given': '{name}: {value}',
  'handIn.badNumber': 'Eine Nummer besteht aus Buchstaben, Ziffern und . _ @ - und hat höchstens 64 Zeichen.',
  'handIn.badExercise': 'Ein Name besteht aus Buchstaben, Ziffern und . _ - und hat höchstens 40 Zeichen.',
} satisfies Translation<typeof handInEn>;
