// What the fields of a letter's header are for, in German. Counterpart: ../../explain/fields.ts. Rule: as in glossary.md.

import type { fieldsEn } from '../../explain/fields.ts';
import type { Translation } from '../translation.ts';

export const fieldsDe = {
  'field.Received':
    'Ein Poststempel: Jeder Server, der den Brief annimmt, setzt einen obenauf. In Klammern steht, was er selbst gesehen hat.',
  'field.Return-Path':
    'Die Rückadresse des Umschlags, vom letzten Server aufgeschrieben, weil der Umschlag weggeworfen wird.',
  'field.Delivered-To': 'Das Postfach, in das er gelegt wurde.',
  'field.X-Original-To': 'Der Empfänger des Umschlags, bevor er umgeschrieben wurde.',
  'field.From': 'Von wem der Brief zu sein behauptet. Das sehen die Menschen, und jeder kann hier alles hinschreiben.',
  'field.Sender': 'Wer ihn im Namen des Verfassers gesendet hat.',
  'field.Reply-To': 'Wohin Antworten gehen sollen.',
  'field.To': 'An wen der Brief gerichtet ist. Die Post liest es nicht: Der Umschlag entscheidet.',
  'field.Cc': 'Wer noch eine Kopie bekommen sollte.',
  'field.Bcc':
    'Blindkopien. Ein Mailprogramm nimmt diese Zeile vor dem Senden heraus; die Namen stehen nur auf dem Umschlag.',
  'field.Subject': 'Worum es geht, in den Worten des Verfassers.',
  'field.Date': 'Wann er geschrieben wurde, nach der Uhr des Verfassers.',
  'field.Delivery-Date': 'Wann der Brief ins Postfach gelegt wurde, wie es manche Zustellprogramme vermerken.',
  'field.Message-ID': 'Ein Name für diesen Brief, erfunden vom Programm des Verfassers.',
  'field.In-Reply-To': 'Der Brief, auf den dieser antwortet.',
  'field.References': 'Die Unterhaltung, zu der er gehört.',
  'field.Resent-From':
    'Jemand hat den Brief unverändert von Hand weitergesendet: wer. Der Verfasser steht weiter in From.',
  'field.Resent-To': 'Jemand hat den Brief von Hand weitergesendet: an wen.',
  'field.Resent-Date': 'Jemand hat den Brief von Hand weitergesendet: wann.',
  'field.Resent-Message-ID': 'Jemand hat den Brief von Hand weitergesendet: der Name dieser Sendung.',
  'field.Comments': 'Eine Bemerkung zum Brief. Programme gehen daran vorbei.',
  'field.Keywords': 'Stichwörter, unter denen er zu finden ist, wie der Verfasser sie gewählt hat.',
  'field.Organization': 'Wo der Verfasser arbeitet, in dessen Worten.',
  'field.User-Agent': 'Das Programm, mit dem er geschrieben wurde, wie dieses Programm sagt.',
  'field.X-Mailer':
    'Das Programm, mit dem er geschrieben wurde, wie dieses Programm sagt. Fälscher borgen sich gern ein bekanntes.',
  'field.MIME-Version': 'Der Inhalt des Briefes ist so beschrieben, wie MIME es tut.',
  'field.Content-Type': 'Welche Art von Inhalt es ist, und in welchem Zeichensatz.',
  'field.Content-Transfer-Encoding': 'Wie der Inhalt verpackt ist, damit er den Weg übersteht.',
  'field.Content-Disposition': 'Ob ein Teil gezeigt werden soll oder eine Datei ist.',
  'field.Content-ID': 'Ein Name für einen Teil des Briefes, damit ihn ein anderer Teil zeigen kann.',
  'field.Content-Description': 'Was ein Teil des Briefes ist, in Worten.',
  'field.Authentication-Results':
    'Was der Server, der es schrieb, über den Absender herausfand. Zu glauben ist es nur dem eigenen Server.',
  'field.DKIM-Signature': 'Eine Signatur über Teile des Briefes, von der Domain, die sie nennt.',
  'field.DomainKey-Signature': 'Eine Signatur von der Art, die es vor DKIM gab. Niemand prüft sie mehr.',
  'field.Received-SPF':
    'Was der Server, der es schrieb, auf die Frage fand, ob der Client für die Domain in MAIL FROM senden darf.',
  'field.ARC-Message-Signature': 'Die Signatur eines Servers über den Brief, wie er ihn weitergab.',
  'field.ARC-Authentication-Results':
    'Was ein Server über den Absender herausfand, aufbewahrt für alle, die danach kommen.',
  'field.X-Spam-Flag': 'Ein Filter hielt den Brief für Spam; Programme dahinter legen ihn danach beiseite.',
  'field.X-Bayes': 'Wie wahrscheinlich es Spam ist, nach einem Filter, den sein Leser angelernt hat.',
  'field.X-Virus-Scanned': 'Ein Programm sagt, es habe nach Viren gesucht. Das kann jeder hinschreiben.',
  'field.ARC-Seal': 'Das Siegel eines Servers über dem, was er fand, für alle, die danach kommen.',
  'field.List-Id': 'Die Mailingliste, über die er kam.',
  'field.List-Post': 'Wohin man schreibt, um die Liste zu erreichen.',
  'field.List-Unsubscribe': 'Wie man die Liste verlässt.',
  'field.Auto-Submitted': 'Ein Programm hat ihn geschrieben: Kein Programm soll darauf antworten.',
  'field.Precedence': 'Ein alter Hinweis, dass es Massenpost ist.',
  'field.Status':
    'Vermerk eines Mailprogramms in einer Postfachdatei: R für gelesen, O für schon gesehen. Die Post befördert ihn nicht.',
  'field.X-Status': 'Vermerk eines Mailprogramms in einer Postfachdatei: beantwortet, markiert, gelöscht.',
  'field.X-Keywords':
    'Vermerk eines Mailprogramms in einer Postfachdatei: die Marken, die sich der Leser ausgedacht hat.',
  'field.X-UID': 'Vermerk eines IMAP-Servers in einer Postfachdatei: die bleibende Nummer des Briefes.',
  'field.Content-Length':
    'Vermerk in einer Postfachdatei, wie lang der Text ist, damit eine Zeile, die mit From beginnt, nicht schadet.',
  'field.X': 'Kein RFC sagt, wozu das gut ist; irgendein Programm schreibt es gern.',
  'field.other': 'Eine Kopfzeile, für die Posthorn keine Worte hat.',
} satisfies Translation<typeof fieldsEn>;
