// Finding lines in German. Counterpart: ../en-filter.ts. Rule: as in glossary.md.

import type { filterEn } from '../en-filter.ts';
import type { Translation } from './translation.ts';

export const filterDe = {
  'filter.action': 'Zeilen suchen',
  'filter.action.help':
    'Zeilen aller Dialoge nach Antwort, Kommando, Rechner oder Text suchen; nur diese zeigen; die nächste anhalten',
  'filter.short': 'Suchen',
  'filter.title': 'Zeilen suchen',
  'filter.field': 'Zeilen suchen',
  'filter.example': 'reply:4xx host:mx1 \u2026',
  'filter.offers': 'Was als Nächstes kommen kann',
  'filter.begin': 'Ein Wort tippen oder wählen, wonach gesucht wird.',
  'filter.count': { one: '{count} Zeile', other: '{count} Zeilen' },
  'filter.place': '{at} von {total}',
  'filter.soFar': { one: 'bisher {count} Zeile', other: 'bisher {count} Zeilen' },
  'filter.upTo': {
    one: '{count} Zeile in den ersten {part} % des Laufs',
    other: '{count} Zeilen in den ersten {part} % des Laufs',
  },
  'filter.reading': 'Wie viel des Laufs durchsucht ist',
  'filter.stopReading': 'Hier aufhören',
  'filter.none': 'Keine Zeile passt.',
  'filter.previous': 'Vorige Zeile (Umschalt+Eingabe)',
  'filter.next': 'Nächste Zeile (Eingabe)',
  'filter.list': 'Liste',
  'filter.only': 'Nur Briefe mit solchen',
  'filter.stop': 'Die nächste anhalten',
  'filter.stops': 'Hält die nächste an',
  'filter.stop.help':
    'Setzt einen Haltepunkt: Die nächste Zeile, die passt, wartet auf der Leitung, bis sie weiterdarf',
  'filter.stop.late': '„{key}:“ ist erst bekannt, wenn eine Zeile hindurch ist; angehalten werden kann danach nichts',
  'filter.close': 'Nicht mehr suchen',
  'filter.found': 'Gefundene Zeilen',
  'filter.part': 'Gezeigt: {shown} von {total}',
  'filter.like': 'Zeilen wie diese finden',
  'filter.bulk': 'der Text des Briefes',
  'filter.noLetter': 'Kein Brief hat eine Zeile, die passt.',
  'filter.tooLong': 'Ein Filter hat höchstens {count} Zeichen.',
  'filter.noValue': 'Nach „{key}:“ fehlt ein Wert.',
  'filter.badValue':
    '„{key}:“ ist nie „{value}“. Die Zeichen selbst werden gefunden, wenn sie in Anführungszeichen stehen.',
  'filter.unknown': 'Es gibt kein „{key}:“. Die Zeichen selbst werden gefunden, wenn sie in Anführungszeichen stehen.',
  'filter.perhaps':
    'Es gibt kein „{key}:“. Vielleicht „{perhaps}:“? Die Zeichen selbst werden in Anführungszeichen gefunden.',
  'filter.key.reply': 'was ein Server antwortet: 4xx, 550, 5.1.1, no',
  'filter.key.verb': 'ein Kommando und seine Antwort: RCPT',
  'filter.key.host': 'an einem der Enden des Dialogs',
  'filter.key.from': 'wer es sagt',
  'filter.key.to': 'wer es hört',
  'filter.key.proto': 'smtp, pop3, imap',
  'filter.key.message': 'ein Brief nach seiner Nummer',
  'filter.key.policy': 'worüber eine Prüfung entschied',
  'filter.key.text': 'Wörter in der Zeile',
  'filter.key.is': 'refused, held, changed, tls ...',
  'hold.filter': 'Zeilen, die zu {filter} passen',
} satisfies Translation<typeof filterEn>;
