// What the screen says about the policies that find out who a letter is from: DKIM, ARC, DMARC and what is written down
// about them. Counterpart: engine/policy/; policies.ts puts it together.

export const authenticationPoliciesEn = {
  'policy.dkim-signing': 'DKIM signatures',
  'policy.dkim-signing.help':
    'Signs what the server’s own users send. The public key is put into the DNS, where every server can find it.',
  'policy.dkim-signing.enabled': 'Sign letters',
  'policy.dkim-signing.domains': 'Domains to sign for',
  'policy.dkim-signing.selector': 'Selector, the key’s name',
  'policy.dkim-signing.algorithm': 'Algorithm',
  'policy.dkim-signing.canonicalization': 'Canonical form of header/body',
  'policy.choice.rsa-sha256': 'RSA',
  'policy.choice.ed25519-sha256': 'Ed25519',
  'policy.choice.both': 'both, two signatures',
  'why.dkimSigning.signed': 'It signed for {domain} with the key “{selector}” ({algorithm}): the body, and {fields}.',
  'why.dkimSigning.foreign': 'The letter says it is from {domain}, for which this server doesn’t sign.',

  'policy.dkim': 'DKIM',
  'policy.dkim.help':
    'A signature says which domain answers for a letter, and whether it is still what was signed. A broken one counts as none.',
  'policy.dkim.enabled': 'Check signatures',
  'why.dkim.none': 'Nobody has signed the letter.',
  'why.dkim.signature': '{domain} signed it with the key “{selector}” ({algorithm}, {canonicalization}): {fields}.',
  'why.dkim.body.same': 'The body is what was signed: its hash is {computed}.',
  'why.dkim.body.changed': 'The body isn’t what was signed: its hash is {computed}, and the signature says {claimed}.',
  'why.dkim.key.found': 'The key is at {name}.',
  'why.dkim.key.missing': 'There is no key at {name}: it was taken away, or never there.',
  'why.dkim.key.useless': 'What is at {name} is no key that can be used.',
  'why.dkim.key.silent': 'Nobody answered for {name}, where the key should be.',
  'why.dkim.header.same': 'The signed fields are what was signed.',
  'why.dkim.header.changed': 'A signed field isn’t what was signed: the signature doesn’t fit.',
  'why.dkim.pass': '{domain} answers for this letter.',
  'why.dkim.fail': 'The signature of {domain} doesn’t hold ({problem}), so it counts as if it weren’t there.',
  'why.dkim.neutral': 'The signature of {domain} can’t be read ({problem}).',
  'why.dkim.policy': 'The signature of {domain} is too weak to count.',
  'why.dkim.permerror': 'The signature of {domain} can’t be checked ({problem}), and won’t be later.',
  'why.dkim.temperror': 'The signature of {domain} can’t be checked now ({problem}).',
  'otherwise.dkim.none': 'A signature by the author’s domain would have shown who answers for the letter.',
  'otherwise.dkim.body':
    'Had nobody changed the body after {domain} signed it, as lists do with a footer, the signature would hold.',
  'otherwise.dkim.header': 'Had nobody changed a signed field after {domain} signed it, the signature would hold.',
  'otherwise.dkim.key': 'With the key at {name} the signature could be checked.',

  'policy.arc': 'ARC',
  'policy.arc.help':
    'Servers that change a letter may seal what they found before. The seals are checked; whom to believe is for people to say.',
  'policy.arc.enabled': 'Check the chain of seals',
  'why.arc.none': 'No server on the way has sealed what it found.',
  'why.arc.key': 'The key of a seal is at {name}.',
  'why.arc.pass': 'All {seals} seals hold; the newest is by {domain}.',
  'why.arc.fail': 'The chain of seals is broken ({problem}), so it says nothing.',

  'policy.dmarc': 'DMARC',
  'policy.dmarc.help':
    'The domain in From says what to do with letters that neither SPF nor DKIM proves to be its own. It counts what those two found here.',
  'policy.dmarc.enabled': 'Check DMARC',
  'policy.dmarc.onQuarantine': 'The domain asks for quarantine',
  'policy.dmarc.onReject': 'The domain asks for rejection',
  'why.dmarc.unproven': 'The result of {method} was {result}, so it proves no domain.',
  'why.dmarc.unchecked': 'This server doesn’t check {method}, so it proves no domain.',
  'why.dmarc.walk.record': '{name} has a record: {record}',
  'why.dmarc.walk.nothing': '{name} has no record.',
  'why.dmarc.walk.several': '{name} has several records, and then none counts.',
  'why.dmarc.walk.silent': 'Nobody answered for {name}.',
  'why.dmarc.record':
    'The record of {domain} counts for {author}; its organisation begins at {organisation}. {tag}= asks for {policy}.',
  'why.dmarc.aligned': '{method} proved {domain}, and that is the author’s ({author}, {mode}): aligned.',
  'why.dmarc.unaligned': '{method} proved {domain}, and that isn’t the author’s ({author}, {mode}): not aligned.',
  'why.dmarc.none': '{author} publishes no DMARC record.',
  'why.dmarc.pass': 'The letter comes from the domain in From, {author}.',
  'why.dmarc.fail': 'Nothing proves that the letter comes from {author}.',
  'why.dmarc.temperror': 'The DNS gave no answer, so nobody can say yet.',
  'why.dmarc.permerror': 'The From field names no domain that could be asked, or several ({problem}).',
  'why.dmarc.done.accept': 'The letter is let in nevertheless; the domain asks for {policy}.',
  'why.dmarc.done.mark': 'The letter is marked as spam; the domain asks for {policy}.',
  'why.dmarc.done.refuse': 'The letter is refused; the domain asks for {policy}.',
  'otherwise.dmarc.relaxed':
    'Had the record asked for relaxed alignment, {domain} ({method}) would have counted for {author}.',
  'otherwise.dmarc.proven':
    'An envelope sender of {author} that SPF confirms, or a DKIM signature of {author} that holds, would have been enough.',
  'otherwise.dmarc.none': 'Had {author} asked for nothing (p=none), the letter would have been let in.',

  'policy.authentication-results': 'Authentication-Results',
  'policy.authentication-results.help':
    'Writes into the letter what SPF, DKIM, ARC and DMARC found, for mail programs behind this server.',
  'policy.authentication-results.enabled': 'Write down what was found',
  'policy.authentication-results.authservId': 'Name to write under; empty: the server’s own',
  'policy.authentication-results.removeForged': 'Take out fields that already bear this name',
  'why.authResults.removed':
    'A field with the name {authservId} was there already. Only a forger writes one, so it is gone.',
  'why.authResults.kept':
    'A field with the name {authservId} was there already. Only a forger writes one, but it stays.',
  'why.authResults.written': 'It wrote down what it found, under the name {authservId}.',
} as const;
