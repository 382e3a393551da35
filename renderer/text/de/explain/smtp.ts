// SMTP's commands, their parts and the extensions in German. Counterpart: ../../explain/smtp.ts. Rule: as in glossary.md.

import type { smtpEn } from '../../explain/smtp.ts';
import type { Translation } from '../translation.ts';

export const smtpDe = {
  'smtp.HELO': 'Gruß',
  'smtp.HELO.is':
    'Der Client nennt seinen Namen. Niemand prüft ihn: Er ist das Erste auf dem Weg eines Briefes, das sich erfinden lässt.',
  'smtp.EHLO': 'erweiterter Gruß',
  'smtp.EHLO.is':
    'Der Client nennt seinen Namen, den niemand prüft, und fragt, was der Server kann. Die Antwort zählt es auf, eine Zeile für jedes.',
  'smtp.LHLO': 'Gruß in LMTP',
  'smtp.LHLO.is':
    'So heißt EHLO in LMTP: Der Client will, dass der Brief sofort in die Postfächer kommt, und für jedes davon eine Antwort.',
  'smtp.MAIL': 'Rückweg',
  'smtp.MAIL.is':
    'Beginnt einen Umschlag und schreibt die Rückadresse darauf: Dorthin werden Fehlschläge gemeldet. Sie muss nicht die Adresse dessen sein, der den Brief schrieb.',
  'smtp.MAIL.null':
    'Beginnt einen Umschlag ohne Rückadresse. So reisen Unzustellbarkeitsberichte, damit keiner je von einem anderen beantwortet wird.',
  'smtp.RCPT': 'Hinweg',
  'smtp.RCPT.is':
    'Allein diese Adresse entscheidet, wer den Brief bekommt. Was im Brief hinter To: steht, wird nicht gelesen.',
  'smtp.DATA': 'der Brief beginnt',
  'smtp.DATA.is':
    'Antwortet der Server mit 354, ist alles Folgende der Brief, bis zu einer Zeile, in der nur ein Punkt steht.',
  'smtp.RSET': 'zurücksetzen',
  'smtp.RSET.is': 'Wirft den offenen Umschlag weg. Der Gruß gilt weiter.',
  'smtp.QUIT': 'Abschied',
  'smtp.QUIT.is': 'Der Client ist fertig. Der Server antwortet mit 221 und schließt die Verbindung.',
  'smtp.NOOP': 'nichts tun',
  'smtp.NOOP.is': 'Tut nichts und verlangt nur eine Antwort: Ist noch jemand da?',
  'smtp.VRFY': 'prüfen',
  'smtp.VRFY.is':
    'Fragt, ob es eine Adresse gibt. Die meisten Server sagen es nicht, weil auch Adresssammler gefragt haben.',
  'smtp.EXPN': 'aufzählen',
  'smtp.EXPN.is': 'Fragt, wer auf einer Mailingliste steht. Kaum ein Server sagt es.',
  'smtp.HELP': 'Hilfe',
  'smtp.HELP.is': 'Bittet einen Server um Rat für Menschen. Viele antworten wenig oder nichts.',
  'smtp.ETRN': 'Warteschlange anstoßen',
  'smtp.ETRN.is': 'Bittet den Server, die wartende Post für eine Domain jetzt zu versuchen.',
  'smtp.STARTTLS': 'Verschlüsselung, bitte',
  'smtp.STARTTLS.is':
    'Der Client will unter TLS weitersprechen. Diese Zeile selbst ist noch im Klartext: Wer an der Leitung sitzt, kann sie herausstreichen.',
  'smtp.AUTH': 'Anmeldung',
  'smtp.AUTH.is':
    'Der Client sagt, wer er ist, und beweist es mit einem Passwort. PLAIN und LOGIN verpacken das Passwort nur (base64); darum gehören sie unter TLS.',
  'smtp.BDAT': 'ein Stück des Briefes',
  'smtp.BDAT.is': 'Sendet den Brief in Stücken, deren Länge vorher gesagt wird; so braucht es keinen Punkt am Ende.',
  'smtp.secret': 'Anmeldung, Fortsetzung',
  'smtp.secret.is':
    'Die Antwort auf die Frage des Servers: ein Name oder ein Passwort, in base64. Posthorn zeigt Punkte dafür.',
  'smtp.abort.is': 'Ein einzelner Stern bricht die Anmeldung ab.',
  'smtp.unknown': 'kein Kommando',
  'smtp.unknown.is': 'SMTP hat kein Kommando, das so beginnt.',
  'smtp.bad': 'ein Kommando, das nicht stimmt',
  'smtp.bad.is': 'Das Verb ist bekannt; was darauf folgt, passt nicht zu seiner Grammatik.',
  'smtp.empty': 'eine leere Zeile',
  'smtp.empty.is': 'Außerhalb eines Briefes bedeutet eine leere Zeile nichts. Der Server sagt das auch.',

  'smtp.part.verb': 'Verb',
  'smtp.part.name': 'wie der Client sich nennt',
  'smtp.part.reversePath': 'Rückweg (reverse-path): wohin Fehlschläge gehen',
  'smtp.part.forwardPath': 'Hinweg (forward-path): wer ihn bekommt',
  'smtp.part.argument': 'Argument',
  'smtp.part.mechanism': 'Verfahren der Anmeldung',
  'smtp.part.credentials': 'Name und Passwort, hier verborgen',
  'smtp.part.octets': 'wie viele Oktette folgen',
  'smtp.part.last': 'danach kommt kein Stück mehr',
  'smtp.part.other': 'gehört nicht zur Grammatik',
  'smtp.part.SIZE': 'wie groß der Brief sein wird, damit er schon vor dem Senden abgelehnt werden kann',
  'smtp.part.BODY': 'ob im Brief Oktette außerhalb von ASCII stehen',
  'smtp.part.SMTPUTF8': 'in Adressen und Kopf dürfen Zeichen außerhalb von ASCII stehen',
  'smtp.part.AUTH': 'wer den Brief zuerst eingeliefert hat, falls es jemand weiß',
  'smtp.part.RET': 'wie viel vom Brief in einen Bericht kommt',
  'smtp.part.ENVID': 'ein Name für den Umschlag, der in Berichten wiederholt wird',
  'smtp.part.NOTIFY': 'was zu melden ist: Erfolg, Fehlschlag, Verzögerung oder nichts',
  'smtp.part.ORCPT': 'der Empfänger, wie er zuerst geschrieben stand',
  'smtp.part.parameter': 'ein Parameter',

  'smtp.greeting': 'Begrüßung',
  'smtp.greeting.is':
    'Der Server spricht zuerst: sein Name, und dass er bereit ist. Wer vor dieser Zeile tippt, hat es eilig, so wie Spamprogramme.',
  'smtp.reply': 'Antwort {code}',
  'smtp.noReply': 'keine Antwort',
  'smtp.noReply.is': 'Eine Antwort beginnt mit drei Ziffern. Mit dieser Zeile kann ein Client nichts anfangen.',
  'smtp.continues': 'es folgen weitere Zeilen dieser Antwort',
  'smtp.part.code': 'Antwortcode, für Programme',
  'smtp.part.hyphen': 'weitere Zeilen folgen',
  'smtp.part.enhanced': 'erweiterter Statuscode, für Programme, die es genauer wollen',
  'smtp.part.text': 'Text, für Menschen',
  'smtp.part.host': 'wie der Server sich nennt',
  'smtp.part.challenge': 'Frage, in base64',
  'smtp.part.keyword': 'Erweiterung',
  'smtp.part.parameters': 'ihre Parameter',
  'smtp.contradiction': 'Die beiden Codes widersprechen einander. RFC 2034 verbietet das.',

  'smtp.to.HELO': 'Der Server erwidert den Gruß mit seinem eigenen Namen.',
  'smtp.to.EHLO': 'Der Server erwidert den Gruß. Die Zeilen danach sagen, was er kann.',
  'smtp.to.MAIL': 'Der Umschlag ist begonnen, mit dieser Rückadresse darauf.',
  'smtp.to.RCPT': 'Der Server nimmt den Brief für diesen Empfänger an.',
  'smtp.to.dot':
    'Der Brief ist angenommen. Von hier an steht dieser Server für ihn ein: Er muss ihn zustellen oder melden, dass er es nicht konnte.',
  'smtp.to.STARTTLS': 'Der Server ist einverstanden. Schon die nächsten Bytes auf der Leitung sind ein TLS-Handshake.',
  'smtp.to.AUTH': 'Das Passwort war richtig.',
  'smtp.to.QUIT': 'Der Server verabschiedet sich und schließt die Verbindung.',
  'smtp.to.RSET': 'Der Umschlag ist weggeworfen.',
  'smtp.to.NOOP': 'Der Server ist da.',
  'smtp.to.RCPT.no':
    'Für diesen Empfänger nimmt der Server den Brief nicht an. Andere auf demselben Umschlag können ihn trotzdem bekommen.',
  'smtp.to.MAIL.no': 'Der Umschlag wird nicht begonnen.',
  'smtp.to.dot.no': 'Der Brief ist nicht angenommen: Der Client hat ihn noch und muss sich um ihn kümmern.',

  'ehlo.PIPELINING': 'Mehrere Kommandos dürfen gesendet werden, ohne jede Antwort abzuwarten.',
  'ehlo.SIZE':
    'Der größte Brief, den der Server annimmt, in Oktetten; der Client darf die Größe bei MAIL FROM angeben.',
  'ehlo.ETRN': 'Der Client darf verlangen, dass wartende Post versucht wird.',
  'ehlo.STARTTLS': 'Die Verbindung kann unter TLS weitergehen.',
  'ehlo.AUTH': 'Der Client darf sich anmelden, nach einem dieser Verfahren.',
  'ehlo.ENHANCEDSTATUSCODES': 'Antworten tragen einen zweiten, feineren Code wie 5.1.1.',
  'ehlo.8BITMIME': 'In Briefen dürfen Oktette außerhalb von ASCII stehen.',
  'ehlo.DSN': 'Der Absender darf sagen, welche Berichte er will.',
  'ehlo.SMTPUTF8': 'Adressen dürfen in jeder Schrift geschrieben sein.',
  'ehlo.CHUNKING': 'Briefe dürfen in Stücken bekannter Länge kommen (BDAT).',
  'ehlo.VRFY': 'Der Client darf fragen, ob es eine Adresse gibt.',
  'ehlo.HELP': 'Der Server beantwortet HELP.',
  'ehlo.BINARYMIME': 'In Briefen dürfen beliebige Oktette stehen.',
  'ehlo.LIMITS': 'Wie viel wovon der Server in einer Sitzung annimmt.',
  'ehlo.REQUIRETLS': 'Der Client darf verlangen, dass der Brief nur unter TLS reist.',
  'ehlo.other': 'Eine Erweiterung, für die Posthorn keine Worte hat.',
} satisfies Translation<typeof smtpEn>;
