// The policies that look at the session, in German. Counterpart: ../../policies/session.ts. Rule: as in glossary.md.

import type { sessionPoliciesEn } from '../../policies/session.ts';
import type { Translation } from '../translation.ts';

export const sessionPoliciesDe = {
  'policy.greet-pause': 'Pause vor der Begrüßung',
  'policy.greet-pause.help':
    'Der Server sagt eine halbe Begrüßung und wartet. Ein Mailserver wartet auch; eine eilige Spammaschine redet zuerst. Diese Pausen vergehen auf der Uhr der Leitung, nicht auf der des Labors.',
  'policy.greet-pause.enabled': 'Fremde auf die Begrüßung warten lassen',
  'policy.greet-pause.pause_s': 'Pause in Sekunden',
  'policy.greet-pause.teaser': 'Die erste Hälfte der Begrüßung vor der Pause sagen',
  'policy.greet-pause.onEarlyTalk': 'Wer zuerst redet',
  'policy.greet-pause.remember_s': 'Wer gewartet hat, ist verschont, in Sekunden',
  'why.greetPause.known': 'Der Client hat schon einmal gewartet und muss es nicht wieder.',
  'why.greetPause.waited': 'Der Client hat {pause_s} s auf die Begrüßung gewartet, wie er muss.',
  'why.greetPause.early': 'Der Client sagte „{line}“, bevor die Begrüßung zu Ende war.',
  'otherwise.greetPause.wait':
    'Hätte der Client {pause_s} s auf die ganze Begrüßung gewartet, wäre er durchgelassen worden.',

  'policy.helo': 'Der Name des Clients (HELO)',
  'policy.helo.help':
    'Wie sich der Client in HELO oder EHLO nennt. Niemand darf abgelehnt werden, nur weil der Name nicht zur Adresse passt (RFC 5321); aber ein Name, der keiner sein kann, sagt etwas.',
  'policy.helo.enabled': 'Den Namen prüfen',
  'policy.helo.syntax': 'Er muss als Name oder Adressliteral geschrieben sein',
  'policy.helo.fullName': 'Er muss ein voller Name sein, mit Punkt',
  'policy.helo.noLiteral': 'Keine Adressliterale',
  'policy.helo.ownName': 'Er darf nicht der Name dieses Servers und nicht die Adresse eines anderen sein',
  'policy.helo.unknownHost': 'Das DNS muss ihn kennen',
  'why.helo.fine': 'Der Client nennt sich {name}, und daran ist nichts auszusetzen.',
  'why.helo.invalid': '„{name}“ kann nicht der Name eines Rechners sein.',
  'why.helo.literal': 'Der Client nennt sich {name}, und Adressliterale werden hier nicht angenommen.',
  'why.helo.foreignLiteral': 'Der Client nennt sich {name}, kommt aber von {address}.',
  'why.helo.ownName': 'Der Client nennt sich {name}, und so heißt dieser Server selbst.',
  'why.helo.notFull': '„{name}“ hat keinen Punkt: Es ist kein voller Name.',
  'why.helo.unknown': 'Das DNS hat für {name} weder eine Adresse noch Mailserver.',
  'why.helo.silent': 'Das DNS hat für {name} nicht geantwortet; darum soll der Client wiederkommen.',
  'otherwise.helo.invalid': 'Ein richtig gebildeter Name wäre durchgekommen, selbst ein fremder.',
  'otherwise.helo.literal': 'Ein Name statt der Adresse wäre durchgekommen.',
  'otherwise.helo.foreignLiteral': '[{address}] wäre durchgekommen.',
  'otherwise.helo.ownName': 'Jeder andere Name wäre durchgekommen.',
  'otherwise.helo.notFull': 'Mit seiner Domain, als {name}.example, wäre er durchgekommen.',
  'otherwise.helo.unknown': 'Ein A- oder MX-Eintrag für {name} hätte genügt.',
  'otherwise.helo.silent': 'Eine Antwort des DNS hätte es entschieden.',

  'policy.sender-fqdn': 'Absender mit Domain',
  'policy.sender-fqdn.help':
    'Die Adresse in MAIL FROM muss eine ganze Domain haben, sonst könnte keine Antwort dorthin zurück.',
  'policy.sender-fqdn.enabled': 'Absender ohne Domain ablehnen',
  'why.senderFqdn.full': '{address} hat eine ganze Domain.',
  'why.senderFqdn.bare': '{address} hat keine ganze Domain.',
  'otherwise.senderFqdn.bare': 'Mit einer Domain nach dem @ wäre er durchgekommen.',

  'policy.recipient-fqdn': 'Empfänger mit Domain',
  'policy.recipient-fqdn.help':
    'Die Adresse in RCPT TO muss eine ganze Domain haben. Nur postmaster darf ohne geschrieben sein.',
  'policy.recipient-fqdn.enabled': 'Empfänger ohne Domain ablehnen',
  'why.recipientFqdn.full': '{address} hat eine ganze Domain.',
  'why.recipientFqdn.bare': '{address} hat keine ganze Domain.',
  'otherwise.recipientFqdn.bare': 'Mit einer Domain nach dem @ wäre er durchgekommen.',

  'policy.rate-limit': 'Ratenbegrenzung',
  'policy.rate-limit.help':
    'Wie viel eine Adresse in einer bestimmten Zeit auf der Uhr des Labors tun darf. Was darüber ist, darf später kommen. 0 heißt: keine Grenze.',
  'policy.rate-limit.enabled': 'Begrenzen, was ein Client tun darf',
  'policy.rate-limit.window_s': 'Gezählt über, in Sekunden',
  'policy.rate-limit.connections': 'Verbindungen',
  'policy.rate-limit.letters': 'Briefe',
  'policy.rate-limit.recipients': 'Empfänger',
  'why.rate.connections': 'Verbindung {counted} von {address} in {window_s} s; erlaubt sind {most}.',
  'why.rate.letters': 'Brief {counted} von {address} in {window_s} s; erlaubt sind {most}.',
  'why.rate.recipients': 'Empfänger {counted} von {address} in {window_s} s; erlaubt sind {most}.',
  'otherwise.rate.later': 'In {left_s} s beginnt die Zählung von vorn.',

  'policy.mailbox-full': 'Postfach voll',
  'policy.mailbox-full.help':
    'Ein Platz für jedes Postfach dieses Rechners, der nicht überschritten wird. Ein Server davor weiß nicht, wie voll ein Postfach ist.',
  'policy.mailbox-full.enabled': 'Auf den Platz achten',
  'policy.mailbox-full.quota_octets': 'Platz eines Postfachs in Oktetten',
  'policy.mailbox-full.onFull': 'Ein volles Postfach',
  'why.quota.room': 'Im Postfach von {address} sind {octets} von {quota_octets} Oktetten belegt, Briefe: {letters}.',
  'why.quota.full':
    'Im Postfach von {address} sind {octets} von {quota_octets} Oktetten belegt; {size} mehr waren angekündigt, und dafür ist kein Platz.',
  'otherwise.quota.makeRoom': 'Mit {excess} Oktetten mehr Platz wäre er durchgekommen.',

  'policy.size': 'Größe',
  'policy.size.help':
    'Eine eigene Grenze für Briefe. Ein Client, der die Größe ankündigt (SIZE), erfährt es vor dem Senden; ein anderer danach.',
  'policy.size.enabled': 'Große Briefe ablehnen',
  'policy.size.most_octets': 'Größter Brief in Oktetten',
  'why.size.declared': 'Der Client hat {octets} Oktette angekündigt; erlaubt sind {most_octets}.',
  'why.size.sent': 'Der Brief hat {octets} Oktette; erlaubt sind {most_octets}.',
  'otherwise.size.smaller': 'Mit {excess} Oktetten weniger wäre er durchgekommen.',
} satisfies Translation<typeof sessionPoliciesEn>;
