// What is said in German beside a dialog about a line that looks mistyped. Counterpart: en-feedback.ts. Rule: as there; words as
// in renderer/text/de/glossary.md.

import type { feedbackEn } from './en-feedback.ts';

export const feedbackDe = {
  'feedback.missing-brackets':
    'Die Adresse in „{typed}“ steht nackt da. Auf einem Umschlag steht sie zwischen < und >.',
  'feedback.unclosed-bracket': 'Die Adresse in „{typed}“ beginnt mit < und wird nie geschlossen.',
  'feedback.space-before-path':
    'In „{typed}“ steht nach dem Doppelpunkt ein Leerzeichen. Dieser Server verzeiht es; nicht alle tun das.',
  'feedback.space-before-colon':
    'In „{typed}“ steht vor dem Doppelpunkt ein Leerzeichen; der Server findet darum kein FROM: oder TO:.',
  'feedback.missing-colon': 'In „{typed}“ fehlt der Doppelpunkt nach FROM oder TO.',
  'feedback.missing-from': 'Nach MAIL erwartet der Server FROM: und eine Adresse. Er sah „{typed}“.',
  'feedback.missing-to': 'Nach RCPT erwartet der Server TO: und eine Adresse. Er sah „{typed}“.',
  'feedback.swapped-from-to': 'Zu MAIL gehört FROM, zu RCPT gehört TO. Der Server sah „{typed}“.',
  'feedback.missing-space': 'In „{typed}“ sind zwei Wörter zusammengeraten.',
  'feedback.missing-path':
    '„{typed}“ nennt keine Adresse. Den leeren Absender schreibt man als zwei spitze Klammern mit nichts darin.',
  'feedback.missing-argument': 'Nach „{typed}“ fehlt ein Wort: bei einem Gruß der eigene Name.',
  'feedback.display-name': 'Auf den Umschlag gehört nur eine Adresse. Der Name in „{typed}“ gehört in den Brief.',
  'feedback.header-as-command':
    '„{typed}“ ist eine Zeile für den Brief. Außerhalb davon liest sie der Server als Kommando.',
  'feedback.near-verb': '„{typed}“ kennt der Server nicht. Sein Wort dafür ist {meant}.',
  'feedback.other-protocol':
    'So wie „{typed}“ spricht man mit einem Postfach (POP3 oder IMAP). Dieser Server nimmt Post an.',
  'feedback.http-request': 'So wie „{typed}“ spricht man mit einem Webserver.',
  'feedback.leading-space': 'In „{typed}“ steht vor dem Kommando ein Leerzeichen.',
  'feedback.backspace':
    'In der Zeile „{typed}“ stehen die Bytes der Rücktaste. Der Server sieht jedes davon und auch das, was sie löschen sollten.',
  'feedback.escape-sequence': 'In der Zeile „{typed}“ stehen die Bytes einer Pfeil- oder Funktionstaste.',
  'feedback.telnet-negotiation':
    'Das Programm telnet hat Bytes seiner eigenen Sprache (RFC 854) in den Dialog gesendet.',
  'feedback.bare-lf':
    'Die Zeile „{typed}“ endet nur mit LF. Zeilen der Mail enden mit CR und LF; manche Server warten dann weiter, manche nicht.',
  'feedback.bare-cr': 'Mitten in „{typed}“ steht ein CR. Erst CR und LF zusammen beenden eine Zeile.',
  'feedback.control-character': 'In der Zeile „{typed}“ steht ein Steuerzeichen, das kein Bildschirm zeigt.',
  'feedback.eight-bit':
    'In der Zeile „{typed}“ stehen Zeichen außerhalb von ASCII. In einem Kommando verlangen sie SMTPUTF8.',

  'feedback.spoke-first': '„{typed}“ ging hinaus, bevor der Server gegrüßt hatte. In SMTP spricht zuerst der Server.',
  'feedback.mail-before-helo': '„{typed}“ kam vor dem Gruß. Der Server will zuerst HELO oder EHLO hören.',
  'feedback.ehlo-after-starttls':
    '„{typed}“ kam gleich nach dem Beginn von TLS. Was vorher gesagt wurde, gilt nicht mehr: Jetzt wird noch einmal gegrüßt.',
  'feedback.rcpt-before-mail':
    '„{typed}“ kam vor dem Absender. Nach der Rückadresse des Umschlags wird zuerst gefragt.',
  'feedback.nested-mail':
    '„{typed}“ beginnt einen zweiten Umschlag, solange einer offen ist. RSET wirft den offenen weg.',
  'feedback.data-before-rcpt': 'Der Server hat noch keinen Empfänger angenommen und will darum den Brief nicht.',
  'feedback.text-after-dot':
    'Mit dem einzelnen Punkt war der Brief zu Ende. „{typed}“ kam danach, und der Server las es als Kommando.',
  'feedback.unknown-verb': 'Der Server kennt kein Kommando, das so beginnt wie „{typed}“.',

  'feedback.bare-lf-in-letter': 'Manche Zeilen des Briefes enden nur mit LF. Was daraus wird, hängt vom Server ab.',
  'feedback.backspace-in-letter': 'Im Brief stehen die Bytes einer Rücktaste. Sie reisen mit.',
  'feedback.no-blank-line':
    'Zwischen Kopf und Text steht keine Leerzeile. Der Kopf endete an der ersten Zeile ohne Doppelpunkt: „{typed}“.',
  'feedback.header-after-blank': 'Eine Leerzeile hat den Kopf beendet. „{typed}“ kam danach und ist Text.',
  'feedback.letter-unended': 'Die Verbindung endete mitten im Brief. Ohne den einzelnen Punkt wurde nichts gesendet.',
  'feedback.dot-not-alone': 'Der Punkt in „{typed}“ steht nicht allein in seiner Zeile, also ging der Brief weiter.',

  'feedback.pop3-near-verb': 'POP3 kennt kein Wort wie „{typed}“. Sein Wort dafür ist {meant}.',
  'feedback.pop3-other-protocol':
    '„{typed}“ ist eine Zeile aus SMTP oder IMAP. Hier spricht man POP3, und das gibt nur Briefe heraus.',
  'feedback.pop3-number-missing': 'Nach „{typed}“ fehlt die Nummer eines Briefes. LIST zeigt die Nummern.',
  'feedback.pop3-lines-missing':
    'Nach „{typed}“ fehlt eine zweite Zahl: wie viele Zeilen des Textes auf den Kopf folgen sollen.',
  'feedback.pop3-log-in-first':
    '„{typed}“ kam vor der Anmeldung, und der Server weiß noch nicht, um wessen Briefe es geht.',
  'feedback.pop3-pass-before-user':
    'Das Passwort kam, ohne dass vorher ein Name genannt war. Auch nach einem Fehlversuch ist der Name wieder nötig.',
  'feedback.pop3-in-use':
    'Dieses Postfach ist in einer anderen Verbindung offen. In POP3 hat es immer nur eine: Jene muss erst enden.',
  'feedback.pop3-marked':
    'Der Brief in „{typed}“ ist als gelöscht vorgemerkt und lässt sich in dieser Verbindung nicht mehr abrufen.',
  'feedback.pop3-no-such-number':
    'Der Server hat keinen Brief mit der Nummer in „{typed}“. LIST zeigt, welche es gibt.',

  'feedback.imap-near-command': 'IMAP kennt kein Kommando wie das in „{typed}“. Sein Wort dafür ist {meant}.',
  'feedback.imap-other-protocol':
    '„{typed}“ ist eine Zeile aus POP3 oder SMTP. In IMAP kommt zuerst ein Tag, dann das Kommando.',
  'feedback.imap-tag-missing':
    '„{typed}“ beginnt mit dem Kommando. In IMAP steht davor ein selbst gewähltes Wort, das die Antwort wiederholt.',
  'feedback.imap-log-in-first':
    '„{typed}“ kam vor der Anmeldung, und der Server weiß noch nicht, um wessen Postfächer es geht.',
  'feedback.imap-select-first': 'In „{typed}“ geht es um Briefe eines Postfachs, und noch ist keines geöffnet.',
  'feedback.imap-delete-folder':
    'DELETE nimmt ein ganzes Postfach weg, keinen Brief. Briefe werden vorgemerkt und dann mit EXPUNGE entfernt.',
  'feedback.imap-fetch-what':
    'Der Server hat nicht verstanden, was er von den Briefen bringen soll. Zu FETCH gehören Nummern und danach eine Angabe oder eine Liste in Klammern.',
} as const satisfies Record<keyof typeof feedbackEn, string>;
