// States of the protocols in German. Counterpart: ../en-states.ts. Rule: as in glossary.md.

import type { statesEn } from '../en-states.ts';
import type { Translation } from './translation.ts';

export const statesDe = {
  'states.toggle': 'Zustände des Protokolls',
  'states.title': 'Zustände des Protokolls',
  'states.none': 'Niemand weiß, was hier gesprochen wird.',
  'states.now': 'Der Dialog steht bei: {state}.',
  'states.atLine': 'Nach dieser Zeile steht er bei: {state}.',
  'states.here': 'hier',
  'states.stay': 'bleibt:',
  'states.leads': 'zu {state}:',
  'states.dot': 'ein einzelner Punkt',
  'states.smtp.connected': 'verbunden',
  'states.smtp.greeted': 'begrüßt',
  'states.smtp.sender': 'Absender genannt',
  'states.smtp.recipients': 'Empfänger angenommen',
  'states.smtp.text': 'der Text des Briefes',
  'states.smtp.closed': 'geschlossen',
  'states.pop3.AUTHORIZATION': 'AUTHORIZATION',
  'states.pop3.TRANSACTION': 'TRANSACTION',
  'states.pop3.UPDATE': 'UPDATE',
  'states.pop3.CLOSED': 'geschlossen',
  'states.imap.notAuthenticated': 'nicht angemeldet',
  'states.imap.authenticated': 'angemeldet',
  'states.imap.selected': 'Ordner gewählt',
  'states.imap.logout': 'abgemeldet',
} satisfies Translation<typeof statesEn>;
