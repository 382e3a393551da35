// Labs, reports and sessions in German. Counterpart: ../en-desk.ts. Rule: as in glossary.md.

import type { enDesk } from '../en-desk.ts';
import type { Translation } from './translation.ts';

export const deskDe = {
  'labs.title': 'Labore',
  'labs.short': 'Labore',
  'labs.action': 'Labore und Sitzungen',
  'labs.action.help': 'Ein anderes Labor öffnen, eines anlegen oder kopieren, Sitzungen speichern und öffnen',
  'labs.help':
    'Jedes Labor behält seine Post, seine Einstellungen und seine Uhr. Wer eines öffnet, schließt das offene; nichts geht verloren.',
  'labs.notRunning': 'Labore lassen sich öffnen, während die Mailserver laufen.',
  'labs.isOpen': 'jetzt offen',
  'labs.unreadable': 'nicht lesbar',
  'labs.used': 'zuletzt benutzt am {day}',
  'labs.open': 'Öffnen',
  'labs.rename': 'Umbenennen',
  'labs.duplicate': 'Kopieren',
  'labs.remove': 'Löschen',
  'labs.removeSure': 'Wirklich löschen?',
  'labs.actOn': '{act}: {name}',
  'labs.nameOf': 'Name von {name}',
  'labs.keepName': 'Behalten',
  'labs.copyName': 'Kopie von {name}',
  'labs.removed': '„{name}“ liegt im Papierkorb.',
  'labs.undo': 'Zurückholen',
  'labs.new': 'Neues Labor',
  'labs.newName': 'Mein Labor',
  'labs.topology': 'Rechner wie in',
  'labs.create': 'Anlegen und öffnen',
  'labs.keep': 'Was geschah',
  'labs.keepHelp':
    'Eine Sitzung ist eine Datei mit allem, was in diesem Lauf gesagt und getan wurde; Passwörter sind durch Sterne ersetzt. Jedes Posthorn öffnet sie, auch ohne Mailserver.',

  'report.action': 'Bericht speichern',
  'report.action.help': 'Etwas ist kaputt: eine Datei, die sagt, was hier geschah',
  'report.title': 'Etwas ist kaputt? Einen Bericht speichern',
  'report.help':
    'Eine Datei, auf diesem Rechner gespeichert. Nichts wird versandt; wer sie bekommt, entscheidet allein, wer sie hat.',
  'report.holds': 'Darin stehen',
  'report.versions': 'die Versionen von Posthorn und diesem Browser und die Größe dieses Fensters',
  'report.engine': 'wie es den Mailservern geht und was sie zuletzt meldeten',
  'report.errors': {
    one: '{count} Fehler, den diese Seite bemerkt hat',
    other: '{count} Fehler, die diese Seite bemerkt hat',
  },
  'report.session': 'dieser Lauf als Sitzung: jeder Brief und jede Zeile, Passwörter durch Sterne ersetzt',
  'report.noSession': 'keine Sitzung: Die Mailserver antworten nicht',
  'report.never': 'Nie stehen darin Passwörter, Schlüssel oder die Adresse dieser Seite.',
  'report.save': 'Den Bericht speichern',
  'broken.title': 'Auf diesem Bildschirm ging etwas schief',
  'broken.text':
    'Das Labor ist ein Programm für sich und läuft weiter. Neu gezeichnet geht es weiter, oder ein Bericht hält fest, was geschah.',
  'broken.again': 'Neu zeichnen',

  'session.save.help': 'Alles, was in diesem Lauf geschah, als eine Datei',
  'session.open.help': 'Einen gespeicherten Lauf ansehen; das Labor wartet so lange',
  'session.save': 'Sitzung speichern',
  'session.open': 'Sitzung öffnen',
  'session.mark': 'Sitzung vom {day}, geöffnet aus {file}.',
  'session.markUndated': 'Sitzung, geöffnet aus {file}.',
  'session.readOnly': 'Alles lässt sich ansehen, nichts ändern.',
  'session.inPages': {
    one: 'Ihr {count} Ereignis wird beim Ansehen aus der Datei gelesen.',
    other: 'Ihre {count} Ereignisse werden beim Ansehen aus der Datei gelesen.',
  },
  'session.inexact':
    'Eine andere Version von Posthorn hat sie gespeichert: Manches kann hier anders aussehen als damals.',
  'session.close': 'Sitzung schließen',
  'session.saving': '{file} wird gespeichert',
  'session.opening': '{file} wird geöffnet',
  'session.cancel': 'Abbrechen',
  'session.dismiss': 'Schließen',
  'session.drop': 'Sitzung oder Brief zum Öffnen hier fallen lassen',
  'session.notOne':
    '{file} ist keine Sitzung von Posthorn. Sitzungen enden auf .posthorn; „Sitzung speichern“ legt sie an.',
  'session.newer': '{file} stammt von einem neueren Posthorn ({version}). Nach dem Aktualisieren lässt es sich öffnen.',
  'session.damaged':
    '{file} ist beschädigt: nach dem Speichern abgeschnitten oder verändert. Es hilft nur, sie noch einmal zu besorgen.',
  'session.damagedAt':
    '{file} ist bei Ereignis {event} beschädigt: nach dem Speichern abgeschnitten oder verändert. Es hilft nur, sie noch einmal zu besorgen.',
  'session.tooLarge': '{file} ist zu groß, um hier geöffnet zu werden: Eine Sitzung darf 2 GB haben.',
} satisfies Translation<typeof enDesk>;
