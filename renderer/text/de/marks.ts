// Marks of the timeline in German. Counterpart: ../en-marks.ts. Rule: as in glossary.md.

import type { marksEn } from '../en-marks.ts';
import type { Translation } from './translation.ts';

export const marksDe = {
  'marks.row': 'Zeichen',
  'marks.key': 'Zeichen',
  'marks.key.help': 'Was die Zeichen der Zeitleiste bedeuten',
  'marks.bar': 'eine Verbindung, und eine Ablehnung darin',
  'marks.clock': 'die Uhr wurde gestellt',
  'marks.fault': 'eine Störung der Leitung: gesetzt, entfernt oder am Werk',
  'marks.setting': 'eine Einstellung oder Zone wurde geändert',
  'marks.queue': 'ein Postmaster griff in eine Warteschlange ein',
  'marks.report': 'ein Bericht über einen Brief',
  'marks.route': 'ein Weg zum nächsten Server wurde gewählt',
  'marks.count': { one: '{count}\u00d7', other: '{count}\u00d7' },
  'marks.list': 'Die letzten Zeichen',
  'marks.item': '{time}: {what}',
  'marks.advanced': 'Die Uhr wurde um {time} vorgestellt, auf {to}.',
  'marks.stopped': 'Die Uhr wurde angehalten.',
  'marks.rated': 'Die Uhr läuft mit dem {rate}-fachen ihres Tempos.',
  'marks.changed': 'Eine Einstellung von {host} wurde geändert: {what}',
  'marks.zone': 'Die Zone {zone} wurde geändert (Seriennummer {serial}).',
  'marks.faultSet': 'Eine Störung der Leitung wurde gesetzt: {rule}',
  'marks.struck': 'Eine Störung der Leitung war am Werk: {rule}',
  'marks.faultCleared': 'Eine Störung der Leitung wurde entfernt: {rule}',
} satisfies Translation<typeof marksEn>;
