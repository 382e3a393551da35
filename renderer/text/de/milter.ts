// The view of milters in German. Counterpart: ../en-milter.ts. Rule: as in glossary.md.

import type { enMilter } from '../en-milter.ts';
import type { Translation } from './translation.ts';

export const milterDe = {
  'milter.title': 'Wie Filter eine Sitzung sehen (milter)',
  'milter.help':
    'Die Schnittstelle von Sendmail und Postfix reicht eine Sitzung Phase für Phase an Filter weiter, an mehrere nebeneinander. Jeder darf sofort antworten oder das Ende des Briefes abwarten; nur dort kann er ihn ändern.',
  'milter.none': 'Zu diesem Rechner kam noch keine Sitzung.',
  'milter.quiet': 'Kein Filter hatte in dieser Sitzung etwas zu antworten.',
  'milter.session': 'Sitzung',
  'milter.sessionOf': '{time} von {client}',
  'milter.phase': 'Phase',
  'milter.given': 'bekommt',
  'milter.phase.connect': 'connect',
  'milter.phase.helo': 'helo',
  'milter.phase.mail': 'mail',
  'milter.phase.rcpt': 'rcpt',
  'milter.phase.header': 'header',
  'milter.phase.body': 'body',
  'milter.phase.eom': 'Ende des Briefes',
  'milter.given.header': 'jedes Feld',
  'milter.given.body': '{octets} Oktette',
  'milter.given.eom': 'alles',
  'milter.given.nothing': 'nicht erreicht',
  'milter.saved': 'Vor dem Brief abgelehnt: {octets} Oktette, die der Client angekündigt hatte, wurden nie gesendet.',
  'milter.unread':
    'Schon durch den Kopf entschieden: Alle {octets} Oktette mussten kommen, weil SMTP erst nach dem letzten Punkt antwortet, aber kein Filter sah den Rumpf an, prüfte eine Signatur oder fragte seinetwegen das DNS.',
  'milter.map': 'Filter und ihre Antworten, Phase für Phase',
  'milter.answer.CONTINUE': 'weiter',
  'milter.answer.ACCEPT': 'durchlassen',
  'milter.answer.REJECT': 'ablehnen',
  'milter.answer.TEMPFAIL': 'später wiederkommen',
  'milter.answer.DISCARD': 'annehmen und verwerfen',
  'milter.answer.QUARANTINE': 'beiseitelegen',
  'milter.answer.ADDHEADER': '{fields} hinzufügen',
  'milter.answer.CHGHEADER': '{fields} ändern',
  'milter.answer.REPLBODY': 'anderer Rumpf',
  'milter.answer.ADDRCPT': '{recipients} hinzufügen',
} satisfies Translation<typeof enMilter>;
