// The policies in German: their names, their settings, and each reason they give. Counterpart: ../policies.ts. Rule: as in
// glossary.md.

import type { policiesEn } from '../policies.ts';
import { authenticationPoliciesDe } from './policies/authentication.ts';
import { contentPoliciesDe } from './policies/content.ts';
import { learningPoliciesDe } from './policies/learning.ts';
import { listPoliciesDe } from './policies/lists.ts';
import { museumPoliciesDe } from './policies/museum.ts';
import { sessionPoliciesDe } from './policies/session.ts';
import type { Translation } from './translation.ts';

export const policiesDe = {
  ...sessionPoliciesDe,
  ...listPoliciesDe,
  ...authenticationPoliciesDe,
  ...contentPoliciesDe,
  ...museumPoliciesDe,
  ...learningPoliciesDe,

  'why.dns.answer': 'Das DNS sagt: {name} {type} ist {answer}, für {ttl_s} s.',
  'why.dns.nothing': 'Das DNS hat kein {type} von {name} ({rcode}).',

  'policy.choice.accept': 'annehmen',
  'policy.choice.defer': 'später wiederkommen',
  'policy.choice.refuse': 'ablehnen',
  'policy.choice.network': 'mit seinem ganzen Netz',
  'policy.choice.address': 'als einzelne Adresse',
  'policy.choice.none': 'keine',
  'policy.choice.last': 'die letzte von außen',
  'policy.choice.all': 'alle',
  'policy.choice.smtpd': 'wie der smtpd von Postfix (554, mit dem Grund der Liste)',
  'policy.choice.postscreen': 'wie der postscreen von Postfix (550)',
  'policy.choice.hold': 'beiseitelegen (hold)',
  'policy.choice.discard': 'annehmen und wegwerfen',
  'policy.choice.drop': 'ablehnen und auflegen',
  'policy.choice.mark': 'als Spam kennzeichnen',

  'policy.access': 'Zugangstabellen',
  'policy.access.help':
    'Von Hand geschriebene Zeilen: welche Clients, Grüße, Absender und Empfänger abgelehnt, weggeworfen oder durchgelassen werden. Die Tabellen stehen unter „Tabellen“.',
  'policy.access.enabled': 'Alle nachschlagen',
  'why.access.ok':
    'Zeile {row} der Tabelle {table} passt, {key}: Es wird durchgelassen, und keine andere Prüfung fragt.',
  'why.access.relay': 'Zeile {row} der Tabelle {table} passt, {key}: Von hier darf überallhin gesendet werden.',
  'why.access.dunno':
    'Zeile {row} der Tabelle {table} passt, {key}: eine Ausnahme; die allgemeineren Zeilen darunter werden nicht angesehen.',
  'why.access.discard': 'Zeile {row} der Tabelle {table} passt, {key}: Der Brief wird angenommen und weggeworfen.',
  'why.access.hold':
    'Zeile {row} der Tabelle {table} passt, {key}: Der Brief wird in der Warteschlange zurückgehalten.',
  'why.access.refused': 'Zeile {row} der Tabelle {table} passt, {key}: „{text}“.',
  'otherwise.access.asked':
    'Ohne Zeile {row} der Tabelle {table} wären die anderen Prüfungen nach {subject} gefragt worden.',
  'otherwise.access.taken':
    'Ohne Zeile {row} der Tabelle {table}, oder mit einer engeren für {subject}, die DUNNO sagt, wäre es nicht dazu gekommen.',
  'otherwise.access.wider':
    'Ohne Zeile {row} der Tabelle {table} hätte eine allgemeinere Zeile über {subject} entscheiden können.',

  'policy.greylisting': 'Greylisting',
  'policy.greylisting.help':
    'Wer von dort noch nie geschrieben hat, soll später wiederkommen. Ein echter Mailserver tut das; vieles, was Spam sendet, nicht.',
  'policy.greylisting.enabled': 'Fremde wiederkommen lassen',
  'policy.greylisting.delay_s': 'Wiederkommen nach, in Sekunden',
  'policy.greylisting.peer': 'Ein Client zählt',
  'policy.greylisting.retryWindow_s': 'Einen ersten Versuch vergessen nach, in Sekunden',
  'policy.greylisting.lifetime_s': 'Wer wiederkam, bleibt gemerkt, in Sekunden',
  'policy.greylisting.autoWhitelist': 'Nicht mehr fragen, wer so oft wiederkam (0: nie)',
  'policy.greylisting.except': 'Netze, Domains und Adressen, die nie warten',
  'why.greylist.exception': '{entry} gehört zu den Ausnahmen.',
  'why.greylist.trusted': 'Clients aus {network} kamen {times}-mal wieder und werden nicht mehr gefragt.',
  'otherwise.greylist.later': 'In {left_s} s wäre derselbe Brief aus demselben Netz durchgelassen worden.',
  'why.greylist.first':
    'Diesen Absender und Empfänger gab es aus {network} noch nie; ein echter Server kommt nach {delay_s} s wieder.',
  'why.greylist.early': 'Der Client kam nach {age_s} s wieder; verlangt sind {delay_s} s.',
  'why.greylist.returned': 'Der Client kam nach {age_s} s wieder, wie ein echter Server es tut.',
  'why.greylist.known': 'Absender, Empfänger und Netz {network} sind schon einmal durchgekommen.',

  'policy.spf': 'SPF',
  'policy.spf.help':
    'Die Domain in MAIL FROM sagt im DNS, welche Adressen ihre Mail senden. Der Server fragt nach und vergleicht.',
  'policy.spf.enabled': 'SPF prüfen',
  'policy.spf.onFail': 'Der Eintrag sagt nein (fail)',
  'policy.spf.onSoftfail': 'Der Eintrag sagt: wohl nicht (softfail)',
  'policy.spf.onTemperror': 'Das DNS antwortet nicht (temperror)',
  'policy.spf.onPermerror': 'Der Eintrag ist falsch (permerror)',
  'why.spf.step': '„{term}“ im Eintrag von {domain}: {outcome} ({lookups} von 10 Abfragen verbraucht).',
  'why.spf.none': '{domain} veröffentlicht keinen SPF-Eintrag, also sagt SPF nichts.',
  'why.spf.neutral': '{domain} sagt nicht, ob diese Adresse für die Domain senden darf.',
  'why.spf.pass': '„{term}“ passte: {domain} sagt, dass diese Adresse ihre Mail sendet.',
  'why.spf.fail': '„{term}“ passte: {domain} sagt, dass diese Adresse ihre Mail nicht sendet.',
  'why.spf.softfail': '„{term}“ passte: {domain} sagt, dass diese Adresse ihre Mail wohl nicht sendet.',
  'why.spf.temperror': 'Das DNS gab keine Antwort ({problem}); noch kann es niemand sagen.',
  'why.spf.permerror': 'Der Eintrag von {domain} lässt sich nicht auswerten: {problem}.',
  'otherwise.spf.listed': 'Stünde {address} im Eintrag von {domain} (ip4:{address}), wäre das Ergebnis pass gewesen.',
  'otherwise.spf.softer':
    'Endete der Eintrag von {domain} auf ~all, wäre es softfail gewesen und durchgelassen worden.',
  'otherwise.spf.envelope':
    'Von einem Server aus, den {domain} nennt, oder mit einem Absender aus der Domain des Servers auf dem Umschlag wäre er durchgekommen.',
  'otherwise.spf.answer': 'Eine Antwort aus dem DNS von {domain} hätte es entschieden.',
  'otherwise.spf.mended':
    'Sobald jemand den Eintrag von {domain} in Ordnung bringt ({problem}), lässt er sich auswerten.',

  'policy.reverse-dns': 'Rückwärtsname im DNS',
  'policy.reverse-dns.help':
    'Zur Adresse des Clients muss ein Name gehören, der zur selben Adresse zurückführt. Auch ehrliche Server sind manchmal ohne eingerichtet.',
  'policy.reverse-dns.enabled': 'Einen Namen verlangen, der zurückführt',
  'why.reverseDns.confirmed': '{address} heißt {name}, und {name} hat diese Adresse.',
  'why.reverseDns.unconfirmed': '{address} hat keinen Namen oder einen, der nicht zu ihr zurückführt.',
  'otherwise.reverseDns.unconfirmed':
    'Ein PTR-Eintrag für {address} und ein A-Eintrag für dessen Namen, der zurückführt, hätten gereicht.',

  'policy.sender-domain': 'Domain des Absenders',
  'policy.sender-domain.help':
    'Ein Unzustellbarkeitsbericht muss zurückkönnen: Die Domain in MAIL FROM muss es geben, und sie muss Post annehmen.',
  'policy.sender-domain.enabled': 'Die Domain in MAIL FROM prüfen',
  'why.senderDomain.found': '{domain} gibt es, und dort ist Platz für Post.',
  'why.senderDomain.missing': '{domain} hat im DNS weder MX noch Adresse.',
  'why.senderDomain.nullMx': '{domain} sagt mit einem leeren MX, dass die Domain gar keine Post annimmt.',
  'why.senderDomain.silent': 'Für {domain} hat niemand geantwortet; darum soll der Client wiederkommen.',
  'otherwise.senderDomain.missing': 'Ein MX- oder A-Eintrag für {domain} hätte genügt.',
  'otherwise.senderDomain.nullMx': 'Ohne den leeren MX wäre Post von {domain} angenommen worden.',
  'otherwise.senderDomain.silent': 'Eine Antwort des DNS hätte es entschieden.',
} satisfies Translation<typeof policiesEn>;
