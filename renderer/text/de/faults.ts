// Disturbing the wire in German. Counterpart: ../en-faults.ts. Rule: as in glossary.md.

import type { faultsEn } from '../en-faults.ts';
import type { Translation } from './translation.ts';

export const faultsDe = {
  'faults.action': 'Leitung stören',
  'faults.action.help':
    'Verzögern, unterbrechen, verfälschen oder verschlucken, was zwischen zwei Rechnern geht, oder an Stelle eines Servers antworten',
  'faults.title': 'Leitung stören',
  'faults.help':
    'Jede Störung ist eine Regel. Sie wirkt, bis sie abgeschaltet wird, sie wird mit der Sitzung gespeichert, und jede Zeile, die sie berührt, sagt es.',
  'faults.list': 'Störungen dieses Labors',
  'faults.none': 'Noch keine Störung: Alles geht hindurch, wie es soll.',
  'faults.struck': { one: '{count} Mal gewirkt', other: '{count} Mal gewirkt' },
  'faults.remove': 'Entfernen: {what}',
  'faults.added': 'Gesetzt: {what}.',
  'faults.removed': 'Entfernt: {what}.',
  'faults.undo': 'Rückgängig',
  'faults.add': 'Stören',
  'faults.here': 'Leitungen dieses Rechners stören\u2026',
  'faults.thisLink': 'Diese Leitung stören: {one} und {other}',

  'faults.layer.link': 'Die Leitung, blind für das, was gesagt wird',
  'faults.layer.program': 'Ein Programm, das die Zeilen liest',
  'faults.kind': 'Was geschieht',
  'faults.kind.delay': 'Es dauert länger',
  'faults.kind.slow': 'Sie ist langsam',
  'faults.kind.blackHole': 'Sie verschluckt alles (schwarzes Loch)',
  'faults.kind.cut': 'Sie wird getrennt',
  'faults.kind.reset': 'Sie wird zurückgesetzt (Reset)',
  'faults.kind.corrupt': 'Sie kippt ein Bit',
  'faults.kind.drop': 'Eine Zeile geht verloren',
  'faults.kind.answer': 'Jemand antwortet an Stelle des Servers',
  'faults.about.delay':
    'Jede Zeile kommt verspätet an, in beiden Richtungen, und ebenso Fragen an einen Nameserver und ihre Antworten.',
  'faults.about.slow': 'Oktette gehen eines nach dem anderen hindurch; ein langer Brief braucht seine Zeit.',
  'faults.about.blackHole':
    'Niemand hört etwas, und niemand erfährt davon. Ein Anruf läuft ins Leere, ein offener Dialog stockt, ein Nameserver antwortet nicht. Abgeschaltet kommt an, was TCP noch hat.',
  'faults.about.cut':
    'Beide Enden sehen, wie das andere die Verbindung schließt. Die Warteschlange des Clients sagt, womit er gerade befasst war.',
  'faults.about.reset':
    'Beide Enden sehen die Verbindung zurückgesetzt, wie von einer Firewall, die ihr Gedächtnis verlor.',
  'faults.about.corrupt':
    'Im Klartext wird aus einem Buchstaben ein anderer, und niemand merkt es. In TLS bricht das Siegel, und die Verbindung endet. Ein Datagramm des DNS wird wegen seiner Prüfsumme verworfen.',
  'faults.about.drop': 'Die Zeile ist verloren, alle anderen gehen hindurch: Wer auf die Antwort wartet, wartet.',
  'faults.about.answer':
    'Der Server hört das Kommando nie. Eine Begrüßung und die Antwort auf den Text eines Briefes treten an die Stelle der seinen: Den Brief hat er dann schon, also kann er zweimal kommen.',
  'faults.field.ms': 'Millisekunden',
  'faults.field.rate': 'Oktette je Sekunde',
  'faults.field.octets': 'Nach wie vielen Oktetten',
  'faults.field.command': 'Die Antwort auf',
  'faults.field.reply': 'Antwort',
  'faults.field.reply.help': 'Code, erweiterter Code, Text: 451 4.7.1 Come back later',
  'faults.field.reply.wrong':
    'Das ist keine Antwort: ein Code 2xx, 4xx oder 5xx, vielleicht 4.7.1 derselben Klasse, dann Text.',
  'faults.field.between': 'Zwischen',
  'faults.field.and': 'und',
  'faults.field.anybody': 'jedem',
  'faults.field.filter': 'Zeilen, die passen',
  'faults.field.filter.help':
    'Wie bei Suchen und Anhalten: verb:RCPT is:client. Leer: die Verbindung als Ganzes, oder jede Zeile.',
  'faults.field.filter.wrong': 'Keine Zeile auf der Leitung lässt sich nach „{what}“ fragen.',
  'faults.field.more': 'Welche, und wie oft',
  'faults.field.port': 'Port',
  'faults.field.percent': 'Von hundert',
  'faults.field.seed': 'Startzahl',
  'faults.field.seed.help': 'Dieselbe Startzahl trifft dieselben Zeilen.',
  'faults.field.times': 'Höchstens (Mal)',

  'faults.say': '{what} {where}{which}',
  'faults.say.delay': '{ms} ms später',
  'faults.say.slow': '{rate} Oktette je Sekunde',
  'faults.say.blackHole': 'schwarzes Loch',
  'faults.say.cut': 'getrennt nach {octets} Oktetten',
  'faults.say.reset': 'zurückgesetzt nach {octets} Oktetten',
  'faults.say.cutNow': 'sofort getrennt',
  'faults.say.resetNow': 'sofort zurückgesetzt',
  'faults.say.cutLine': 'dort getrennt',
  'faults.say.resetLine': 'dort zurückgesetzt',
  'faults.say.corrupt': 'ein Bit gekippt',
  'faults.say.drop': 'verloren',
  'faults.say.answer': '„{reply}“ auf {command}',
  'faults.say.between': 'zwischen {one} und {other}',
  'faults.say.at': 'bei {one}',
  'faults.say.everywhere': 'überall',
  'faults.say.port': ', Port {port}',
  'faults.say.filter': ', Zeilen, die zu {filter} passen',
  'faults.say.percent': ', {percent} von hundert (Startzahl {seed})',
  'faults.say.times': { one: ', einmal', other: ', {count} Mal' },

  'faults.sign.delay': 'verzögert',
  'faults.sign.slow': 'langsam',
  'faults.sign.blackHole': 'schwarzes Loch',
  'faults.sign.cut': 'getrennt',
  'faults.sign.reset': 'zurückgesetzt',
  'faults.sign.corrupt': 'verfälscht',
  'faults.sign.drop': 'verliert Zeilen',
  'faults.sign.answer': 'fremde Antwort',

  'faults.notice': {
    one: '{count} Störung wirkt auf die Leitung:',
    other: '{count} Störungen wirken auf die Leitung:',
  },
  'faults.notice.more': { one: '(und {count} weitere)', other: '(und {count} weitere)' },
  'faults.notice.show': 'Störungen zeigen',
  'faults.notice.wait': '5 Minuten Warten vergehen lassen',
  'faults.notice.wait.help':
    'Wer auf eine Antwort wartet, wartet auf der Stelle fünf Minuten länger: Verzögerte Zeilen kommen an, und wer auf nichts wartet, gibt auf.',

  'faults.line.delayed': 'von dir verzögert, {ms} ms',
  'faults.line.corrupted': 'von dir verfälscht: Oktett {at}, aus {was} wurde {is}',
  'faults.line.answered': 'von dir gesagt, an Stelle des Servers',
  'faults.line.replaced': 'von dir an die Stelle der eigenen des Servers gesetzt',
  'faults.line.unheard': 'von dir dem Server vorenthalten',
  'faults.datagram.delayed.question': 'Die Frage hast du verzögert, {ms} ms.',
  'faults.datagram.delayed.answer': 'Die Antwort hast du verzögert, {ms} ms.',
  'faults.datagram.silenced.question': 'Die Frage kam nie an: dein schwarzes Loch.',
  'faults.datagram.silenced.answer': 'Die Antwort kam nie an: dein schwarzes Loch.',
  'faults.datagram.corrupted.question':
    'Du hast ein Bit der Frage umgedreht. Ihre Prüfsumme stimmte nicht, und sie wurde ungelesen verworfen.',
  'faults.datagram.corrupted.answer':
    'Du hast ein Bit der Antwort umgedreht. Ihre Prüfsumme stimmte nicht, und sie wurde ungelesen verworfen.',
  'faults.deed.silenced': 'Von hier an verschluckt die Leitung alles: dein schwarzes Loch.',
  'faults.deed.cut': 'Hier von dir getrennt.',
  'faults.deed.reset': 'Hier von dir zurückgesetzt.',
  'faults.deed.delayed': 'Geheimtext von dir verzögert, {ms} ms.',
  'faults.deed.corrupted': 'Im Geheimtext von {speaker} ist durch dich ein Bit gekippt. TLS merkt es.',
  'faults.deed.lost': 'nie angekommen, durch deine Störung verloren',
  'faults.deed.dropped': 'von dir verworfen',
  'faults.deed.text': 'der Text des Briefes oder eine andere lange Zeile',
} satisfies Translation<typeof faultsEn>;
