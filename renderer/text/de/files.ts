// Files of a host, and rules for mail in German. Counterpart: ../files.ts. Rule: as in glossary.md.

import type { filesEn } from '../files.ts';
import type { Translation } from './translation.ts';

export const filesDe = {
  'format.title': 'Wie Post aufbewahrt wird',
  'format.help':
    'Beim Umwandeln kommen Briefe, Marken, Daten und Ordner mit. Mailprogramme, die das Postfach offen haben, werden weggeschickt und müssen es neu öffnen.',
  'format.whose': 'Postfächer von',
  'format.kept': 'Aufbewahrt als',
  'format.actions': 'Ändern',
  'format.maildir': 'Maildir: eine Datei je Brief',
  'format.mbox': 'mbox: eine Datei je Postfach',
  'format.name.maildir': 'Maildir',
  'format.name.mbox': 'mbox',
  'format.convert': 'In {format} umwandeln',
  'format.convertOne': 'Die Postfächer von {owner} in {format} umwandeln',
  'files.here': 'Dateien dieses Rechners',
  'files.done': 'Was mit den Dateien geschah',
  'files.doneNothing':
    'Noch nichts. Ein zugestellter, gelesener oder gelöschter Brief ändert das: Jede Handlung zeigt, welche Dateien sie anfasste und wie viele Oktette sie las und schrieb.',
  'files.doneSum': {
    one: '{count} Handlung: insgesamt {read} Oktette gelesen, {written} geschrieben. Aufgeklappt zeigt sie ihre Schritte.',
    other:
      '{count} Handlungen: insgesamt {read} Oktette gelesen, {written} geschrieben. Aufgeklappt zeigen sie ihre Schritte.',
  },
  'files.deliver': 'Zustellung',
  'files.moreSteps': 'Und so weiter; die Summen zählen alle.',
  'files.read': { one: '{count} Mal gelesen', other: '{count} Mal gelesen' },
  'files.created': { one: '{count} Datei angelegt', other: '{count} Dateien angelegt' },
  'files.appended': { one: '{count} Datei ergänzt', other: '{count} Dateien ergänzt' },
  'files.rewritten': { one: '{count} Datei neu geschrieben', other: '{count} Dateien neu geschrieben' },
  'files.renamed': { one: '{count} Datei umbenannt', other: '{count} Dateien umbenannt' },
  'files.removed': { one: '{count} Datei entfernt', other: '{count} Dateien entfernt' },
  'files.octetsRead': '{octets} Oktette gelesen',
  'files.octetsWritten': '{octets} geschrieben',
  'files.step.read': 'Lesen',
  'files.step.created': 'Anlegen',
  'files.step.appended': 'Ergänzen',
  'files.step.rewritten': 'Neu schreiben',
  'files.step.renamed': 'Umbenennen',
  'files.step.removed': 'Entfernen',
  'files.step.to': 'in',
  'files.step.octets': '{octets} Oktette',
  'sieve.title': 'Regeln für eingehende Post',
  'sieve.help':
    'Jeder kann Regeln in Sieve haben (RFC 5228), nach denen der Server einen Brief beim Zustellen einsortiert, weiterleitet oder verwirft. Sie sind die Datei .dovecot.sieve im Ordner dieser Person.',
  'sieve.none': 'hat keine Regeln',
  'sieve.some': 'hat Regeln',
  'sieve.script': 'Regeln von {owner}',
  'sieve.right': 'Die Regeln sind lesbar. Sie gelten ab dem nächsten Brief nach dem Speichern.',
  'sieve.empty': 'Ohne Regeln kommt jeder Brief in INBOX.',
  'sieve.wrong':
    'Zeile {line}: {message}. Mit falschen Regeln bleibt jeder Brief in INBOX, und das Protokoll sagt, warum.',
  'sieve.save': 'Die Regeln speichern',
  'sieve.example': 'Mit einem Beispiel beginnen',
} satisfies Translation<typeof filesEn>;
