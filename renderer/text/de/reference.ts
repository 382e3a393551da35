// The reference's frame in German. Counterpart: ../en-reference.ts. Rule: as in glossary.md.

import type { referenceEn } from '../en-reference.ts';
import type { Translation } from './translation.ts';

export const referenceDe = {
  'reference.title': 'Nachschlagen',
  'reference.opening': 'Das Nachschlagewerk wird geöffnet.',
  'reference.sections': 'Teile des Nachschlagewerks',
  'reference.search': 'Ein Wort, einen Code, ein Kommando nachschlagen',
  'reference.found': { one: '{count} Eintrag', other: '{count} Einträge' },
  'reference.none': 'Über „{query}“ steht hier nichts. Vielleicht hilft ein einzelnes Wort oder ein Code wie 550.',
  'reference.history': 'Geschichte',
  'reference.cause': 'Übliche Ursache: {cause}',
  'reference.cure': 'Was zu tun ist:',
  'reference.detail': 'Mit 2, 4 oder 5 an Stelle des x: {detail}.',
  'reference.lookUp': '{code}: was zu tun ist',
  'reference.terms': 'Wörter der Post',
  'reference.replies': 'Antworten von SMTP',
  'reference.enhanced': 'Erweiterte Codes',
  'reference.smtp': 'Kommandos von SMTP',
  'reference.extensions': 'Erweiterungen von SMTP',
  'reference.pop3': 'Kommandos von POP3',
  'reference.imap': 'Kommandos von IMAP',
  'reference.pop3-answers': 'Antworten von POP3',
  'reference.imap-answers': 'Antworten von IMAP',
  'reference.fields': 'Kopfzeilen',
  'reference.ports': 'Ports',
  'reference.programs': 'Programme',
  'reference.rfcs': 'RFCs',
} satisfies Translation<typeof referenceEn>;
