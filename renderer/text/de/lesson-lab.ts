// Labs that a lesson opens in German. Counterpart: ../en-lesson-lab.ts. Rule: as in glossary.md.

import type { lessonLabEn } from '../en-lesson-lab.ts';
import type { Translation } from './translation.ts';

export const lessonLabDe = {
  'lessonLab.name': 'Lektionen: {title}',
  'lessonLab.heading': 'Andere Rechner',
  'lessonLab.ask':
    'Das spielt in einem eigenen Labor, „{title}“. Dein Labor „{from}“ bleibt, wie es ist, mit seiner Post: In der Liste der Lektionen führt ein Knopf zurück.',
  'lessonLab.askBack': 'Dieser Schritt spielt in einem eigenen Labor, „{title}“, und ein anderes ist offen.',
  'lessonLab.open': 'Dieses Labor öffnen',
  'lessonLab.opening': 'Das Labor „{title}“ wird geöffnet',
  'lessonLab.again': 'Noch einmal versuchen',
  'lessonLab.back': 'Zurück zu deinem Labor „{name}“',
  'lessonLab.backHelp': 'Eine Lektion hat ein anderes Labor geöffnet; deines ist, wie du es verlassen hast.',
  'lessons.extra': 'Zugabe',
} satisfies Translation<typeof lessonLabEn>;
