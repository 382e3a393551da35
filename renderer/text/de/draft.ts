// A lesson being written, in German. Counterpart: ../en-draft.ts. Rule: as in glossary.md.

import type { draftEn } from '../en-draft.ts';
import type { Translation } from './translation.ts';

export const draftDe = {
  'draft.label': 'Die Lektion, die du schreibst',
  'draft.shown':
    '{name} steht hier, wie du sie zuletzt gespeichert hast. Nach dem nächsten Speichern steht der Schritt hier neu; was du darin getan hast, gilt weiter.',
  'draft.waits': 'Du schreibst {name}. Im Kurs steht sie unter ihrer Nummer, nach jedem Speichern im neuen Wortlaut.',
  'draft.unread': 'Sie ist noch nicht lesbar:',
  'draft.problems': 'So, wie sie zuletzt gespeichert wurde:',
} satisfies Translation<typeof draftEn>;
