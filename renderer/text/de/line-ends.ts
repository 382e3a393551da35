// Line ends in German. Counterpart: ../en-line-ends.ts. Rule: as in glossary.md.

import type { lineEndsEn } from '../en-line-ends.ts';
import type { Translation } from './translation.ts';

export const lineEndsDe = {
  'lineEnds.title': 'Zeilenenden',
  'lineEnds.help':
    'In SMTP endet eine Zeile mit zwei Oktetten, Wagenrücklauf und Zeilenvorschub. Manche Programme senden nur den Zeilenvorschub.',
  'lineEnds.label': 'Ein einzelner Zeilenvorschub in einem Brief',
  'lineEnds.normalise': 'ist Text; wird zum Zeilenende, wenn der Brief da ist',
  'lineEnds.reject': 'wird nicht genommen: Der Brief wird abgelehnt',
  'lineEnds.keep': 'ist Text; geht weiter, wie er kam',
  'lineEnds.end': 'beendet eine Zeile, auch vor und nach dem letzten Punkt',
} satisfies Translation<typeof lineEndsEn>;
