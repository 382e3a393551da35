// The policies that look into the letter, in German. Counterpart: ../../policies/content.ts. Rule: as in glossary.md.

import type { contentPoliciesEn } from '../../policies/content.ts';
import type { Translation } from '../translation.ts';

export const contentPoliciesDe = {
  'policy.content-checks': 'Muster in Kopf und Rumpf',
  'policy.content-checks.help':
    'Muster, eins in jeder Zeile: /muster/ und REJECT, DISCARD, HOLD, WARN oder DUNNO, danach Worte für den Absender. Das erste, das passt, entscheidet. Sie sehen, was über die Leitung geht; ein Wort in base64 bleibt ihnen verborgen.',
  'policy.content-checks.enabled': 'Briefe mit Mustern vergleichen',
  'policy.content-checks.placement': 'Wo sie steht',
  'policy.content-checks.header': 'Muster für Kopfzeilen',
  'policy.content-checks.body': 'Muster für Zeilen des Rumpfs',
  'why.content.nothing': 'Auf keine der {fields} Kopfzeilen und auf nichts im Rumpf passt ein Muster.',
  'why.content.header': '{pattern} passt auf die Kopfzeile „{line}“: {action}.',
  'why.content.body': '{pattern} passt auf die Zeile „{line}“: {action}.',
  'otherwise.content.header':
    'Eine anders geschriebene Kopfzeile, etwa mit einem Leerzeichen mehr, wäre nicht gefunden worden.',
  'otherwise.content.body': 'Dieselben Wörter in base64 wären nicht gefunden worden.',

  'policy.attachments': 'Arten von Anhängen',
  'policy.attachments.help':
    'Programme kommen nicht mit der Post. Eine Datei wird an ihrem Namen erkannt, an der Art, die der Brief behauptet, und an ihren ersten Oktetten.',
  'policy.attachments.enabled': 'Anhänge ansehen',
  'policy.attachments.placement': 'Wo sie steht',
  'policy.attachments.extensions': 'Endungen von Dateinamen',
  'policy.attachments.types': 'Inhaltstypen',
  'policy.attachments.looksInside': 'Ansehen, wie die Datei beginnt',
  'policy.attachments.onFound': 'Eine solche Datei',
  'why.attachment.fine': 'Keiner der Teile des Briefes ({parts}) ist von unerwünschter Art.',
  'why.attachment.extension': '„{file}“ endet auf .{extension}, was auch immer der Typ {type} sagt.',
  'why.attachment.type': 'Ein Teil sagt von sich, er sei {type}.',
  'why.attachment.program': 'Ein Teil, der sich {type} nennt, beginnt wie ein Programm für {kind}.',
  'otherwise.attachment.other': 'Ohne die Datei wäre der Brief angenommen worden.',

  'policy.choice.before': 'vor der Warteschlange: Abgelehnt wird im Dialog',
  'policy.choice.after': 'dahinter (Port 10025): Aus einer Ablehnung wird ein Bericht',

  'policy.footer': 'Fußzeilen',
  'policy.footer.help':
    'Schreibt Zeilen unter jeden Brief, der einfacher Text ist. Eine frühere DKIM-Signatur übersteht das nicht.',
  'policy.footer.enabled': 'Unter Briefe schreiben',
  'policy.footer.placement': 'Wo sie steht',
  'policy.footer.text': 'Was dort stehen soll',
  'why.footer.added': 'Unter den Text kamen {octets} Oktette; Signaturen, die der Brief darüber hatte: {signatures}.',
  'why.footer.not': 'Der Brief ist kein einfacher Text ({type} {encoding}), darum kam nichts darunter.',

  'policy.tag-subject': 'Zeichen im Betreff',
  'policy.tag-subject.help':
    'Setzt ein Wort vor den Betreff von Briefen, die von außen kommen, um ihre Leser zu warnen.',
  'policy.tag-subject.enabled': 'Betreff kennzeichnen',
  'policy.tag-subject.placement': 'Wo sie steht',
  'policy.tag-subject.tag': 'Das Wort',
  'why.tagSubject.marked': 'Vor den Betreff kam {tag}.',
  'why.tagSubject.there': '{tag} steht schon im Betreff.',

  'policy.copy-to': 'Kopie an jemanden mehr',
  'policy.copy-to.help':
    'Setzt einen Empfänger mehr auf den Umschlag. Wer den Brief liest, merkt es nicht: Im Kopf steht nichts davon.',
  'policy.copy-to.enabled': 'Kopien senden',
  'policy.copy-to.placement': 'Wo sie steht',
  'policy.copy-to.address': 'An wen',
  'why.copyTo.added': '{address} kam zu den Empfängern hinzu.',
} satisfies Translation<typeof contentPoliciesEn>;
