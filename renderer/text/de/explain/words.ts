// What the screen says around an explanation, in German: decisions, TLS, bulk, DNS. Counterpart: ../../explain/words.ts. Rule:
// as in glossary.md.

import type { wordsEn } from '../../explain/words.ts';
import type { Translation } from '../translation.ts';

export const wordsDe = {
  'explain.title': 'Zu dieser Zeile',
  'explain.close': 'Erklärung schließen',
  'explain.bytes': 'Ihre Bytes',
  'explain.bytes.hidden': 'In diesen Bytes steht ein Passwort, darum sind sie nicht gezeigt.',
  'explain.times': '{at} UTC, {ms} ms nach dem Öffnen der Verbindung',
  'explain.more': 'Teile und Bytes',
  'explain.answers': 'Antwort auf „{line}“.',
  'explain.raw': 'Bytes eines Protokolls, das Posthorn nicht kennt',
  'explain.raw.is': 'Posthorn gibt diese Bytes weiter und kann nicht sagen, was sie bedeuten.',
  'explain.client': 'Zeile des Clients',
  'explain.server': 'Zeile des Servers',
  'explain.changed': 'Diese Bytes hast du an die Stelle dessen gesetzt, was {host} sagte.',

  'why.policy.reject': 'Die Prüfung {policy} von {host} hat abgelehnt.',
  'why.policy.defer': 'Die Prüfung {policy} von {host} will, dass der Client später wiederkommt.',
  'why.policy.accept': 'Die Prüfung {policy} von {host} hat es durchgelassen.',
  'why.policy.continue': 'Die Prüfung {policy} von {host} hat nichts einzuwenden.',
  'why.policy.discard': 'Die Prüfung {policy} von {host} nimmt den Brief an und wirft ihn weg.',
  'why.policy.quarantine': 'Die Prüfung {policy} von {host} legt den Brief beiseite.',
  'why.spokenLater':
    'Entschieden wurde es bei {stage}; gesagt wird es erst jetzt, damit im Protokoll steht, für wen der Brief war.',
  'why.rfc': 'Die Regel steht in {rfc}.',
  'why.other': 'Der Grund: {code}.',
  'why.rcpt.local': '{host} sagte ja, weil dort die Postfächer von {domain} liegen.',
  'why.rcpt.relay': '{host} sagte ja, weil er Post für {domain} annimmt.',
  'why.rcpt.alias': '{host} sagte ja, weil er Post für diese Adresse weiterleitet.',
  'why.rcpt.login': '{host} sagte ja, weil der Client sich angemeldet hatte.',
  'why.rcpt.network': '{host} sagte ja, weil die Adresse des Clients zum eigenen Netz gehört.',
  'why.rcpt.popBeforeSmtp':
    '{host} sagte ja, weil von der Adresse des Clients aus gerade jemand mit Passwort Post abgeholt hat.',
  'why.rcpt.open': '{host} sagte ja, weil er ein offenes Relay ist: Er sendet alles für jeden.',
  'why.rcpt.yes': '{host} sagte ja.',
  'why.rcpt.relayDenied': '{host} sagte nein, weil {domain} nicht seine Domain ist und er den Client nicht kennt.',
  'why.rcpt.unknown': '{host} sagte nein, weil es dieses Postfach nicht gibt.',
  'why.auth.yes': '{host} hat das Passwort von {login} geprüft ({mechanism}).',
  'why.auth.credentials': '{host} hat diesen Namen mit diesem Passwort nicht gefunden.',
  'why.auth.malformed': '{host} konnte die Anmeldung nicht lesen.',
  'why.auth.tls': '{host} nimmt kein Passwort im Klartext an.',
  'why.data.yes': '{host} hat den Brief auf der Platte: {octets} Oktette.',
  'why.login.yes': '{host} hat das Postfach von {login} geöffnet.',
  'why.login.no': '{host} hat diesen Namen mit diesem Passwort nicht gefunden.',
  'why.removed': { one: '{count} Brief wurde entfernt.', other: '{count} Briefe wurden entfernt.' },
  'why.selected': 'Briefe in {mailbox}: {messages}.',

  'tls.start': 'TLS beginnt',
  'tls.start.is':
    'Beide Enden haben Schlüssel vereinbart, die sonst niemand an der Leitung kennt. Was folgt, reist als Geheimtext.',
  'tls.start.forget': 'Was vorher gesagt wurde, gilt nicht mehr: Der Client grüßt noch einmal.',
  'tls.part.version': 'Version',
  'tls.part.cipher': 'Chiffre',
  'tls.part.servername': 'Name, nach dem der Client fragte, für jeden lesbar',

  'data.letter': 'der Brief',
  'data.letter.is':
    'Kopf, eine Leerzeile, Text und ein Punkt allein in seiner Zeile. Beginnt eine Zeile des Briefes mit einem Punkt, kommt ein zweiter davor, den der Server wieder wegnimmt.',
  'data.letter.unread':
    'Kein Server liest die Namen in From: und To:, um den Weg zu finden. Das hat der Umschlag getan.',
  'data.literal': 'ein Literal',
  'data.literal.is': 'Genau so viele Oktette, wie angekündigt waren, welche es auch sind.',
  'data.multiline': 'ein Brief, abgeholt',
  'data.multiline.is': 'Der Brief, wie er im Postfach liegt. Ein Punkt allein in seiner Zeile beendet ihn.',
  'data.raw': 'Oktette',
  'data.raw.is': 'Bytes, die keine Zeile sind.',
  'data.line': 'eine lange Zeile',
  'data.line.is': 'Länger als ein Kilobyte, darum hier zusammengefaltet.',

  'dns.A': 'Welche IPv4-Adresse hat dieser Name?',
  'dns.AAAA': 'Welche IPv6-Adresse hat dieser Name?',
  'dns.MX': 'Welche Rechner nehmen Post für diese Domain an? Die kleinste Zahl wird zuerst versucht.',
  'dns.PTR':
    'Welcher Name gehört zu dieser Adresse? Die Antwort schreibt, wem die Adresse gehört; darum wird sie auch in der Gegenrichtung geprüft.',
  'dns.TXT': 'Welcher Text steht bei diesem Namen? Dort stehen SPF, DKIM und DMARC.',
  'dns.NS': 'Welche Nameserver kennen diese Domain?',
  'dns.SOA': 'Wer verwaltet diese Zone, und wie lange dürfen Antworten aufbewahrt werden?',
  'dns.CNAME': 'Ist dieser Name ein anderer Name für etwas?',
  'dns.SRV': 'Welcher Rechner und welcher Port bieten diesen Dienst an?',
  'dns.other': 'Eine Frage an den Nameserver.',
  'dns.NOERROR': 'Den Namen gibt es.',
  'dns.NOERROR.empty': 'Den Namen gibt es, aber ohne einen solchen Eintrag.',
  'dns.NXDOMAIN': 'Diesen Namen gibt es nicht.',
  'dns.SERVFAIL': 'Der Nameserver hat Schwierigkeiten; später gefragt, weiß er es vielleicht.',
  'dns.REFUSED': 'Solche Fragen beantwortet der Nameserver nicht.',
  'dns.FORMERR': 'Die Frage wurde nicht verstanden.',
  'dns.timeout': 'Niemand hat geantwortet.',
  'dns.rcode': 'Der Nameserver sagte {rcode}.',
} satisfies Translation<typeof wordsEn>;
