// A lab as data in German. Counterpart: ../topology.ts. Rule: as in glossary.md.

import type { topologyEn } from '../topology.ts';
import type { Translation } from './translation.ts';

export const topologyDe = {
  'topology.title': 'Ein Labor als Daten',
  'topology.action': 'Dieses Labor als Daten bearbeiten',
  'topology.action.help': 'Rechner, Zonen, Menschen und Türen als Text; aus der geänderten Kopie wird ein neues Labor',
  'topology.open': 'Ein Labor aus einer Datei öffnen',
  'topology.open.help': 'Ein Labor, das jemand als Daten gespeichert hat',
  'topology.tooLong': 'Die Datei ist zu lang für ein Labor.',
  'topology.none': 'Hier liegt kein Labor. Unter „Labore“ lässt sich eines wählen.',
  'topology.help':
    'Alles lässt sich ändern: einen Rechner, eine Zone, einen Menschen dazunehmen. Was wegbleibt, ist wie voreingestellt. Das Labor, von dem das stammt, bleibt, wie es ist.',
  'topology.text': 'Das Labor als Text (JSON)',
  'topology.name': 'Name des neuen Labors',
  'topology.create': 'Ein Labor daraus machen',
  'topology.save': 'Als Datei speichern',
  'topology.again': 'Wieder wie vorher',
  'topology.edit': 'Als Daten',
  'topology.editKind': 'Erst ändern',
  'topology.copyName': '{name}, geändert',
  'topology.sound': 'Es stimmt: „{title}“, Rechner: {hosts}, Menschen: {users}.',
  'topology.problems': {
    one: 'Eines stimmt noch nicht:',
    other: '{count} Dinge stimmen noch nicht, die ersten zuerst:',
  },
  'topology.line': 'Zeile {line}:',
  'topology.suggestion': 'Vielleicht „{suggestion}“?',
  'topology.refused': 'Das Labor lässt sich nicht anlegen: {detail}',
  'topology.json.end': 'Der Text endet zu früh. Eine Klammer ist noch offen.',
  'topology.json.comma': 'Vor „{text}“ fehlt ein Komma oder die schließende Klammer.',
  'topology.json.extraComma': 'Auf dieses Komma folgt nichts. Es muss weg.',
  'topology.json.colon': 'Zwischen dem Schlüssel und seinem Wert fehlt ein Doppelpunkt.',
  'topology.json.key': 'Hier muss ein Schlüssel in doppelten Anführungszeichen stehen, nicht „{text}“.',
  'topology.json.quotes': 'Gebraucht werden doppelte Anführungszeichen: Einfache kennt JSON nicht.',
  'topology.json.string': 'Dieser Text hat in seiner Zeile kein schließendes Anführungszeichen.',
  'topology.json.escape':
    'In diesem Text steht ein umgekehrter Schrägstrich, der nichts bedeutet, oder ein Steuerzeichen.',
  'topology.json.number': 'Das ist keine Zahl, die JSON kennt.',
  'topology.json.word': '„{text}“ ist kein Wert. Ein Text steht in doppelten Anführungszeichen.',
  'topology.json.twice': 'Dieser Schlüssel steht hier zum zweiten Mal.',
  'topology.json.deep': 'Klammern in Klammern in Klammern: zu tief.',
  'topology.json.after': 'Das Labor endet schon davor.',
} satisfies Translation<typeof topologyEn>;
