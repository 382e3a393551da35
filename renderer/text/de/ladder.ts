// The ladder in German. Counterpart: ../en-ladder.ts. Rule: as in glossary.md.

import type { ladderEn } from '../en-ladder.ts';
import type { Translation } from './translation.ts';

export const ladderDe = {
  'ladder.action': 'Leiter',
  'ladder.action.help':
    'Der ganze Weg des Briefes als eine Zeichnung: wer wem was sagte, auch Fragen und neue Versuche',
  'ladder.title': 'Der Weg als Leiter',
  'ladder.none':
    'Noch gibt es nichts zu zeichnen: Erst muss ein Brief gesendet werden oder jemand mit einem Server sprechen.',
  'ladder.drawing': 'Rechner nebeneinander, die Zeit abwärts; die Dialoge haben dieselben Zeilen als Text',
  'ladder.everyLine': 'Jede Zeile',
  'ladder.svg': 'Als SVG speichern',
  'ladder.png': 'Als PNG speichern',
  'ladder.file': 'leiter',
  'ladder.tooLong': 'Diese Zeichnung ist zu lang für ein Bild. SVG kennt keine solche Grenze.',
  'ladder.left': { one: 'Für {count} weitere ist hier kein Platz.', other: 'Für {count} weitere ist hier kein Platz.' },
  'ladder.open': 'verbindet sich, Port {port}',
  'ladder.tls': '{version} von hier an',
  'ladder.cached': '{question} (schon bekannt)',
  'ladder.bulk': 'Text, {octets} Oktette',
  'ladder.more': { one: '(+{count} Zeile)', other: '(+{count} Zeilen)' },
  'ladder.pause': '{time} später',
  'ladder.policy': '{policy} entscheidet',
  'ladder.refused': 'Port {port}: {problem}',
  'ladder.problem.no route': 'kein Weg dorthin',
  'ladder.problem.refused': 'abgewiesen',
  'ladder.problem.not registered': 'niemand lauscht',
  'ladder.problem.dropped': 'keine Antwort',
} satisfies Translation<typeof ladderEn>;
