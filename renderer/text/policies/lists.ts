// The words of blocklists and spam traps. Counterpart: ../policies.ts, which has the rule for the keys.

export const listPoliciesEn = {
  'policy.dnsbl': 'Blocklists (DNSBL)',
  'policy.dnsbl.help':
    'The client’s address, turned around, is looked up in zones that list senders of spam. Several are written zone=answers*weight with commas between; a negative weight is a list of good senders. A list that doesn’t answer lists nobody.',
  'policy.dnsbl.enabled': 'Ask the blocklists',
  'policy.dnsbl.zone': 'Zones of the lists',
  'policy.dnsbl.threshold': 'Refuse from this sum of weights',
  'policy.dnsbl.testEntry': 'Ignore a list that lists everybody (asks for 127.0.0.1)',
  'policy.dnsbl.received': 'Ask for addresses in Received fields',
  'policy.dnsbl.relays': 'Networks whose Received fields are believed',
  'policy.dnsbl.wording': 'Words of the refusal',
  'why.dnsbl.listed': '{name} has the answer {answer}: {address} is on the list and gets {weight}.',
  'why.dnsbl.good': '{name} has the answer {answer}: {address} is on a list of good senders and gets {weight}.',
  'why.dnsbl.otherCode': '{name} has the answer {answer}, which doesn’t count here.',
  'why.dnsbl.notListed': '{name} doesn’t exist: {address} isn’t on the list of {zone}.',
  'why.dnsbl.silent': 'The list {zone} didn’t answer, and then it lists nobody.',
  'why.dnsbl.listsEverybody': 'The list {zone} lists 127.0.0.1, so it lists everybody and says nothing.',
  'why.dnsbl.score': 'The weights of {address} add up to {score}; it is refused from {threshold}.',
  'otherwise.dnsbl.delisted':
    'Taken off the list of {zone}, {address} would have been let in, once the old answer had expired.',
  'otherwise.dnsbl.threshold': 'With a threshold above {score} it would have been let in.',

  'policy.spam-trap': 'Spam trap',
  'policy.spam-trap.help':
    'An address of this server that nobody uses. Who writes to it is put on a blocklist of the lab; bounces aren’t held against anybody.',
  'policy.spam-trap.enabled': 'Set the trap',
  'policy.spam-trap.trap': 'The trap’s address',
  'policy.spam-trap.zone': 'The list that its finds are put on',
  'policy.spam-trap.onHit': 'A letter to the trap',
  'why.spamTrap.hit': '{address} wrote to {trap}, which nobody uses: it is now on the list {zone}.',
  'why.spamTrap.bounce': 'A bounce came to {trap}; whoever sends it may have been made to.',
  'otherwise.spamTrap.address': 'Any other address would have done no harm.',
} as const;
