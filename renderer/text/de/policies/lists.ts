// Blocklists and spam traps in German. Counterpart: ../../policies/lists.ts. Rule: as in glossary.md.

import type { listPoliciesEn } from '../../policies/lists.ts';
import type { Translation } from '../translation.ts';

export const listPoliciesDe = {
  'policy.dnsbl': 'Sperrlisten (DNSBL)',
  'policy.dnsbl.help':
    'Die Adresse des Clients wird, umgedreht, in Zonen nachgeschlagen, die Spamversender aufzählen. Mehrere schreibt man als zone=antworten*gewicht mit Kommas dazwischen; ein negatives Gewicht ist eine Liste guter Absender. Eine Liste, die nicht antwortet, nennt niemanden.',
  'policy.dnsbl.enabled': 'Die Sperrlisten fragen',
  'policy.dnsbl.zone': 'Zonen der Listen',
  'policy.dnsbl.threshold': 'Ablehnen ab dieser Summe der Gewichte',
  'policy.dnsbl.testEntry': 'Eine Liste übergehen, die alle nennt (Frage nach 127.0.0.1)',
  'policy.dnsbl.received': 'Nach Adressen in Received fragen',
  'policy.dnsbl.relays': 'Netze, deren Received-Zeilen geglaubt wird',
  'policy.dnsbl.wording': 'Worte der Ablehnung',
  'why.dnsbl.listed': '{name} hat die Antwort {answer}: {address} steht auf der Liste, Gewicht {weight}.',
  'why.dnsbl.good':
    '{name} hat die Antwort {answer}: {address} steht auf einer Liste guter Absender, Gewicht {weight}.',
  'why.dnsbl.otherCode': '{name} hat die Antwort {answer}, die hier nicht zählt.',
  'why.dnsbl.notListed': '{name} gibt es nicht: {address} steht nicht auf der Liste {zone}.',
  'why.dnsbl.silent': 'Die Liste {zone} hat nicht geantwortet, und dann nennt sie niemanden.',
  'why.dnsbl.listsEverybody': 'Die Liste {zone} nennt 127.0.0.1; sie nennt also alle und sagt damit nichts.',
  'why.dnsbl.score': 'Die Gewichte von {address} ergeben {score}; abgelehnt wird ab {threshold}.',
  'otherwise.dnsbl.delisted':
    'Von der Liste {zone} genommen, wäre {address} durchgelassen worden, sobald die alte Antwort abgelaufen ist.',
  'otherwise.dnsbl.threshold': 'Mit einer Schwelle über {score} wäre er durchgelassen worden.',

  'policy.spam-trap': 'Spamfalle',
  'policy.spam-trap.help':
    'Eine Adresse dieses Servers, die niemand benutzt. Wer an sie schreibt, kommt auf eine Sperrliste des Labors; Unzustellbarkeitsberichte werden niemandem angelastet.',
  'policy.spam-trap.enabled': 'Die Falle stellen',
  'policy.spam-trap.trap': 'Adresse der Falle',
  'policy.spam-trap.zone': 'Die Liste, auf die der Fang kommt',
  'policy.spam-trap.onHit': 'Ein Brief an die Falle',
  'why.spamTrap.hit': '{address} schrieb an {trap}, das niemand benutzt: Die Adresse steht jetzt auf der Liste {zone}.',
  'why.spamTrap.bounce': 'An {trap} kam ein Unzustellbarkeitsbericht; wer ihn sendet, wurde vielleicht dazu gebracht.',
  'otherwise.spamTrap.address': 'Jede andere Adresse hätte nicht geschadet.',
} satisfies Translation<typeof listPoliciesEn>;
