// The blocklist view in German. Counterpart: ../blocklists.ts. Rule: as in glossary.md.

import type { blocklistsEn } from '../blocklists.ts';
import type { Translation } from './translation.ts';

export const blocklistsDe = {
  'zone.kind.blocklists': 'Sperrlisten',
  'blocklist.asZone': 'Dasselbe als Zone: ihre Einträge',
  'blocklist.title': 'Sperrliste {zone}',
  'blocklist.help':
    'Ein Server, der sie fragt, dreht die Adresse des Clients um, hängt den Namen dieser Zone an und fragt nach einem A-Eintrag: Eine Antwort in 127.0.0.0/8 heißt ja.',
  'blocklist.nobodyAsks':
    'Gerade fragt sie kein Server. „Sperrlisten (DNSBL)“ lässt sich bei den Prüfungen eines Mailservers einschalten.',
  'blocklist.askers': 'Sie wird gefragt von {hosts}.',
  'blocklist.dead': 'Diese Liste ist tot: Sie nennt alle',
  'blocklist.deadHelp':
    'Listen sterben: Niemand bezahlt mehr für sie, und am Ende antworten sie auf jede Frage mit ja, damit auch die letzten Server nicht mehr fragen. Eingeschaltet zeigt es, wessen Post noch durchkommt.',
  'blocklist.deadNow':
    'Wer fragt, hört ja, für jede Adresse, die es gibt. Ein Server, der seine Listen prüft (nach 127.0.0.1, das auf keiner gesunden Liste steht), kümmert sich nicht darum.',
  'blocklist.died': '{zone} nennt jetzt alle.',
  'blocklist.lives': '{zone} nennt wieder, wen sie vorher nannte.',
  'blocklist.address': 'Adresse',
  'blocklist.codes': 'Antworten',
  'blocklist.reason': 'Grund (TXT)',
  'blocklist.reasonExample': 'sendet Spam',
  'blocklist.since': 'Seit',
  'blocklist.always': 'dem Beginn des Labors',
  'blocklist.by.hand': '{at}, von Hand',
  'blocklist.by.trap': '{at}, durch eine Spamfalle',
  'blocklist.test': 'diese Adresse hat jede Liste, um geprüft zu werden (RFC 5782 §5)',
  'blocklist.remove': 'Streichen',
  'blocklist.removeOne': '{address} streichen',
  'blocklist.removed': '{address} wurde von der Liste genommen.',
  'blocklist.add': 'Aufnehmen',
  'blocklist.added': '{address} steht auf der Liste: {answers}.',
  'blocklist.none': 'Niemand steht darauf.',
  'blocklist.bad.address': 'Das ist keine IPv4- oder IPv6-Adresse.',
  'blocklist.bad.code': 'Antworten sind Adressen in 127.0.0.0/8, etwa 127.0.0.2, mit Kommas dazwischen. {code}',
  'blocklist.already': 'Sie steht schon auf der Liste; dies tritt an die Stelle dessen, was dort steht.',
  'blocklist.loopback': 'Listen antworten nicht mit 127.0.0.1: Das sagt ein kaputter Resolver über alle (RFC 5782 §5).',
  'blocklist.isHost': 'Das ist {host} in diesem Labor.',
} satisfies Translation<typeof blocklistsEn>;
