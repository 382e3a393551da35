// What is found in a letter that somebody pasted, in German. Counterpart: ../en-findings.ts. Rule: as there and in glossary.md; a
// house is an organisation's servers.

import type { findingsEn } from '../en-findings.ts';
import type { Translation } from './translation.ts';

export const findingsDe = {
  'finding.chain.none': 'Kein Server behauptet, ihn befördert zu haben',
  'finding.chain.none.why':
    'Es gibt keine Zeile Received, also keinen Weg, dem sich folgen ließe. Es bleibt nur, was der Brief über sich selbst sagt.',
  'finding.chain.none.honest':
    'So sieht ein Entwurf aus, eine Kopie im Ordner der gesendeten Briefe oder ein Brief, dessen Spur jemand abgeschnitten hat.',
  'finding.chain.broken': 'Unter {upper} hat die Kette eine Lücke',
  'finding.chain.broken.why':
    '{upper} behauptet, den Brief von {client} angenommen zu haben. Die Zeile darunter behauptet, er sei damals bei {lower} gewesen, und das gehört jemand anderem. Jeder Server schreibt auf, wer ihm den Brief gab; zwei Nachbarn sollten einander also nennen.',
  'finding.chain.broken.honest':
    'Eine Firma nennt ihre Server innen vielleicht anders als außen, und ein Filter dazwischen schreibt vielleicht gar keine Zeile.',
  'finding.chain.anew': 'Bei {upper} hat sich jemand angemeldet und einen Brief mit älteren Stempeln abgegeben',
  'finding.chain.anew.why':
    'Ein Brief beginnt, wo sein Verfasser sich anmeldet. Unter diesem Stempel steht einer, der von {lower} sein will; er war schon im Brief. Wer sich anmeldete, hat ihn also geschrieben oder weitergegeben.',
  'finding.chain.anew.honest':
    'Einen Brief unverändert weitersenden, oder ihn aus einem Postfach holen und bei einem anderen einliefern.',
  'finding.received.below': 'Unter {field} steht eine Zeile Received',
  'finding.received.below.why':
    'Server schreiben über das, was sie bekamen. Was unter den Zeilen des Verfassers steht, war bei der Einlieferung schon da; geschrieben hat es das Programm des Verfassers.',
  'finding.received.below.honest': 'Manche Archive und Programme, die Briefe umwandeln, ordnen die Zeilen neu.',
  'finding.received.bare': 'Eine Zeile Received, die keinen Server nennt',
  'finding.received.bare.why':
    'Sie sagt weder, wer sie schrieb, noch, von wem der Brief kam; sie behauptet also nichts.',
  'finding.received.bare.honest':
    'Alte Skripte, die Briefe innerhalb einer Maschine weitergeben, schreiben solche Zeilen.',
  'finding.time.skew': 'Die Uhr von {server} scheint {time} nachzugehen',
  'finding.time.skew.why':
    'Er will den Brief {time} früher gehabt haben als der Server, der ihn gab. Eine der beiden Uhren geht falsch.',
  'finding.time.skew.honest': 'Uhren, die niemand stellt, gehen um Minuten falsch. Für sich bedeutet das nichts.',
  'finding.time.backwards': 'Der Brief wäre bei {server} {time} vor seiner Abreise angekommen',
  'finding.time.backwards.why':
    'Die Zeile darunter nennt eine spätere Zeit. Ein Brief kann warten, aber nicht ankommen, bevor er weitergesendet wurde; wer eine Station erfindet, muss auch ihre Zeit erfinden.',
  'finding.time.backwards.honest':
    'Ein Server, dessen Uhr von Hand falsch gestellt wurde oder der lange ohne Strom war.',
  'finding.time.zone': '{server} scheint um ganze Stunden falsch zu gehen',
  'finding.time.zone.why':
    'Seine Zeit liegt {time} vor der des Servers darunter, fast genau in Stunden. So sieht es aus, wenn eine Uhr richtig geht und ihre Zeitzone falsch ist.',
  'finding.time.zone.honest':
    'Die Sommerzeit wurde versäumt oder die Zeitzone nie eingestellt. Das kommt bei ehrlichen Servern vor.',
  'finding.time.wait': 'Auf {server} hat er {time} gewartet',
  'finding.time.wait.why':
    'Zwischen diesem Stempel und dem darunter liegen {time}. Der Brief stand in einer Warteschlange, oder niemand ließ ihn ein.',
  'finding.time.wait.honest':
    'Greylisting lässt Fremde später wiederkommen; ein Server, der ausgefallen oder beschäftigt ist, tut das mit allen.',
  'finding.time.missing': 'Eine Zeile Received ohne Datum',
  'finding.time.missing.why': 'Jeder Server stempelt den Brief mit seiner Zeit. Hier ist keine zu lesen.',
  'finding.time.missing.honest': 'Manche Programme, die Briefe innerhalb einer Maschine weitergeben, lassen es weg.',
  'finding.time.weekday': '{said} ist nicht der Tag dieses Datums',
  'finding.time.weekday.why':
    '{day} ist ein anderer Wochentag. Ein Programm nimmt beides von einer Uhr; diesen Fehler macht, wer ein Datum von Hand schreibt.',
  'finding.time.weekday.honest': 'Ein paar alte Programme berechnen den Tag in einer anderen Zeitzone als das Datum.',
  'finding.time.nowhere': 'Eine Zeitzone, die es nirgends auf der Erde gibt',
  'finding.time.nowhere.why': 'Zonen reichen von \u22121200 bis +1400. Diese ist erfunden oder beschädigt.',
  'finding.time.nowhere.honest': 'Ein Programm, das sich verrechnet, schreibt selten einmal solche Zonen.',
  'finding.date.future': 'Sein Date liegt {time} nach seinem ersten Stempel',
  'finding.date.future.why':
    'Der erste Server, der ihn gesehen haben will, sah ihn vor der Zeit, zu der er geschrieben sein will.',
  'finding.date.future.honest': 'Die Uhr des Verfassers geht vor, oder ihre Zeitzone ist falsch.',
  'finding.date.old': 'Sein Date liegt {time} vor seinem ersten Stempel',
  'finding.date.old.why': 'Er will lange geschrieben gewesen sein, bevor irgendein Server ihn gesehen haben will.',
  'finding.date.old.honest':
    'So sieht ein später gesendeter Entwurf aus, ein Brief mit Zeitversand oder ein Laptop ohne Netz.',
  'finding.date.unreadable': 'Ein Date, das kein Datum ist',
  'finding.date.unreadable.why': 'Was dort steht, ist in keiner Sprache, die hier versucht wird, als Zeit zu lesen.',
  'finding.date.unreadable.honest': 'Ein schlecht gemachtes Programm. Mailprogramme zeigen dann die Ankunftszeit.',
  'finding.date.localized': 'Ein Datum in einer anderen Sprache als Englisch',
  'finding.date.localized.why':
    'Der Standard kennt nur englische Namen von Tagen und Monaten. Viele Programme können andere nicht lesen.',
  'finding.date.localized.honest': 'Alte Bürosoftware nimmt die Namen aus der Sprache des Systems.',
  'finding.address.private': '{server} will einen Client mit der privaten Adresse {address} gesehen haben',
  'finding.address.private.why':
    'Eine solche Adresse bedeutet nur innerhalb eines Netzes etwas. Zwischen {client} und {server}, zwei verschiedenen Häusern, könnte kein Paket von ihr kommen.',
  'finding.address.private.honest':
    'Die beiden teilen sich vielleicht ein privates Netz, oder ein Gateway verbirgt dem Server die wirkliche Adresse.',
  'finding.address.impossible': 'Keine Maschine hat die Adresse {address}',
  'finding.address.impossible.why':
    'Es ist gar keine Adresse oder eine, von der niemand senden kann. Ein Server schreibt auf, was er auf der Leitung sah; das kann er nicht gesehen haben.',
  'finding.address.impossible.honest': 'Jemand hat die wirkliche Adresse geschwärzt, bevor er den Brief zeigte.',
  'finding.client.nameless': '{address} hatte keinen Namen, als {server} nachsah',
  'finding.client.nameless.why':
    'Wer einen Mailserver betreibt, gibt dessen Adresse einen Namen, damit andere sehen, wem sie gehört.',
  'finding.client.nameless.honest': 'Bei IPv6 und in gemieteten Netzen wird das oft vergessen.',
  'finding.client.dynamic': 'Der Client {name} sieht nach einem privaten Anschluss aus',
  'finding.client.dynamic.why':
    'Solche Namen geben Anbieter den Anschlüssen ihrer Kunden. Dort steht selten ein Mailserver und oft ein Rechner, den jemand anderes steuert.',
  'finding.client.dynamic.honest':
    'Manche betreiben zu Hause einen Mailserver, und manche Büros haben einen solchen Anschluss.',
  'finding.helo.other': 'Er grüßte als {helo}, seine Adresse heißt {name}',
  'finding.helo.other.why':
    'Was ein Client in HELO sagt, ist sein eigenes Wort; der Name seiner Adresse ist das Wort seines Netzes. Hier gehören die beiden zu zwei Häusern.',
  'finding.helo.other.honest': 'Gemietete Server tragen meist den Namen der Firma, die sie vermietet.',
  'finding.helo.ours': 'Ein Fremder grüßte {server} mit einem Namen aus dessen eigenem Haus',
  'finding.helo.ours.why':
    'Er sagte {helo}, aber seine Adresse heißt {name}. Wer sich als der Empfänger ausgibt, hofft, ohne Fragen eingelassen zu werden.',
  'finding.helo.ours.honest': 'Ein Server desselben Hauses, der in einem fremden Netz steht.',
  'finding.helo.address': 'Er grüßte mit einer Adresse, die er nicht hat',
  'finding.helo.address.why': 'Er sagte {helo}, und {server} sah {address}.',
  'finding.helo.address.honest': 'Hinter einem Router, der Adressen übersetzt, kennt eine Maschine nur ihre innere.',
  'finding.id.pattern': '„{id}“ ist keine Kennung, wie {software} sie vergibt',
  'finding.id.pattern.why':
    'Die Zeile will von {software} bei {server} geschrieben sein. Dieses Programm bildet seine Kennungen aus Zeit und Ort, in fester Form.',
  'finding.id.pattern.honest': 'Eine geänderte oder sehr neue Version kann eine andere Form haben.',
  'finding.id.twice': 'Zwei Server behaupten dieselbe Kennung',
  'finding.id.twice.why':
    'Jeder Server bildet seine eigenen Kennungen. „{id}“ bei beiden sieht aus, als wäre eine Zeile abgeschrieben.',
  'finding.id.twice.honest': 'Zwei Programme auf einer Maschine können eine Kennung weiterreichen.',
  'finding.protocol.unknown': 'Niemand kennt das Protokoll „{protocol}“',
  'finding.protocol.unknown.why': 'Die Wörter hinter „with“ stehen in einem Register; dieses ist nicht darunter.',
  'finding.protocol.unknown.honest':
    'Programme, die Briefe über eine Webseite oder aus einer Warteschlange annehmen, erfinden eigene.',
  'finding.protocol.tls': '{server} behauptet {tls} zusammen mit einfachem SMTP',
  'finding.protocol.tls.why':
    'Verschlüsselung wird nur angeboten, wenn mit EHLO gegrüßt wird, und dann heißt das Wort ESMTPS. Wer Teile mehrerer Zeilen abschreibt, bekommt ein solches Paar.',
  'finding.protocol.tls.honest': 'Ein Programm, das das Register nicht kennt, schreibt SMTP, was auch geschah.',
  'finding.field.twice': '{name} steht {count}-mal da',
  'finding.field.twice.why':
    'Es darf einmal dastehen. Ein Programm zeigt das erste, ein anderes das letzte; ein Filter und ein Leser sehen so vielleicht zwei verschiedene Briefe.',
  'finding.field.twice.honest': 'Ein Gateway, das ergänzt, was ihm zu fehlen scheint.',
  'finding.field.missing': '{name} fehlt',
  'finding.field.missing.why': 'Jedes Mailprogramm schreibt es, und der erste Server ergänzt es meist, wenn es fehlt.',
  'finding.field.missing.honest':
    'Skripte und Geräte wie Drucker vergessen es. Oder es wurde nur ein Teil des Kopfes eingefügt.',
  'finding.field.broken': 'Eine Zeile, die keine Kopfzeile ist',
  'finding.field.broken.why':
    'Sie hat keinen Namen und keinen Doppelpunkt. Ein Server würde den Kopf dort beenden und den Rest für den Text halten; hier wurde weitergelesen.',
  'finding.field.broken.honest': 'Beim Kopieren aus einem Fenster brechen lange Zeilen um.',
  'finding.field.long': 'Eine Zeile von mehr als 998 Oktetten',
  'finding.field.long.why':
    'Server dürfen sie kürzen oder ablehnen, und was der eine sieht, sieht ein anderer vielleicht nicht.',
  'finding.field.long.honest': 'Große Systeme schreiben viel in eine Kopfzeile.',
  'finding.field.octets': 'Oktette, die nicht ASCII sind, ohne Angabe des Zeichensatzes',
  'finding.field.octets.why':
    'Ein Kopf ist ASCII, wenn nicht beide Seiten mehr vereinbart haben. Was hier dafür gezeigt wird, ist geraten.',
  'finding.field.octets.honest': 'Briefe mit SMTPUTF8 dürfen sie haben, und alte Programme wussten es nie besser.',
  'finding.messageId.malformed': 'Die Message-ID ist keine',
  'finding.messageId.malformed.why':
    'Sie sollte aus etwas Einmaligem, einem @ und einem Namen bestehen, in spitzen Klammern.',
  'finding.messageId.malformed.honest': 'Ein schlecht gemachtes Programm.',
  'finding.messageId.other': 'Die Message-ID ist von {domain}',
  'finding.messageId.other.why':
    'Weder der Verfasser {author} noch ein Server auf dem Weg hat mit diesem Namen zu tun. Er sagt, wo der Brief vielleicht entstand.',
  'finding.messageId.other.honest': 'Wer für andere sendet, hat für Kennungen oft ein eigenes Haus.',
  'finding.from.name': 'Der Name ist eine Adresse, und nicht die dahinter',
  'finding.from.name.why':
    'Viele Programme zeigen nur den Namen. Zu lesen ist {name}; der Brief sagt, er sei von {address}.',
  'finding.from.name.honest': 'Jemand schreibt aus einem Konto im Namen eines anderen, das auch ihm gehört.',
  'finding.from.hidden': 'In {name} stehen Zeichen, die niemand sieht',
  'finding.from.hidden.why':
    'Das Zeichen {point} dreht Text um, verbirgt sich oder steuert ein Terminal. Was gelesen wird, ist nicht, was dasteht.',
  'finding.from.hidden.honest':
    'Text in zwei Schreibrichtungen braucht manche davon, und kopierter Text bringt sie mit.',
  'finding.from.several': '{count} Verfasser und kein Sender',
  'finding.from.several.why': 'Bei mehreren Verfassern muss Sender sagen, wer von ihnen gesendet hat.',
  'finding.from.several.honest': 'Früher erlaubt, mit Sender; heute kaum gebraucht.',
  'finding.sender.other': 'Gesendet von {other} im Namen von {author}',
  'finding.sender.other.why': 'Sender behauptet, dass jemand anderes den Brief des Verfassers zur Post gegeben hat.',
  'finding.sender.other.honest': 'Listen, Kalender und Sekretariate tun das offen. Dafür ist diese Kopfzeile da.',
  'finding.returnPath.explained': 'Fehlschläge gehen an {other}, nicht an das Haus des Verfassers',
  'finding.returnPath.explained.why':
    'Der Absender auf dem Umschlag gehört zu einem anderen Haus als {author}. Etwas im Brief erklärt es: eine Liste, eine Weiterleitung, ein Sender oder eine Signatur aus dem Haus des Verfassers.',
  'finding.returnPath.explained.honest':
    'Listen, Newsletter und Weiterleitungen wollen die Fehlschläge selbst erfahren.',
  'finding.returnPath.other': 'Der Umschlag sagt {other}, der Brief {author}',
  'finding.returnPath.other.why':
    'Zwei Häuser, und nichts im Brief erklärt es: keine Liste, kein Sender, keine Signatur aus dem Haus des Verfassers.',
  'finding.returnPath.other.honest': 'So sieht ein kleiner Absender aus, der den Mailserver seines Webhosters benutzt.',
  'finding.returnPath.twice': 'Mehr als ein Return-Path',
  'finding.returnPath.twice.why':
    'Ihn schreibt nur der letzte Server, wenn er zustellt. Ein älterer erzählt von einer früheren Zustellung.',
  'finding.returnPath.twice.honest': 'Der Brief wurde einmal zugestellt und unverändert weitergesendet.',
  'finding.replyTo.explained': 'Antworten gehen an {other}',
  'finding.replyTo.explained.why':
    'Das ist ein anderes Haus als das des Verfassers, {author}. Was der Brief zu sein sagt, erklärt es.',
  'finding.replyTo.explained.honest': 'Listen wollen die Antwort für alle, Newsletter wollen sie gezählt haben.',
  'finding.replyTo.other': 'Der Verfasser ist {author}, Antworten gehen an {other}',
  'finding.replyTo.other.why':
    'Ein anderes Haus, und nichts erklärt es. Das braucht, wer einen fremden Namen benutzt und die Antwort lesen will.',
  'finding.replyTo.other.honest':
    'Formulare auf Webseiten schreiben im Namen der Seite und wollen, dass die Antwort an den Besucher geht.',
  'finding.dkim.other': 'Signiert hat ihn {domain}, nicht das Haus des Verfassers',
  'finding.dkim.other.why':
    'Eine Signatur sagt, wer für den Brief einsteht. Über {author} sagt sie nichts, wenn das ein anderes Haus ist.',
  'finding.dkim.other.honest': 'Wer für andere sendet, signiert im eigenen Namen.',
  'finding.dkim.from': 'Die Signatur von {domain} lässt den Verfasser aus',
  'finding.dkim.from.why':
    'From muss unter den signierten Kopfzeilen sein; eine Signatur ohne es würde zu jedem Verfasser passen.',
  'finding.dkim.from.honest': 'Keine bekannte: Wer prüft, darf sie nicht gelten lassen.',
  'finding.dkim.length': 'Die Signatur von {domain} deckt nur die ersten {count} Oktette des Textes',
  'finding.dkim.length.why': 'Dahinter kann jeder etwas anfügen, ohne sie zu brechen.',
  'finding.dkim.length.honest':
    'Einst für Listen gedacht, die Fußzeilen anfügen. Heute sollte es kaum jemand benutzen.',
  'finding.dkim.time': 'Die Signatur von {domain} ist aus einer anderen Zeit',
  'finding.dkim.time.why':
    '{part} ist die Zeit in Sekunden seit 1970. Nach dem letzten Stempel kam der Brief außerhalb der Zeit an, für die die Signatur gilt.',
  'finding.dkim.time.honest':
    'Er hat sehr lange gewartet, oder eine Uhr geht falsch. Einen signierten Brief kann auch jeder aufheben und noch einmal senden.',
  'finding.dkim.broken': 'Eine Signatur, die sich nicht lesen lässt',
  'finding.dkim.broken.why': 'Ein Teil, den jede Signatur hat, fehlt oder steht zweimal da.',
  'finding.dkim.broken.honest': 'Ein Gateway hat sie unterwegs beschädigt.',
  'finding.results.alias': 'Ergebnisse im Namen von {id}',
  'finding.results.alias.why':
    'So heißt kein Server auf dem Weg, aber die Zeile steht über der Vertrauenslinie, wo nur Server schreiben konnten, denen du vertraust.',
  'finding.results.alias.honest':
    'Server dürfen den Namen wählen, unter dem sie berichten, was sie fanden; manche nehmen für jede Prüfung einen eigenen.',
  'finding.results.unknown': 'Ergebnisse von {id}, das nicht auf dem Weg liegt',
  'finding.results.unknown.why':
    'Sie stehen unter den eigenen Zeilen des Absenders, und kein Server, der den Brief befördert haben will, heißt so. Eine solche Zeile kann jeder schreiben; es zählen nur die Ergebnisse der eigenen Server.',
  'finding.results.unknown.honest':
    'Ein Filter im Haus des Absenders, der unter einem eigenen Namen berichtet, was er fand.',
  'finding.results.nameless': 'Ergebnisse ohne Namen',
  'finding.results.nameless.why':
    'Am Anfang der Zeile sollte der Server stehen, der geprüft hat. Ohne ihn sagt es nur ihr Platz: {id} hätte sie geschrieben.',
  'finding.results.nameless.honest': 'Eines der größten Mailsysteme schreibt sie so.',
  'finding.results.below': 'Was {id} fand, ist nur dessen Wort',
  'finding.results.below.why':
    'Wer das schrieb, steht unter der Vertrauenslinie: Nur wer jenem Server vertraut, glaubt, was er geprüft haben will.',
  'finding.results.below.honest':
    'Weiterleitungen und Listen lassen ihre Ergebnisse für alle stehen, die sie haben wollen.',
  'finding.results.planted': 'Ergebnisse im Namen von {id}, wo es nicht schreibt',
  'finding.results.planted.why':
    'Das ist einer der Server, denen du vertraust, aber die Zeile steht unter der Vertrauenslinie. Sie kam mit dem Brief: Jemand hat ein gutes Ergebnis hineingeschrieben und hofft, dass es für deines gehalten wird.',
  'finding.results.planted.honest':
    'Ein Brief, der durch dasselbe Haus hinausging und zurückkam, wenn an dessen Grenze nichts entfernt wird.',
  'finding.results.failed': 'Ein Server, dem du vertraust, behauptet: {results}',
  'finding.results.failed.why':
    '{id} hat geprüft, von wem er ist, und es ist nicht bewiesen. Ohne ein bestandenes DMARC oder ein Siegel daneben gleicht das nichts aus.',
  'finding.results.failed.honest':
    'Ein Absender, der die Server wechselte und die Einträge vergaß, oder eine Weiterleitung ohne Siegel.',
  'finding.results.explained': '{results}, und das ist erklärt',
  'finding.results.explained.why':
    'Eine Prüfung bei {id} ist misslungen. Eine andere, die mehr wiegt, ist gelungen, oder der Brief kam über andere.',
  'finding.results.explained.honest':
    'Weiterleitungen ändern den Weg und Listen den Text: Am ersten bricht SPF, am zweiten brechen Signaturen.',
  'finding.results.unsigned': 'Eine gültige Signatur von {domain}, die nicht im Brief steht',
  'finding.results.unsigned.why': 'Das Ergebnis spricht von einer Signatur, und von diesem Haus ist keine da.',
  'finding.results.unsigned.honest':
    'Ein Server nach der Prüfung hat die Signatur entfernt, oder es wurde nur ein Teil eingefügt.',
  'finding.results.author': 'Das Ergebnis betrifft {domain}, der Brief ist von {author}',
  'finding.results.author.why':
    'DMARC urteilt über das Haus des Verfassers. Dieses Ergebnis urteilt über ein anderes: Es gehört zu einem anderen Brief.',
  'finding.results.author.honest': 'Eine Liste nach der Prüfung hat ihre eigene Adresse in From geschrieben.',
  'finding.spf.client': 'SPF wurde für {address} geprüft, und diese Adresse sah kein Server',
  'finding.spf.client.why':
    'Die Adresse steht in keiner Zeile Received; das Ergebnis passt also zu keiner Station dieses Weges.',
  'finding.spf.client.honest': 'Ein Server dazwischen hat keine Zeile Received geschrieben.',
  'finding.arc.gap': 'Die Kette der Siegel hat eine Lücke',
  'finding.arc.gap.why':
    'Siegel sind von 1 an nummeriert, jedes mit drei Kopfzeilen. Eines fehlt oder steht zweimal da; darum zählt keines.',
  'finding.arc.gap.honest': 'Ein Gateway hat einen Teil davon entfernt.',
  'finding.arc.failed': 'Ein Siegel sagt, die Kette sei schon davor gebrochen',
  'finding.arc.failed.why': 'Wer es anbrachte, hatte die Siegel darunter geprüft und für falsch befunden.',
  'finding.arc.failed.honest': 'Den Brief hat jemand geändert, der keine Siegel anbringt.',
} satisfies Translation<typeof findingsEn>;
