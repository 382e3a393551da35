// What the screen says about policies: their names, their settings, and each reason they give. Counterpart:
// engine/policy/ has the codes, policy.ts and explain/decision.ts look here. Rule: `policy.NAME`, `policy.NAME.SETTING`,
// `why.CODE`, and `otherwise.CODE` for what would have changed it; a policy with nothing here is shown by its keys.

import { authenticationPoliciesEn } from './policies/authentication.ts';
import { contentPoliciesEn } from './policies/content.ts';
import { learningPoliciesEn } from './policies/learning.ts';
import { listPoliciesEn } from './policies/lists.ts';
import { museumPoliciesEn } from './policies/museum.ts';
import { sessionPoliciesEn } from './policies/session.ts';

export const policiesEn = {
  ...sessionPoliciesEn,
  ...listPoliciesEn,
  ...authenticationPoliciesEn,
  ...contentPoliciesEn,
  ...museumPoliciesEn,
  ...learningPoliciesEn,

  'why.dns.answer': 'The DNS says: {name} {type} is {answer}, for {ttl_s} s.',
  'why.dns.nothing': 'The DNS has no {type} of {name} ({rcode}).',

  'policy.choice.accept': 'accept',
  'policy.choice.defer': 'come back later',
  'policy.choice.refuse': 'refuse',
  'policy.choice.network': 'its whole network',
  'policy.choice.address': 'a single address',
  'policy.choice.none': 'none',
  'policy.choice.last': 'the last one outside',
  'policy.choice.all': 'all of them',
  'policy.choice.smtpd': 'as Postfix’s smtpd (554, with the list’s reason)',
  'policy.choice.postscreen': 'as Postfix’s postscreen (550)',
  'policy.choice.hold': 'set aside (hold)',
  'policy.choice.discard': 'take it and drop it',
  'policy.choice.drop': 'refuse and hang up',
  'policy.choice.mark': 'mark as spam',

  'policy.access': 'Access tables',
  'policy.access.help':
    'Rows written by hand: which clients, greetings, senders and recipients are refused, thrown away or let through. The tables stand under Tables.',
  'policy.access.enabled': 'Look everybody up',
  'why.access.ok': 'Row {row} of the {table} table fits, {key}: it is let through, and no other policy asks.',
  'why.access.relay': 'Row {row} of the {table} table fits, {key}: it may send anywhere through here.',
  'why.access.dunno':
    'Row {row} of the {table} table fits, {key}: an exception, so the wider rows below it aren’t looked at.',
  'why.access.discard': 'Row {row} of the {table} table fits, {key}: the letter is taken and thrown away.',
  'why.access.hold': 'Row {row} of the {table} table fits, {key}: the letter is kept back in the queue.',
  'why.access.refused': 'Row {row} of the {table} table fits, {key}: “{text}”.',
  'otherwise.access.asked':
    'Without row {row} of the {table} table the other policies would have been asked about {subject}.',
  'otherwise.access.taken':
    'Without row {row} of the {table} table, or with a narrower one for {subject} that says DUNNO, it wouldn’t have come to that.',
  'otherwise.access.wider': 'Without row {row} of the {table} table a wider row could have decided about {subject}.',

  'policy.greylisting': 'Greylisting',
  'policy.greylisting.help':
    'Who has never written from there is asked to come back later. A real mail server does; much of what sends spam doesn’t.',
  'policy.greylisting.enabled': 'Ask strangers to come back',
  'policy.greylisting.delay_s': 'Come back after, in seconds',
  'policy.greylisting.peer': 'A client counts as',
  'policy.greylisting.retryWindow_s': 'Forget a first try after, in seconds',
  'policy.greylisting.lifetime_s': 'Remember who came back for, in seconds',
  'policy.greylisting.autoWhitelist': 'Stop asking a client that came back so many times (0: never)',
  'policy.greylisting.except': 'Networks, domains and addresses that never wait',
  'why.greylist.exception': '{entry} is among the exceptions.',
  'why.greylist.trusted': 'Clients of {network} have come back {times} times and aren’t asked any more.',
  'otherwise.greylist.later': 'In {left_s} s the same letter from the same network would have been let in.',
  'why.greylist.first':
    'It has never seen this sender and recipient from {network}; a real server comes back after {delay_s} s.',
  'why.greylist.early': 'The client came back after {age_s} s; {delay_s} s are asked for.',
  'why.greylist.returned': 'The client came back after {age_s} s, as a real server does.',
  'why.greylist.known': 'Sender, recipient and network {network} have come through before.',

  'policy.spf': 'SPF',
  'policy.spf.help':
    'The domain in MAIL FROM says in the DNS which addresses send its mail. The server asks, and compares.',
  'policy.spf.enabled': 'Check SPF',
  'policy.spf.onFail': 'The record says no (fail)',
  'policy.spf.onSoftfail': 'The record says probably not (softfail)',
  'policy.spf.onTemperror': 'The DNS doesn’t answer (temperror)',
  'policy.spf.onPermerror': 'The record is wrong (permerror)',
  'why.spf.step': '“{term}” in the record of {domain}: {outcome} ({lookups} of 10 lookups used).',
  'why.spf.none': '{domain} publishes no SPF record, so SPF says nothing.',
  'why.spf.neutral': '{domain} doesn’t say whether this address may send for it.',
  'why.spf.pass': '“{term}” matched: {domain} says that this address sends its mail.',
  'why.spf.fail': '“{term}” matched: {domain} says that this address doesn’t send its mail.',
  'why.spf.softfail': '“{term}” matched: {domain} says that this address probably doesn’t send its mail.',
  'why.spf.temperror': 'The DNS gave no answer ({problem}), so nobody can say yet.',
  'why.spf.permerror': 'The record of {domain} can’t be evaluated: {problem}.',
  'otherwise.spf.listed':
    'Had the record of {domain} listed {address} (ip4:{address}), the result would have been pass.',
  'otherwise.spf.softer': 'Had the record of {domain} ended in ~all, it would have been a softfail, and let in.',
  'otherwise.spf.envelope':
    'From a server that {domain} lists, or with an envelope sender of the server’s own domain, it would have passed.',
  'otherwise.spf.answer': 'An answer from the DNS of {domain} would have settled it.',
  'otherwise.spf.mended': 'Once somebody mends the record of {domain} ({problem}), it can be evaluated.',

  'policy.reverse-dns': 'Reverse DNS',
  'policy.reverse-dns.help':
    'The client’s address must have a name that leads back to the same address. Honest servers are sometimes set up without.',
  'policy.reverse-dns.enabled': 'Ask for a name that leads back',
  'why.reverseDns.confirmed': '{address} is called {name}, and {name} has that address.',
  'why.reverseDns.unconfirmed': '{address} has no name, or one that doesn’t lead back to it.',
  'otherwise.reverseDns.unconfirmed':
    'A PTR record for {address}, and an A record for its name that leads back, would have let it in.',

  'policy.sender-domain': 'Sender’s domain',
  'policy.sender-domain.help':
    'A bounce must be able to go back: the domain in MAIL FROM has to exist and to take mail.',
  'policy.sender-domain.enabled': 'Check the domain in MAIL FROM',
  'why.senderDomain.found': '{domain} exists and has a place for mail.',
  'why.senderDomain.missing': '{domain} has neither MX nor address in the DNS.',
  'why.senderDomain.nullMx': '{domain} says with a null MX that it takes no mail at all.',
  'why.senderDomain.silent': 'Nobody answered for {domain}, so the client is asked to come back.',
  'otherwise.senderDomain.missing': 'An MX or A record for {domain} would have been enough.',
  'otherwise.senderDomain.nullMx': 'Without the null MX, mail from {domain} would have been taken.',
  'otherwise.senderDomain.silent': 'An answer from the DNS would have settled it.',
} as const;
