// The filters that act at delivery, in German. Counterpart: ../../policies/learning.ts. Rule: as in glossary.md.

import type { learningPoliciesEn } from '../../policies/learning.ts';
import type { Translation } from '../translation.ts';

export const learningPoliciesDe = {
  'policy.bayes': 'Lernender Filter (Bayes)',
  'policy.bayes.help':
    'Alle lernen ihren eigenen an: Was sie nach Junk verschieben, ist Junk, was sie herausnehmen, nicht. Er zählt Wörter und wirkt, wenn der Brief längst angenommen ist. Auf dem Rechner lernt er mit „learn --ham bob“ einen ganzen Ordner.',
  'policy.bayes.enabled': 'Briefe nach ihren Wörtern beurteilen',
  'policy.bayes.threshold': 'Junk ab dieser Wahrscheinlichkeit',
  'policy.bayes.onJunk': 'Ein Brief, der Junk ist',
  'policy.bayes.atLeast': 'Briefe jeder Art, die er gesehen haben will',
  'policy.choice.junk': 'in den Ordner Junk',
  'why.bayes.untaught':
    'Gelernt hat er an {junk} Junk-Briefen und {other} anderen; ohne beide Arten gibt es nichts zu vergleichen.',
  'why.bayes.taught':
    'Der Brief hat {words} Wörter; gelernt hat der Filter an {junk} Junk-Briefen und {other} anderen.',
  'why.bayes.word': '„{token}“ stand in {junk} Junk-Briefen und in {other} anderen: {probability}.',
  'why.bayes.junk':
    'Zusammen sagen die {telling} aussagekräftigsten Wörter {probability}, und Junk beginnt bei {threshold}: P = Πf / (Πf + Π(1−f)).',
  'why.bayes.other':
    'Zusammen sagen die {telling} aussagekräftigsten Wörter {probability}, und Junk beginnt bei {threshold}: P = Πf / (Πf + Π(1−f)).',
  'otherwise.bayes.word': 'Ohne das Wort „{token}“ wäre das Ergebnis ein anderes gewesen.',
  'otherwise.bayes.above': 'Mit einer Schwelle über {probability} wäre es kein Junk gewesen.',
  'otherwise.bayes.below': 'Mit einer Schwelle von {probability} oder weniger wäre es Junk gewesen.',

  'policy.challenge': 'Rückfrage beim Absender',
  'policy.challenge.help':
    'Wer noch nie geschrieben hat, soll zuerst antworten; der Brief wartet im Ordner Quarantine. Die Arbeit haben die Absender, und war der Absender gefälscht, trifft die Frage jemanden, der nie geschrieben hat: Das ist Backscatter.',
  'policy.challenge.enabled': 'Unbekannte Absender um Antwort bitten',
  'policy.challenge.keep_s': 'Wegwerfen, wofür niemand antwortete, nach Sekunden',
  'policy.challenge.lifetime_s': 'Wer antwortete, bleibt bekannt, in Sekunden',
  'policy.challenge.known': 'Adressen und Domains, die nie gefragt werden',
  'policy.challenge.naive': 'Naiv: auch Maschinen fragen, im Namen des Besitzers (gegen RFC 3834)',
  'why.challenge.answered':
    'Er trägt das Kennwort, das {sender} bekam: Von jetzt an ist der Absender bekannt, und seine Briefe werden übergeben.',
  'why.challenge.listed': '{entry} gehört zu denen, die nie gefragt werden.',
  'why.challenge.known': '{sender} hat schon einmal geantwortet.',
  'why.challenge.nobody':
    'Er ist von niemandem, wie Unzustellbarkeitsberichte und Rückfragen; fragen lässt sich niemand, und vielleicht wird er erwartet.',
  'why.challenge.machine':
    'Eine Liste oder ein Programm hat ihn für {sender} gesendet; eine Maschine kann nicht antworten und wird nicht gefragt.',
  'why.challenge.asked':
    '{sender} hat hier noch nie geschrieben: Der Brief wird {keep_s} s zurückgehalten, und an die Adresse geht eine Rückfrage.',
  'why.challenge.again': '{sender} ist schon gefragt, und die Antwort kam noch nicht: Auch dieser Brief wartet.',
  'why.challenge.unaskable':
    'Er ist von niemandem, und niemand lässt sich fragen; naiv, wie der Filter ist, hält er ihn trotzdem zurück.',
  'otherwise.challenge.answer': 'Sobald {sender} die Rückfrage beantwortet, wird er übergeben.',
} satisfies Translation<typeof learningPoliciesEn>;
