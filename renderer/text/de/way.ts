// What was decided on a letter's way in German. Counterpart: ../en-way.ts. Rule: as in glossary.md.

import type { wayEn } from '../en-way.ts';
import type { Translation } from './translation.ts';

export const wayDe = {
  'way.title': 'Unterwegs entschieden',
  'way.by.mx': '{host} fragte das DNS nach den Mailservern von {domain} (MX).',
  'way.by.address': '{domain} hat keinen MX-Eintrag, also nimmt {host} die Adresse des Namens selbst (RFC 5321 §5.1).',
  'way.by.literal': 'Die Domain des Empfängers ist eine Adresse in Klammern: {host} geht geradewegs dorthin.',
  'way.by.smarthost': '{host} gibt alle Post für andere an seinen Smarthost.',
  'way.by.transport map': '{host} hat für {entry} einen Eintrag in seiner Transporttabelle.',
  'way.to': 'Er geht zu {hosts}.',
  'way.order': 'In dieser Reihenfolge kommen infrage: {hosts}.',
  'way.preference': 'Die kleinste Zahl kommt zuerst; der nächste ist an der Reihe, wenn dieser nicht zu erreichen ist.',
  'way.none': 'Es gibt keinen Weg: {reply}',
  'way.passed.ourselves': '{name} ({preference}) fällt weg: Das ist {host} selbst, und der Brief liefe im Kreis.',
  'way.passed.not better than us':
    '{name} ({preference}) fällt weg: Er steht nicht besser als {host} und würde den Brief nur zurücksenden.',
  'way.passed.no address': '{name} ({preference}) fällt weg: Der Name hat keine Adresse.',
  'way.mistake.mx is an alias':
    'Der MX von {domain} nennt {name}, und das ist ein Alias (CNAME). RFC 2181 §10.3 verbietet es; hier geht es.',
  'way.mistake.mx is an address':
    'Der MX von {domain} nennt die Adresse {name}, wo ein Name stehen muss; hier geht es.',
  'way.failedOver': '{from} kam nicht infrage ({reply}), also wird {to} versucht.',
  'way.operated.flush': 'Ein Postmaster ließ {host} es sofort versuchen.',
  'way.operated.hold': 'Ein Postmaster hält ihn bei {host} zurück.',
  'way.operated.release': 'Ein Postmaster gab ihn bei {host} wieder frei.',
  'way.operated.delete': 'Ein Postmaster löschte ihn bei {host}. Niemand erfährt davon.',
  'way.operated.requeue': 'Ein Postmaster ließ {host} ihn neu einreihen, als {as}.',
  'way.report.failed': '{host} gab {recipient} auf.',
  'way.report.delayed': 'Der Brief für {recipient} wartet schon lange bei {host}.',
  'way.report.delivered': '{host} stellte ihn {recipient} zu.',
  'way.report.relayed': '{host} gab ihn an einen Server weiter, der über {recipient} keine Berichte sendet.',
  'way.report.expanded': '{host} setzte die Mitglieder der Liste an die Stelle von {recipient}.',
  'way.told': 'Ein Bericht geht an {to}:',
  'way.untold': 'Niemand erfährt davon:',
  'way.why.asked': 'Er war verlangt (NOTIFY={asked}).',
  'way.why.by default': 'Verlangt war nichts, und Fehlschläge und Verzögerungen werden auch so gemeldet.',
  'way.why.never': 'Der Absender wollte keine Berichte (NOTIFY=NEVER).',
  'way.why.not asked': 'Der Absender verlangte nur andere Berichte (NOTIFY={asked}).',
  'way.why.null sender': 'Der Brief hat keine Rückadresse, also ist niemand da, der davon hören könnte.',
  'way.why.double bounce': 'Der Brief ist selbst ein Bericht; der Postmaster des Rechners erfährt es.',
} satisfies Translation<typeof wayEn>;
