// What Posthorn says of itself, in German. Counterpart: ../en-about.ts. Rule: as in glossary.md.

import type { aboutEn } from '../en-about.ts';
import type { Translation } from './translation.ts';

export const aboutDe = {
  'about.title': 'Über Posthorn',
  'about.help': 'Version, was es ist, und wessen Arbeit unter welcher Lizenz darin steckt',
  'about.version': 'Version {version}',
  'about.what':
    'Ein kleines Internet aus echten Mailservern auf dem eigenen Computer, das jedes Byte zeigt, das sie einander sagen. Gemacht für Kurse über E-Mail. Nichts verlässt diesen Computer.',
  'about.own': 'Posthorn ist freie Software unter der MIT-Lizenz.',
  'about.licences': 'Lizenzen',
  'about.others': {
    one: 'Auch die Arbeit anderer steckt darin: {count} Paket. Eine Zeile öffnet seine Bedingungen.',
    other: 'Auch die Arbeit anderer steckt darin: {count} Pakete. Eine Zeile öffnet die Bedingungen des Pakets.',
  },
  'about.electron': 'In der Desktop-App sind außerdem Electron und Chromium, mit eigenen Listen neben dem Programm.',
  'about.reading': 'Die Liste der Lizenzen wird gelesen ...',
  'about.absent': 'Die Liste fehlt. Sie liegt als THIRD-PARTY-LICENSES.txt neben dem Programm.',
} satisfies Translation<typeof aboutEn>;
