// The catalogue of the blocklist view, in English. Counterpart: en.ts, whose rules hold here too.

export const blocklistsEn = {
  'zone.kind.blocklists': 'Blocklists',
  'blocklist.asZone': 'The same as a zone: its records',
  'blocklist.title': 'Blocklist {zone}',
  'blocklist.help':
    'A server that asks it turns the client’s address around, puts this zone’s name behind and asks for an A record: an answer in 127.0.0.0/8 means yes.',
  'blocklist.nobodyAsks': 'No server asks it now. Switch “Blocklists (DNSBL)” on under a mail server’s policies.',
  'blocklist.askers': 'It is asked by {hosts}.',
  'blocklist.dead': 'This list is dead: it lists everybody',
  'blocklist.deadHelp':
    'Lists die: nobody pays for them any more, and in the end they answer yes to every question, so that the last servers stop asking. Switch it on and see whose mail still comes through.',
  'blocklist.deadNow':
    'Whoever asks hears yes, for every address there is. A server that tests its lists (for 127.0.0.1, which no sound list has) takes no notice.',
  'blocklist.died': '{zone} lists everybody now.',
  'blocklist.lives': '{zone} lists again whom it did.',
  'blocklist.address': 'Address',
  'blocklist.codes': 'Answers',
  'blocklist.reason': 'Reason (TXT)',
  'blocklist.reasonExample': 'sends spam',
  'blocklist.since': 'Since',
  'blocklist.always': 'the lab began',
  'blocklist.by.hand': '{at}, by hand',
  'blocklist.by.trap': '{at}, by a spam trap',
  'blocklist.test': 'every list has this address, to be tested with (RFC 5782 §5)',
  'blocklist.remove': 'Delist',
  'blocklist.removeOne': 'Delist {address}',
  'blocklist.removed': '{address} was taken off the list.',
  'blocklist.add': 'List it',
  'blocklist.added': '{address} is on the list: {answers}.',
  'blocklist.none': 'Nobody is on it.',
  'blocklist.bad.address': 'This isn’t an IPv4 or IPv6 address.',
  'blocklist.bad.code': 'Answers are addresses in 127.0.0.0/8, such as 127.0.0.2, with commas between them. {code}',
  'blocklist.already': 'It is on the list already; this takes the place of what stands there.',
  'blocklist.loopback':
    'Lists don’t answer 127.0.0.1: that is what a broken resolver says about everybody (RFC 5782 §5).',
  'blocklist.isHost': 'This is {host} of this lab.',
} as const;
