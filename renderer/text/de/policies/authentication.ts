// The policies that find out who a letter is from, in German. Counterpart: ../../policies/authentication.ts. Rule: as in glossary.md.

import type { authenticationPoliciesEn } from '../../policies/authentication.ts';
import type { Translation } from '../translation.ts';

export const authenticationPoliciesDe = {
  'policy.dkim-signing': 'DKIM-Signaturen',
  'policy.dkim-signing.help':
    'Signiert, was die eigenen Leute des Servers senden. Der öffentliche Schlüssel kommt ins DNS, wo ihn jeder Server findet.',
  'policy.dkim-signing.enabled': 'Briefe signieren',
  'policy.dkim-signing.domains': 'Domains, für die signiert wird',
  'policy.dkim-signing.selector': 'Selektor, der Name des Schlüssels',
  'policy.dkim-signing.algorithm': 'Algorithmus',
  'policy.dkim-signing.canonicalization': 'Kanonische Form von Kopf/Rumpf',
  'policy.choice.rsa-sha256': 'RSA',
  'policy.choice.ed25519-sha256': 'Ed25519',
  'policy.choice.both': 'beide, zwei Signaturen',
  'why.dkimSigning.signed':
    'Signiert für {domain} mit dem Schlüssel „{selector}“ ({algorithm}): der Rumpf und {fields}.',
  'why.dkimSigning.foreign': 'Der Brief sagt, er sei von {domain}; dafür signiert dieser Server nicht.',

  'policy.dkim': 'DKIM',
  'policy.dkim.help':
    'Eine Signatur sagt, welche Domain für einen Brief einsteht und ob er noch ist, was signiert wurde. Eine gebrochene zählt wie keine.',
  'policy.dkim.enabled': 'Signaturen prüfen',
  'why.dkim.none': 'Niemand hat den Brief signiert.',
  'why.dkim.signature':
    '{domain} hat ihn mit dem Schlüssel „{selector}“ signiert ({algorithm}, {canonicalization}): {fields}.',
  'why.dkim.body.same': 'Der Rumpf ist, was signiert wurde: Sein Hash ist {computed}.',
  'why.dkim.body.changed':
    'Der Rumpf ist nicht, was signiert wurde: Sein Hash ist {computed}, die Signatur sagt {claimed}.',
  'why.dkim.key.found': 'Der Schlüssel steht bei {name}.',
  'why.dkim.key.missing': 'Bei {name} steht kein Schlüssel: Er wurde weggenommen oder war nie da.',
  'why.dkim.key.useless': 'Was bei {name} steht, ist kein brauchbarer Schlüssel.',
  'why.dkim.key.silent': 'Für {name}, wo der Schlüssel stehen sollte, hat niemand geantwortet.',
  'why.dkim.header.same': 'Die signierten Kopfzeilen sind, was signiert wurde.',
  'why.dkim.header.changed': 'Eine signierte Kopfzeile ist nicht, was signiert wurde: Die Signatur passt nicht.',
  'why.dkim.pass': '{domain} steht für diesen Brief ein.',
  'why.dkim.fail': 'Die Signatur von {domain} hält nicht ({problem}) und zählt, als wäre sie nicht da.',
  'why.dkim.neutral': 'Die Signatur von {domain} ist nicht zu lesen ({problem}).',
  'why.dkim.policy': 'Die Signatur von {domain} ist zu schwach, um zu zählen.',
  'why.dkim.permerror': 'Die Signatur von {domain} lässt sich nicht prüfen ({problem}), auch später nicht.',
  'why.dkim.temperror': 'Die Signatur von {domain} lässt sich jetzt nicht prüfen ({problem}).',
  'otherwise.dkim.none': 'Eine Signatur der Domain des Verfassers hätte gezeigt, wer für den Brief einsteht.',
  'otherwise.dkim.body':
    'Hätte nach dem Signieren durch {domain} niemand den Rumpf geändert, wie Listen es mit Fußzeilen tun, hielte die Signatur.',
  'otherwise.dkim.header':
    'Hätte nach dem Signieren durch {domain} niemand eine signierte Kopfzeile geändert, hielte die Signatur.',
  'otherwise.dkim.key': 'Mit dem Schlüssel bei {name} ließe sich die Signatur prüfen.',

  'policy.arc': 'ARC',
  'policy.arc.help':
    'Server, die einen Brief ändern, können versiegeln, was sie vorher fanden. Die Siegel werden geprüft; wem zu glauben ist, entscheiden Menschen.',
  'policy.arc.enabled': 'Die Kette der Siegel prüfen',
  'why.arc.none': 'Kein Server auf dem Weg hat versiegelt, was er fand.',
  'why.arc.key': 'Der Schlüssel eines Siegels steht bei {name}.',
  'why.arc.pass': 'Alle Siegel halten ({seals}); das neueste ist von {domain}.',
  'why.arc.fail': 'Die Kette der Siegel ist gebrochen ({problem}) und sagt darum nichts.',

  'policy.dmarc': 'DMARC',
  'policy.dmarc.help':
    'Die Domain in From sagt, was mit Briefen geschehen soll, die weder SPF noch DKIM als ihre eigenen beweist. Es zählt, was die beiden hier fanden.',
  'policy.dmarc.enabled': 'DMARC prüfen',
  'policy.dmarc.onQuarantine': 'Die Domain verlangt Quarantäne',
  'policy.dmarc.onReject': 'Die Domain verlangt Ablehnung',
  'why.dmarc.unproven': 'Das Ergebnis von {method} war {result}; damit ist keine Domain bewiesen.',
  'why.dmarc.unchecked': 'Dieser Server prüft {method} nicht; damit ist keine Domain bewiesen.',
  'why.dmarc.walk.record': '{name} hat einen Eintrag: {record}',
  'why.dmarc.walk.nothing': '{name} hat keinen Eintrag.',
  'why.dmarc.walk.several': '{name} hat mehrere Einträge, und dann zählt keiner.',
  'why.dmarc.walk.silent': 'Für {name} hat niemand geantwortet.',
  'why.dmarc.record':
    'Für {author} zählt der Eintrag von {domain}; die Organisation beginnt bei {organisation}. {tag}= verlangt {policy}.',
  'why.dmarc.aligned': '{method} hat {domain} bewiesen, und das passt zur Domain des Verfassers ({author}, {mode}).',
  'why.dmarc.unaligned':
    '{method} hat {domain} bewiesen, und das passt nicht zur Domain des Verfassers ({author}, {mode}).',
  'why.dmarc.none': '{author} veröffentlicht keinen DMARC-Eintrag.',
  'why.dmarc.pass': 'Der Brief kommt von der Domain in From, {author}.',
  'why.dmarc.fail': 'Nichts beweist, dass der Brief von {author} kommt.',
  'why.dmarc.temperror': 'Das DNS gab keine Antwort; noch kann es niemand sagen.',
  'why.dmarc.permerror': 'From nennt keine Domain, die sich fragen ließe, oder mehrere ({problem}).',
  'why.dmarc.done.accept': 'Der Brief wird trotzdem durchgelassen; die Domain verlangt {policy}.',
  'why.dmarc.done.mark': 'Der Brief wird als Spam gekennzeichnet; die Domain verlangt {policy}.',
  'why.dmarc.done.refuse': 'Der Brief wird abgelehnt; die Domain verlangt {policy}.',
  'otherwise.dmarc.relaxed':
    'Hätte der Eintrag den lockeren Vergleich (relaxed) verlangt, hätte {domain} ({method}) für {author} gezählt.',
  'otherwise.dmarc.proven':
    'Ein Absender von {author} auf dem Umschlag, den SPF bestätigt, oder eine DKIM-Signatur von {author}, die hält, hätte genügt.',
  'otherwise.dmarc.none': 'Hätte {author} nichts verlangt (p=none), wäre der Brief durchgelassen worden.',

  'policy.authentication-results': 'Authentication-Results',
  'policy.authentication-results.help':
    'Schreibt in den Brief, was SPF, DKIM, ARC und DMARC fanden, für Mailprogramme hinter diesem Server.',
  'policy.authentication-results.enabled': 'Aufschreiben, was gefunden wurde',
  'policy.authentication-results.authservId': 'Unter welchem Namen; leer: dem des Servers',
  'policy.authentication-results.removeForged': 'Zeilen entfernen, die diesen Namen schon tragen',
  'why.authResults.removed':
    'Eine Zeile mit dem Namen {authservId} war schon da. So eine schreibt nur ein Fälscher, also ist sie weg.',
  'why.authResults.kept':
    'Eine Zeile mit dem Namen {authservId} war schon da. So eine schreibt nur ein Fälscher, aber sie bleibt.',
  'why.authResults.written': 'Was gefunden wurde, steht unter dem Namen {authservId} im Brief.',
} satisfies Translation<typeof authenticationPoliciesEn>;
