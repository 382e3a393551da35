// Exports in German. Counterpart: ../en-export.ts. Rule: as in glossary.md.

import type { exportEn } from '../en-export.ts';
import type { Translation } from './translation.ts';

export const exportDe = {
  'export.action': 'Export',
  'export.action.help': 'Dialoge für Wireshark speichern, Briefe als Dateien, Mitschriften als Text oder Seite',
  'export.title': 'Export',
  'export.what': 'Was',
  'export.letter': { one: '{subject}: seine Verbindung', other: '{subject}: seine {count} Verbindungen' },
  'export.talkOnly': 'Der gezeigte Dialog',
  'export.all': { one: 'Alles: {count} Verbindung', other: 'Alles: {count} Verbindungen' },
  'export.link': { one: 'Zwischen {name}: {count} Verbindung', other: 'Zwischen {name}: {count} Verbindungen' },
  'export.as': 'Als',
  'export.save': 'Die Datei speichern',
  'export.going': 'Wie weit der Export ist',
  'export.cancel': 'Abbrechen',
  'export.nothing': 'Noch gibt es nichts zu exportieren: Niemand hat mit jemandem gesprochen.',
  'export.tooLarge': 'Das ist mehr, als eine Datei fassen kann. Ein einzelner Brief oder zwei Rechner gehen.',
  'export.expired': '(diese Oktette sind nicht mehr da)',
  'export.talk': '{client} mit {server}, Port {port}, {time} UTC',
  'export.pcapng': 'Pakete für Wireshark (pcapng)',
  'export.pcapng.help':
    'Mit den Namen der Rechner und den TLS-Schlüsseln, soweit das Labor sie noch hat: Wireshark öffnet es entschlüsselt, mit allen Passwörtern.',
  'export.pcapng.comment':
    'Posthorn, Labor „{lab}“. Oktette wie aufgezeichnet; die Pakete darum, wie TCP sie gemacht hätte.',
  'export.pcapng.carries': '{conn}, Brief {message}',
  'export.pcapng.changed': 'von dir geändert',
  'export.pcapng.held': 'von dir angehalten',
  'export.pcapng.policy': 'entschieden durch {policy}',
  'export.eml': 'Der Brief nach jeder Station (.eml in einem zip)',
  'export.eml.help': 'Wie er über jede Leitung ging und wie er im Postfach liegt: zum Vergleichen mit jedem Werkzeug.',
  'export.eml.hop': '{client} zu {server}',
  'export.eml.stored': 'im Postfach von {mailbox}',
  'export.eml.gone': 'Die Oktette dieses Briefes sind nicht mehr da.',
  'export.text': 'Mitschrift als Text',
  'export.text.help': 'Jede Zeile mit C: oder S: davor.',
  'export.page': 'Mitschrift als Seite',
  'export.page.help': 'Eine HTML-Datei, die sich gut drucken lässt.',
  'export.page.heading': 'Dialoge von {lab}',
} satisfies Translation<typeof exportEn>;
