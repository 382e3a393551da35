// What is so, against each of the 22 misconceptions, in German. Counterpart: en-concepts.ts. Rule: as there; words as in
// renderer/text/de/glossary.md.

import type { conceptsEn } from './en-concepts.ts';

export const conceptsDe = {
  'truth.from-is-checked':
    'Server richten sich nach dem Umschlag. From: ist Text des Briefes, und niemand prüft ihn, solange es nicht eine Regel wie DMARC tut.',
  'truth.spf-protects-from':
    'SPF vergleicht die Adresse des Anrufers mit der Domain von MAIL FROM oder HELO. Erst DMARC bindet das an From:.',
  'truth.to-decides':
    'Allein RCPT TO entscheidet. To:, Cc: und Bcc: sind Text; Bcc ist ein RCPT TO, das der Kopf nicht nennt.',
  'truth.received-all-true':
    'Jeder Server schreibt seine Zeile obenauf. Unterhalb des letzten Servers, dem du vertraust, können alle erfunden sein.',
  'truth.mail-goes-straight':
    'Mail wird gespeichert und von Server zu Server weitergereicht und kann tagelang in einer Warteschlange liegen.',
  'truth.server-named-like-domain': 'Der MX-Eintrag der Domain nennt den Rechner, und der kann heißen, wie er will.',
  'truth.bounce-means-bad-address': 'Briefe kommen aus vielen Gründen zurück, und manche verschwinden ohne ein Wort.',
  'truth.deferred-means-blocked': '4xx heißt: nicht jetzt. Der Absender behält den Brief und versucht es wieder.',
  'truth.refused-means-dead':
    '5xx heißt: nicht dieser Brief, nicht so. Der Grund kann die Adresse sein, der Absender, eine Regel oder der Inhalt.',
  'truth.accepted-means-inbox':
    '250 nach dem Punkt heißt, dass der nächste Server die Verantwortung übernommen hat, und nicht mehr.',
  'truth.lock-is-end-to-end':
    'TLS schützt eine Station. Jeder Server liest den Brief, und die nächste Strecke kann im Klartext sein.',
  'truth.port-465-deprecated': 'RFC 8314 empfiehlt für die Einlieferung TLS von Anfang an: Port 465, neben 587.',
  'truth.dkim-encrypts':
    'DKIM ist die Unterschrift einer Domain unter Kopfzeilen und Text. Es verbirgt nichts und kennt keine Personen.',
  'truth.checks-stop-all':
    'Sie zeigen, welche Domain für einen Brief einsteht. Ähnliche Namen, Anzeigenamen und Empfänger, die nicht prüfen, bleiben.',
  'truth.sender-checks': 'Es prüft der Empfänger, während der Brief angeboten wird oder danach.',
  'truth.highest-mx-wins':
    'Zuerst wird der MX mit der kleinsten Zahl versucht; die anderen, wenn er nicht zu erreichen ist.',
  'truth.pop-imap-send':
    'POP3 und IMAP holen und ordnen. Gesendet wird mit SMTP, beim Einlieferungsserver des eigenen Anbieters.',
  'truth.bounces-to-from': 'Berichte gehen an MAIL FROM. War das gefälscht, treffen sie einen Fremden.',
  'truth.helo-is-checked':
    'Beides ist freier Text. Der Server kennt die Adresse des Anrufers und von sich aus sonst nichts.',
  'truth.any-dot-ends': 'Nur CRLF, Punkt, CRLF beendet einen Brief. Ein einzelner Punkt im Text reist verdoppelt.',
  'truth.one-outcome': 'Jedes RCPT TO hat seine eigene Antwort und sein eigenes Schicksal.',
  'truth.forwarding-is-neutral':
    'Eine Weiterleitung ruft von ihrer eigenen Adresse aus an, das bricht SPF; eine Liste ändert den Brief, das bricht DKIM.',
} as const satisfies Record<keyof typeof conceptsEn, string>;
