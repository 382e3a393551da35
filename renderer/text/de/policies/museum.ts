// Checks that worked and are historic, in German. Counterpart: ../../policies/museum.ts. Rule: as in glossary.md.

import type { museumPoliciesEn } from '../../policies/museum.ts';
import type { Translation } from '../translation.ts';

export const museumPoliciesDe = {
  'policy.sender-id': 'Sender ID',
  'policy.sender-id.help':
    'Vergleicht die Adresse des Clients mit den Einträgen der Domain, die der Kopf als letzten Absender nennt: Resent-Sender, Resent-From, Sender, From, was davon zuerst da ist (RFC 4406, RFC 4407).',
  'policy.sender-id.died':
    'Sie nahm Einträge, die für SPF und damit für Umschläge geschrieben waren, und wandte sie auf Köpfe an; eine Weiterleitung, die kein Resent-Feld anfügte, fiel durch. Sie war patentiert und kam nie über SPF hinaus. Die IETF beendete den Versuch 2012 (RFC 6686).',
  'policy.sender-id.enabled': 'Sender ID prüfen',
  'policy.sender-id.onFail': 'Der Eintrag sagt nein (fail)',
  'policy.sender-id.onSoftfail': 'Der Eintrag sagt: wohl nicht (softfail)',
  'policy.sender-id.onMissing': 'Der Kopf nennt keinen eindeutigen Absender',
  'policy.sender-id.onTemperror': 'Das DNS antwortet nicht (temperror)',
  'why.senderId.pra': '{field} im Kopf sagt, wer ihn zuletzt gesendet hat: {address}.',
  'why.senderId.missing': 'Der Kopf sagt nicht, wer den Brief zuletzt gesendet hat ({problem}).',
  'why.senderId.none': '{domain} veröffentlicht keinen Eintrag, weder für Köpfe noch für Umschläge.',
  'why.senderId.neutral': '{domain} sagt nicht, ob {address} für die Domain senden darf.',
  'why.senderId.pass': '„{term}“ passte: {domain} sagt, dass {address} ihre Mail sendet.',
  'why.senderId.fail': '„{term}“ passte: {domain} sagt, dass {address} ihre Mail nicht sendet.',
  'why.senderId.softfail': '„{term}“ passte: {domain} sagt, dass {address} ihre Mail wohl nicht sendet.',
  'why.senderId.temperror': 'Das DNS gab keine Antwort ({problem}); noch kann es niemand sagen.',
  'why.senderId.permerror': 'Der Eintrag von {domain} lässt sich nicht auswerten: {problem}.',
  'otherwise.senderId.listed': 'Ein Eintrag von {domain} mit {address} darin hätte den Brief durchgelassen.',
  'otherwise.senderId.resent':
    'Stünde über {field} ein Resent-From mit einer Adresse des Servers, der den Brief weitergab, wäre danach gefragt worden.',

  'policy.domainkeys': 'DomainKeys',
  'policy.domainkeys.help':
    'Der Vorläufer von DKIM: eine Signatur über Kopf und Rumpf zusammen, von der Domain in Sender oder From (RFC 4870).',
  'policy.domainkeys.died':
    'Nichts wurde verziehen: Eine Fußzeile oder eine geänderte Kopfzeile brach sie, und eine Liste, die Sender anfügte, machte sie zur Signatur eines anderen. Sie kannte nur SHA-1. DKIM übernahm 2007 die Schlüssel im DNS, mit zwei Hashes, zwei kanonischen Formen und einem eigenen Unterzeichner.',
  'policy.domainkeys.enabled': 'DomainKeys-Signaturen prüfen',
  'policy.domainkeys.onUnsigned': 'Keine Signatur hält, und die Domain signiert alles (o=-)',
  'why.domainkeys.noSender': 'Weder in Sender noch in From steht eine Adresse; also kann keine Domain signiert haben.',
  'why.domainkeys.none': 'Es gibt keine DomainKeys-Signatur; {domain} hätte eine machen können.',
  'why.domainkeys.signature':
    '{domain} hat ihn mit dem Schlüssel „{selector}“ signiert ({algorithm}, {canonicalization}): {fields}.',
  'why.domainkeys.stranger':
    'Der Unterzeichner {domain} ist nicht die Domain des Absenders, oder die Kopfzeile, die ihn nennt, ist nicht signiert: {field} ist {address}.',
  'why.domainkeys.key.found': 'Der Schlüssel steht bei {name}.',
  'why.domainkeys.key.missing': 'Bei {name} steht kein Schlüssel.',
  'why.domainkeys.key.revoked': 'Der Schlüssel bei {name} wurde zurückgezogen.',
  'why.domainkeys.key.others': 'Der Schlüssel bei {name} ist für die Briefe eines anderen (g=).',
  'why.domainkeys.key.silent': 'Für {name}, wo der Schlüssel stehen sollte, hat niemand geantwortet.',
  'why.domainkeys.text.same': 'Kopf und Rumpf, {octets} Oktette in kanonischer Form, sind, was signiert wurde.',
  'why.domainkeys.text.changed':
    'Kopf und Rumpf, {octets} Oktette in kanonischer Form, sind nicht, was signiert wurde. Mit einem Hash für beide kann niemand sagen, wo.',
  'why.domainkeys.pass': '{domain} hat diesen Brief gesendet.',
  'why.domainkeys.fail': 'Die Signatur für {domain} hält nicht und zählt darum wie keine.',
  'why.domainkeys.neutral': 'Die Signatur sagt nichts über {domain} ({problem}).',
  'why.domainkeys.permerror': 'Die Signatur für {domain} lässt sich nicht prüfen ({problem}), auch später nicht.',
  'why.domainkeys.temperror': 'Die Signatur für {domain} lässt sich jetzt nicht prüfen ({problem}).',
  'why.domainkeys.policy.all': '{domain} sagt bei {name}, dass die Domain alles signiert.',
  'why.domainkeys.policy.some': '{domain} sagt bei {name}, dass die Domain einen Teil ihrer Mail signiert.',
  'otherwise.domainkeys.signed': 'Mit einer Signatur von {domain}, die hält, wäre der Brief durchgelassen worden.',

  'policy.domainkeys-signing': 'DomainKeys-Signaturen',
  'policy.domainkeys-signing.help':
    'Signiert, was die eigenen Leute des Servers senden, wie im Jahr 2004. Der öffentliche Schlüssel kommt ins DNS.',
  'policy.domainkeys-signing.died':
    'SHA-1, ihr einziger Hash, ist nicht mehr sicher, und seit Jahren prüft niemand diese Signaturen: 2007 trat DKIM an ihre Stelle (RFC 4871).',
  'policy.domainkeys-signing.enabled': 'Briefe signieren',
  'policy.domainkeys-signing.domain': 'Domain, für die signiert wird',
  'policy.domainkeys-signing.selector': 'Selektor, der Name des Schlüssels',
  'policy.domainkeys-signing.canonicalization': 'Kanonische Form',
  'policy.domainkeys-signing.signsAll': 'Im DNS sagen, dass alles signiert ist (o=-)',
  'policy.choice.nofws': 'ohne jeden Leerraum (nofws)',
  'policy.choice.simple': 'wie es ist (simple)',
  'why.domainkeysSigning.signed':
    'Signiert für {domain} mit dem Schlüssel „{selector}“ ({canonicalization}): der Rumpf und {fields}.',
  'why.domainkeysSigning.foreign': 'Den Brief sendet {domain}; dafür signiert dieser Server nicht.',

  'policy.adsp': 'ADSP',
  'policy.adsp.help':
    'Die Domain des Verfassers sagt im DNS, ob sie all ihre Mail mit DKIM signiert und was ein Brief ohne ihre Signatur wert ist (RFC 5617). Es zählt, was DKIM hier fand.',
  'policy.adsp.died':
    'Eine Domain, die „discardable“ sagte, verlor ohne ein Wort die Briefe, die ihre Leute an Mailinglisten schrieben, und kaum eine Domain konnte es sagen. Die IETF erklärte es 2013 für historisch; DMARC versucht dasselbe, mit SPF als zweitem Beweis, mit Berichten und mit dem Vergleich der Domains.',
  'policy.adsp.enabled': 'ADSP prüfen',
  'policy.adsp.onAll': 'Die Domain signiert alles (all)',
  'policy.adsp.onDiscardable': 'Was nicht signiert ist, darf weg (discardable)',
  'policy.adsp.onMissing': 'Die Domain gibt es nicht',
  'why.adsp.noAuthor': 'From nennt niemanden, der sich fragen ließe.',
  'why.adsp.pass': 'Eine Signatur von {author} selbst hält; nach den Gepflogenheiten muss niemand fragen.',
  'why.adsp.none': '{author} sagt nicht, was signiert wird.',
  'why.adsp.unknown': '{author} sagt, dass ein Teil der Mail signiert wird: {record}',
  'why.adsp.fail': 'Keine Signatur von {author} selbst hält, und die Domain sagt, dass sie alles signiert: {record}',
  'why.adsp.discard':
    'Keine Signatur von {author} selbst hält, und die Domain sagt, dass ein solcher Brief weg darf: {record}',
  'why.adsp.nxdomain': 'Die Domain {author} gibt es nicht.',
  'why.adsp.temperror': 'Das DNS gab über {author} keine Antwort; noch kann es niemand sagen.',
  'why.adsp.permerror': 'From nennt keine Domain, die sich fragen ließe.',
  'otherwise.adsp.signed': 'Mit einer DKIM-Signatur von {author}, die hält, wäre der Brief durchgelassen worden.',
  'otherwise.adsp.exists': 'Gäbe es {author}, wäre der Brief durchgelassen worden.',
} satisfies Translation<typeof museumPoliciesEn>;
