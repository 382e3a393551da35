// The words of the policies that look at the session: the greeting, the client's name, addresses, rates, room.
// Counterpart: ../policies.ts, which has the rule for the keys.

export const sessionPoliciesEn = {
  'policy.greet-pause': 'Greet pause',
  'policy.greet-pause.help':
    'The server says half a greeting and waits. A mail server waits too; a spam engine in a hurry talks first. Pauses pass on the wire’s clock, not the lab’s.',
  'policy.greet-pause.enabled': 'Let strangers wait for the greeting',
  'policy.greet-pause.pause_s': 'Wait, in seconds',
  'policy.greet-pause.teaser': 'Say the first half of the greeting before the pause',
  'policy.greet-pause.onEarlyTalk': 'Who talks first',
  'policy.greet-pause.remember_s': 'Spare who waited for, in seconds',
  'why.greetPause.known': 'The client has waited before and isn’t made to wait again.',
  'why.greetPause.waited': 'The client waited {pause_s} s for the greeting, as it has to.',
  'why.greetPause.early': 'The client said “{line}” before the greeting was over.',
  'otherwise.greetPause.wait': 'Had the client waited {pause_s} s for the whole greeting, it would have been let in.',

  'policy.helo': 'The client’s name (HELO)',
  'policy.helo.help':
    'What the client calls itself in HELO or EHLO. Nobody may be refused because the name doesn’t fit the address (RFC 5321), but a name that can’t be one says something.',
  'policy.helo.enabled': 'Check the name',
  'policy.helo.syntax': 'It must be written as a name or an address literal',
  'policy.helo.fullName': 'It must be a full name, with a dot',
  'policy.helo.noLiteral': 'No address literals',
  'policy.helo.ownName': 'It mustn’t be this server’s own name, nor somebody else’s address',
  'policy.helo.unknownHost': 'The DNS must know it',
  'why.helo.fine': 'The client calls itself {name}, and nothing is wrong with that.',
  'why.helo.invalid': '“{name}” can’t be the name of a host.',
  'why.helo.literal': 'The client calls itself {name}, and address literals aren’t taken here.',
  'why.helo.foreignLiteral': 'The client calls itself {name}, but it comes from {address}.',
  'why.helo.ownName': 'The client calls itself {name}, which is this server’s own name.',
  'why.helo.notFull': '“{name}” has no dot: it is no full name.',
  'why.helo.unknown': 'The DNS has neither an address nor mail servers for {name}.',
  'why.helo.silent': 'The DNS didn’t answer for {name}, so the client is asked to come back.',
  'otherwise.helo.invalid': 'A well-formed name would have passed, even one that isn’t the client’s.',
  'otherwise.helo.literal': 'A name in place of the address would have passed.',
  'otherwise.helo.foreignLiteral': '[{address}] would have passed.',
  'otherwise.helo.ownName': 'Any other name would have passed.',
  'otherwise.helo.notFull': 'With its domain, as {name}.example, it would have passed.',
  'otherwise.helo.unknown': 'An A or MX record for {name} would have been enough.',
  'otherwise.helo.silent': 'An answer from the DNS would have settled it.',

  'policy.sender-fqdn': 'Sender with a domain',
  'policy.sender-fqdn.help': 'The address in MAIL FROM must have a whole domain, or no answer could go back to it.',
  'policy.sender-fqdn.enabled': 'Refuse senders without a domain',
  'why.senderFqdn.full': '{address} has a whole domain.',
  'why.senderFqdn.bare': '{address} has no whole domain.',
  'otherwise.senderFqdn.bare': 'With a domain after the @ it would have passed.',

  'policy.recipient-fqdn': 'Recipient with a domain',
  'policy.recipient-fqdn.help':
    'The address in RCPT TO must have a whole domain. Only postmaster may be written without one.',
  'policy.recipient-fqdn.enabled': 'Refuse recipients without a domain',
  'why.recipientFqdn.full': '{address} has a whole domain.',
  'why.recipientFqdn.bare': '{address} has no whole domain.',
  'otherwise.recipientFqdn.bare': 'With a domain after the @ it would have passed.',

  'policy.rate-limit': 'Rate limit',
  'policy.rate-limit.help':
    'How much one address may do in a while of the lab’s clock. What is over the limit may come later. 0 means no limit.',
  'policy.rate-limit.enabled': 'Limit what a client may do',
  'policy.rate-limit.window_s': 'Counted over, in seconds',
  'policy.rate-limit.connections': 'Connections',
  'policy.rate-limit.letters': 'Letters',
  'policy.rate-limit.recipients': 'Recipients',
  'why.rate.connections': 'Connection {counted} of {address} in {window_s} s; {most} are allowed.',
  'why.rate.letters': 'Letter {counted} of {address} in {window_s} s; {most} are allowed.',
  'why.rate.recipients': 'Recipient {counted} of {address} in {window_s} s; {most} are allowed.',
  'otherwise.rate.later': 'In {left_s} s the count begins anew.',

  'policy.mailbox-full': 'Mailbox full',
  'policy.mailbox-full.help':
    'A quota for each mailbox that this host keeps. A server in front of it doesn’t know how full a mailbox is.',
  'policy.mailbox-full.enabled': 'Keep to the quota',
  'policy.mailbox-full.quota_octets': 'Quota of a mailbox, in octets',
  'policy.mailbox-full.onFull': 'A full mailbox',
  'why.quota.room': 'The mailbox of {address} holds {octets} of {quota_octets} octets in {letters} letters.',
  'why.quota.full':
    'The mailbox of {address} holds {octets} of {quota_octets} octets; {size} more were announced, and there is no room.',
  'otherwise.quota.makeRoom': 'With {excess} octets more room it would have passed.',

  'policy.size': 'Size',
  'policy.size.help':
    'A limit of its own for letters. A client that announces the size (SIZE) hears it before it sends; another one afterwards.',
  'policy.size.enabled': 'Refuse large letters',
  'policy.size.most_octets': 'Largest letter, in octets',
  'why.size.declared': 'The client announced {octets} octets; {most_octets} are allowed.',
  'why.size.sent': 'The letter has {octets} octets; {most_octets} are allowed.',
  'otherwise.size.smaller': '{excess} octets less would have passed.',
} as const;
