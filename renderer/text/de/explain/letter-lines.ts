// What a line inside a letter is, in German. Counterpart: ../../explain/letter-lines.ts. Rule: as in glossary.md.

import type { letterLinesEn } from '../../explain/letter-lines.ts';
import type { Translation } from '../translation.ts';

export const letterLinesDe = {
  'letter.line.folded': 'Sie beginnt mit einem Leerzeichen und setzt darum die Zeile {field} darüber fort.',
  'letter.line.blank': 'Die Leerzeile: Darüber steht der Kopf, darunter der Text.',
  'letter.line.text': 'Text. Kein Server auf dem Weg liest ihn.',
  'letter.line.stuffed':
    'Eine Zeile des Textes, die mit einem Punkt begann: Der Client setzte einen zweiten davor, und der Server nimmt ihn wieder weg.',
  'letter.line.end': 'Der einzelne Punkt: Hier endet der Brief, und mit der 250 des Servers ist er dessen Sache.',
} satisfies Translation<typeof letterLinesEn>;
