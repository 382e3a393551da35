// Signatures, SPF and alignment in German. Counterpart: ../en-authentication.ts. Rule: as in glossary.md.

import type { enAuthentication } from '../en-authentication.ts';
import type { Translation } from './translation.ts';

export const authenticationDe = {
  'auth.title': 'Ist es, wer es zu sein behauptet?',
  'auth.at': 'wie {host} es fand',
  'auth.canonical.title': 'Was signiert wurde, vor und nach der kanonischen Form',
  'auth.signed.by': 'Was {domain} signiert hat, mit dem Schlüssel „{selector}“',
  'auth.signed.help':
    'Signiert wird nicht der Brief, sondern seine kanonische Form: hier {header} für den Kopf und {body} für den Rumpf.',
  'auth.field': 'wie es dasteht',
  'auth.canonical': 'wie es in den Hash eingeht',
  'auth.changed': 'seit dem Signieren geändert',
  'auth.body': {
    one: 'Rumpf: {count} Oktett geht in den Hash ein.',
    other: 'Rumpf: {count} Oktette gehen in den Hash ein.',
  },
  'auth.body.same': 'Es ist der Rumpf, der signiert wurde.',
  'auth.body.differs': 'Von Zeile {line} an ist es nicht der Rumpf, der signiert wurde:',
  'auth.was': 'signiert',
  'auth.is': 'hier',
  'auth.noLine': '(keine solche Zeile)',
  'auth.gone': 'Die Oktette des Briefes sind nicht mehr da.',

  'spf.title': 'SPF, Term für Term',
  'spf.back': 'Zurück',
  'spf.forward': 'Vor',
  'spf.at': 'Term {at} von {count}',
  'spf.record': 'Im Eintrag von',
  'spf.included': '(eingebunden, {depth} tief)',
  'spf.asked': 'Das DNS wurde gefragt',
  'spf.nothing': 'nichts: Der Term steht für sich',
  'spf.outcome': 'Was herauskam',
  'spf.lookups': 'Terme, die fragen',
  'spf.voids': 'Kamen leer zurück',
  'spf.of': '{value} von {most}',

  'alignment.title': 'Verglichen mit der Domain in From, {author}:',
  'alignment.method': 'Beweis',
  'alignment.proved': 'Bewiesen ist',
  'alignment.mode': 'Vergleich',
  'alignment.result': 'Ergebnis',
  'alignment.yes': '= passt',
  'alignment.no': '\u2260 passt nicht',
  'alignment.unproven': 'nichts: Das Ergebnis ist {result}',
  'alignment.unchecked': 'nichts: Dieser Server prüft es nicht',
} satisfies Translation<typeof enAuthentication>;
