// The words of the museum: checks that worked and are historic. Counterpart: engine/policy/; ../policies.ts has the rule
// for the keys. Rule: `policy.NAME.died` says why nobody uses it any more, and marks the policy as historic.

export const museumPoliciesEn = {
  'policy.sender-id': 'Sender ID',
  'policy.sender-id.help':
    'Compares the client’s address with the records of the domain that the header names as the last sender: Resent-Sender, Resent-From, Sender, From, the first there is (RFC 4406, RFC 4407).',
  'policy.sender-id.died':
    'It took records that people had written for SPF, about envelopes, and applied them to headers; a forwarder who added no Resent field failed with them. It was patented, and never got ahead of SPF. The IETF closed the experiment in 2012 (RFC 6686).',
  'policy.sender-id.enabled': 'Check Sender ID',
  'policy.sender-id.onFail': 'The record says no (fail)',
  'policy.sender-id.onSoftfail': 'The record says probably not (softfail)',
  'policy.sender-id.onMissing': 'The header names no one sender',
  'policy.sender-id.onTemperror': 'The DNS doesn’t answer (temperror)',
  'why.senderId.pra': 'The header’s {field} says who sent it last: {address}.',
  'why.senderId.missing': 'The header doesn’t say who sent the letter last ({problem}).',
  'why.senderId.none': '{domain} publishes no record, neither for headers nor for envelopes.',
  'why.senderId.neutral': '{domain} doesn’t say whether {address} may send for it.',
  'why.senderId.pass': '“{term}” matched: {domain} says that {address} sends its mail.',
  'why.senderId.fail': '“{term}” matched: {domain} says that {address} doesn’t send its mail.',
  'why.senderId.softfail': '“{term}” matched: {domain} says that {address} probably doesn’t send its mail.',
  'why.senderId.temperror': 'The DNS gave no answer ({problem}), so nobody can say yet.',
  'why.senderId.permerror': 'The record of {domain} can’t be evaluated: {problem}.',
  'otherwise.senderId.listed': 'A record of {domain} with {address} in it would have let the letter in.',
  'otherwise.senderId.resent':
    'A Resent-From above {field}, with an address of the server that handed the letter on, would have been asked about instead.',

  'policy.domainkeys': 'DomainKeys',
  'policy.domainkeys.help':
    'DKIM’s elder: one signature over header and body together, by the domain of Sender, or of From (RFC 4870).',
  'policy.domainkeys.died':
    'Nothing could be forgiven: one footer or one changed field broke it, and a list that added Sender made it somebody else’s. It knew SHA-1 only. DKIM took its keys in the DNS over in 2007, with two hashes, two canonical forms and a signer of its own.',
  'policy.domainkeys.enabled': 'Check DomainKeys signatures',
  'policy.domainkeys.onUnsigned': 'No signature holds, and the domain signs everything (o=-)',
  'why.domainkeys.noSender': 'Neither Sender nor From has an address, so no domain could have signed.',
  'why.domainkeys.none': 'There is no DomainKeys signature; {domain} could have made one.',
  'why.domainkeys.signature':
    '{domain} signed it with the key “{selector}” ({algorithm}, {canonicalization}): {fields}.',
  'why.domainkeys.stranger':
    'The signer {domain} isn’t the sender’s domain, or didn’t sign the field that says so: {field} is {address}.',
  'why.domainkeys.key.found': 'The key is at {name}.',
  'why.domainkeys.key.missing': 'There is no key at {name}.',
  'why.domainkeys.key.revoked': 'The key at {name} has been taken away.',
  'why.domainkeys.key.others': 'The key at {name} is for somebody else’s letters (g=).',
  'why.domainkeys.key.silent': 'Nobody answered for {name}, where the key should be.',
  'why.domainkeys.text.same': 'Header and body, {octets} octets in canonical form, are what was signed.',
  'why.domainkeys.text.changed':
    'Header and body, {octets} octets in canonical form, aren’t what was signed. With one hash for both nobody can say where.',
  'why.domainkeys.pass': '{domain} has sent this letter.',
  'why.domainkeys.fail': 'The signature for {domain} doesn’t hold, so it counts as none.',
  'why.domainkeys.neutral': 'The signature says nothing about {domain} ({problem}).',
  'why.domainkeys.permerror': 'The signature for {domain} can’t be checked ({problem}), and won’t be later.',
  'why.domainkeys.temperror': 'The signature for {domain} can’t be checked now ({problem}).',
  'why.domainkeys.policy.all': '{domain} says at {name} that it signs everything.',
  'why.domainkeys.policy.some': '{domain} says at {name} that it signs some of its mail.',
  'otherwise.domainkeys.signed': 'With a signature of {domain} that holds, the letter would have been let in.',

  'policy.domainkeys-signing': 'DomainKeys signatures',
  'policy.domainkeys-signing.help':
    'Signs what the server’s own users send, as in 2004. The public key is put into the DNS.',
  'policy.domainkeys-signing.died':
    'SHA-1, its only hash, isn’t safe any more, and nobody has verified these signatures for years: DKIM took their place in 2007 (RFC 4871).',
  'policy.domainkeys-signing.enabled': 'Sign letters',
  'policy.domainkeys-signing.domain': 'Domain to sign for',
  'policy.domainkeys-signing.selector': 'Selector, the key’s name',
  'policy.domainkeys-signing.canonicalization': 'Canonical form',
  'policy.domainkeys-signing.signsAll': 'Say in the DNS that everything is signed (o=-)',
  'policy.choice.nofws': 'without any white space (nofws)',
  'policy.choice.simple': 'as it is (simple)',
  'why.domainkeysSigning.signed':
    'It signed for {domain} with the key “{selector}” ({canonicalization}): the body, and {fields}.',
  'why.domainkeysSigning.foreign': 'The letter is sent by {domain}, for which this server doesn’t sign.',

  'policy.adsp': 'ADSP',
  'policy.adsp.help':
    'The author’s domain says in the DNS whether it signs all its mail with DKIM, and what a letter without its signature is worth (RFC 5617). It counts what DKIM found here.',
  'policy.adsp.died':
    'A domain that said “discardable” lost the letters its people wrote to mailing lists, without a word, and hardly any domain could say so. The IETF made it historic in 2013; DMARC tries the same with SPF as a second proof, with reports, and with alignment.',
  'policy.adsp.enabled': 'Check ADSP',
  'policy.adsp.onAll': 'The domain signs everything (all)',
  'policy.adsp.onDiscardable': 'What isn’t signed can be thrown away (discardable)',
  'policy.adsp.onMissing': 'The domain doesn’t exist',
  'why.adsp.noAuthor': 'The From field names nobody who could be asked.',
  'why.adsp.pass': 'A signature of {author} itself holds, so its practices needn’t be asked for.',
  'why.adsp.none': '{author} doesn’t say what it signs.',
  'why.adsp.unknown': '{author} says that it signs some of its mail: {record}',
  'why.adsp.fail': 'No signature of {author} itself holds, and it says that it signs everything: {record}',
  'why.adsp.discard':
    'No signature of {author} itself holds, and it says that such a letter can be thrown away: {record}',
  'why.adsp.nxdomain': 'The domain {author} doesn’t exist.',
  'why.adsp.temperror': 'The DNS gave no answer about {author}, so nobody can say yet.',
  'why.adsp.permerror': 'The From field names no domain that could be asked.',
  'otherwise.adsp.signed': 'With a DKIM signature of {author} that holds, the letter would have been let in.',
  'otherwise.adsp.exists': 'If {author} existed, the letter would have been let in.',
} as const;
