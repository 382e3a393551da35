// What is found in a letter that somebody pasted: what it is, why that is strange, and how it can be honest all the same.
// Counterpart: mail/analysis/finding.ts has the codes, analyzer/findings-view.tsx shows them. Rule: as en.ts; nothing here is
// said as if it were known, because everything in such a letter is only claimed.

export const findingsEn = {
  'finding.chain.none': 'No server claims to have carried it',
  'finding.chain.none.why':
    'There is no Received field, so there is no way to follow. All that remains is what the letter says of itself.',
  'finding.chain.none.honest':
    'A draft, a copy in the folder of sent letters, or a letter whose trace somebody cut off looks like this.',
  'finding.chain.broken': 'The chain has a gap below {upper}',
  'finding.chain.broken.why':
    '{upper} claims that it took the letter from {client}. The field below claims that it was at {lower} then, which is somebody else’s. Each server writes down who gave it the letter, so two neighbours should name each other.',
  'finding.chain.broken.honest':
    'A company may call its servers by one name inside and by another outside, and a filter in between may write no field at all.',
  'finding.chain.anew': 'Somebody logged in at {upper} and handed in a letter with older stamps',
  'finding.chain.anew.why':
    'A letter begins where its writer logs in. Below that stamp is one that claims to be of {lower}; it was in the letter already, so whoever logged in wrote it or passed it on.',
  'finding.chain.anew.honest':
    'Sending a letter on as it is, or fetching it from one mailbox and submitting it to another.',
  'finding.received.below': 'A Received field stands below {field}',
  'finding.received.below.why':
    'Servers write on top of what they got. What stands below the author’s own fields was there already when the letter was handed in, so its author’s program wrote it.',
  'finding.received.below.honest': 'Some archives and programs that convert letters sort the fields anew.',
  'finding.received.bare': 'A Received field that names no server',
  'finding.received.bare.why': 'It says neither who wrote it nor from whom the letter came, so it claims nothing.',
  'finding.received.bare.honest': 'Old scripts that hand letters on inside one machine write such fields.',
  'finding.time.skew': 'The clock of {server} seems to be {time} behind',
  'finding.time.skew.why':
    'It claims to have had the letter {time} before the server that gave it. One of the two clocks is off.',
  'finding.time.skew.honest': 'Clocks that nobody sets are off by minutes. By itself this means nothing.',
  'finding.time.backwards': 'The letter would have reached {server} {time} before it left',
  'finding.time.backwards.why':
    'The field below has a later time. A letter can wait, but it can’t arrive before it was sent on; who invents a hop has to invent its time as well.',
  'finding.time.backwards.honest': 'A server whose clock was set wrong by hand, or that was without power for long.',
  'finding.time.zone': '{server} seems to be whole hours off',
  'finding.time.zone.why':
    'Its time is {time} before that of the server below, almost exactly in hours. That is how it looks when a clock is right and its zone is wrong.',
  'finding.time.zone.honest': 'Summer time was missed, or the zone was never set. It happens to honest servers.',
  'finding.time.wait': 'It waited {time} for {server}',
  'finding.time.wait.why':
    'Between this stamp and the one below lie {time}. The letter stood in a queue, or nobody let it in.',
  'finding.time.wait.honest':
    'Greylisting asks strangers to come back later; a server that is down or busy does the same to everybody.',
  'finding.time.missing': 'A Received field without a date',
  'finding.time.missing.why': 'Every server stamps the letter with its time. This field has none that can be read.',
  'finding.time.missing.honest': 'Some programs that hand letters on inside one machine leave it out.',
  'finding.time.weekday': '{said} is not the day of that date',
  'finding.time.weekday.why':
    '{day} is another day of the week. A program takes both from one clock; a person who writes a date by hand makes this mistake.',
  'finding.time.weekday.honest': 'A few old programs reckon the day in another zone than the date.',
  'finding.time.nowhere': 'A time zone that is nowhere on Earth',
  'finding.time.nowhere.why': 'Zones go from \u22121200 to +1400. This one was made up or damaged.',
  'finding.time.nowhere.honest': 'A program with a fault in its arithmetic writes such zones, rarely.',
  'finding.date.future': 'Its Date is {time} later than its first stamp',
  'finding.date.future.why':
    'The first server that claims to have seen it did so before the time at which it says it was written.',
  'finding.date.future.honest': 'The writer’s clock is ahead, or has the wrong zone.',
  'finding.date.old': 'Its Date is {time} before its first stamp',
  'finding.date.old.why': 'It says that it was written long before any server claims to have seen it.',
  'finding.date.old.honest':
    'A draft that was sent later, a letter that was timed, or a laptop without a network looks like this.',
  'finding.date.unreadable': 'A Date that is no date',
  'finding.date.unreadable.why': 'What stands there can’t be read as a time, in no language that is tried here.',
  'finding.date.unreadable.honest': 'A badly made program. Mail programs then show the time of arrival.',
  'finding.date.localized': 'A date in another language than English',
  'finding.date.localized.why':
    'The standard knows only English names of days and months. Many programs can’t read others.',
  'finding.date.localized.honest': 'Old office software takes the names from the system’s language.',
  'finding.address.private': '{server} claims a client with the private address {address}',
  'finding.address.private.why':
    'Such an address means something inside one network only. Between {client} and {server}, which are two houses, no packet could come from it.',
  'finding.address.private.honest':
    'The two may share a private network, or a gateway hides the real address from the server.',
  'finding.address.impossible': 'No machine has the address {address}',
  'finding.address.impossible.why':
    'It isn’t an address at all, or one of those that nobody can send from. A server writes down what it saw on the wire, so it could not have seen this.',
  'finding.address.impossible.honest': 'Somebody blackened the real address before showing the letter.',
  'finding.client.nameless': '{address} had no name when {server} looked',
  'finding.client.nameless.why': 'Whoever runs a mail server gives its address a name, so that others see whose it is.',
  'finding.client.nameless.honest': 'With IPv6, and in rented networks, it is often forgotten.',
  'finding.client.dynamic': 'The client {name} looks like a line at somebody’s home',
  'finding.client.dynamic.why':
    'Providers give such names to the connections of their customers. A mail server rarely stands there; a computer that somebody else controls often does.',
  'finding.client.dynamic.honest': 'Some people run a mail server at home, and some offices have such a line.',
  'finding.helo.other': 'It greeted as {helo}, its address is called {name}',
  'finding.helo.other.why':
    'What a client says in HELO is its own word; the name of its address is its network’s. Here they belong to two houses.',
  'finding.helo.other.honest': 'Rented servers usually have the name of the company that rents them out.',
  'finding.helo.ours': 'A stranger greeted {server} with a name of its own house',
  'finding.helo.ours.why':
    'It said {helo}, but its address is called {name}. Who pretends to be the receiver hopes to be let in without questions.',
  'finding.helo.ours.honest': 'A server of the same house that stands in somebody else’s network.',
  'finding.helo.address': 'It greeted with an address that it doesn’t have',
  'finding.helo.address.why': 'It said {helo}, and {server} saw {address}.',
  'finding.helo.address.honest': 'Behind a router that translates addresses a machine knows only its inner one.',
  'finding.id.pattern': '“{id}” isn’t an id as {software} gives them',
  'finding.id.pattern.why':
    'The field claims to be written by {software} at {server}. That program makes its ids of time and place, in a fixed form.',
  'finding.id.pattern.honest': 'A changed or a very new version may have another form.',
  'finding.id.twice': 'Two servers claim the same id',
  'finding.id.twice.why': 'Each server makes its own ids. “{id}” at both looks as if one line had been copied.',
  'finding.id.twice.honest': 'Two programs on one machine may hand an id on.',
  'finding.protocol.unknown': 'Nobody knows the protocol “{protocol}”',
  'finding.protocol.unknown.why': 'The words behind “with” are registered; this one isn’t among them.',
  'finding.protocol.unknown.honest': 'Programs that take letters over a web page or from a queue invent their own.',
  'finding.protocol.tls': '{server} claims {tls} together with plain SMTP',
  'finding.protocol.tls.why':
    'Encryption is offered only to who greets with EHLO, and then the word is ESMTPS. Who copies parts of several fields ends up with such a pair.',
  'finding.protocol.tls.honest': 'A program that doesn’t know the register writes SMTP whatever happened.',
  'finding.field.twice': '{name} stands there {count} times',
  'finding.field.twice.why':
    'It may be there once. One program shows the first, another the last, so a filter and a reader can see two different letters.',
  'finding.field.twice.honest': 'A gateway that adds what it thinks is missing.',
  'finding.field.missing': 'There is no {name}',
  'finding.field.missing.why': 'Every mail program writes it, and the first server usually adds it if it didn’t.',
  'finding.field.missing.honest':
    'Scripts and devices such as printers forget it. Or only a part of the header was pasted.',
  'finding.field.broken': 'A line that is no field',
  'finding.field.broken.why':
    'It has no name and no colon. A server would end the header there and take the rest for the text; here it was read on.',
  'finding.field.broken.honest': 'Copying from a window breaks long lines.',
  'finding.field.long': 'A line of more than 998 octets',
  'finding.field.long.why': 'Servers may cut or refuse it, and what one sees another may not.',
  'finding.field.long.honest': 'Large systems put much into one field.',
  'finding.field.octets': 'Octets that aren’t ASCII, without saying in which charset',
  'finding.field.octets.why': 'A header is ASCII unless both sides agreed on more. What is shown for these is a guess.',
  'finding.field.octets.honest': 'Letters with SMTPUTF8 may have them, and old programs never knew better.',
  'finding.messageId.malformed': 'The Message-ID isn’t one',
  'finding.messageId.malformed.why': 'It should be something unique, an @ and a name, in angle brackets.',
  'finding.messageId.malformed.honest': 'A badly made program.',
  'finding.messageId.other': 'The Message-ID is of {domain}',
  'finding.messageId.other.why':
    'Neither the author {author} nor any server on the way has to do with that name. It says where the letter may have been made.',
  'finding.messageId.other.honest': 'Who sends for others often has a house of its own for ids.',
  'finding.from.name': 'The name is an address, and it isn’t the one behind it',
  'finding.from.name.why':
    'Many programs show the name alone. A reader sees {name}; the letter says it is from {address}.',
  'finding.from.name.honest': 'Somebody writes from one account in the name of another of their own.',
  'finding.from.hidden': '{name} has characters that can’t be seen',
  'finding.from.hidden.why':
    'The character {point} turns text around, hides itself or commands a terminal. What is read isn’t what stands there.',
  'finding.from.hidden.honest': 'Text in two directions needs some of them, and copied text brings them along.',
  'finding.from.several': '{count} authors, and no Sender',
  'finding.from.several.why': 'With several authors Sender has to say which of them sent it.',
  'finding.from.several.honest': 'Allowed once, with Sender; hardly used today.',
  'finding.sender.other': 'Sent by {other} in the name of {author}',
  'finding.sender.other.why': 'Sender claims that somebody else put the author’s letter into the mail.',
  'finding.sender.other.honest': 'Lists, calendars and secretaries do this openly. It is what the field is for.',
  'finding.returnPath.explained': 'Failures go to {other}, not to the author’s house',
  'finding.returnPath.explained.why':
    'The envelope’s sender is another house’s than that of {author}. Something in the letter explains it: a list, a forwarder, a Sender, or a signature of the author’s house.',
  'finding.returnPath.explained.honest': 'Lists, newsletters and forwarders want the failures themselves.',
  'finding.returnPath.other': 'The envelope says {other}, the letter {author}',
  'finding.returnPath.other.why':
    'Two houses, and nothing in the letter explains it: no list, no Sender, no signature of the author’s house.',
  'finding.returnPath.other.honest': 'A small sender with a web host’s mail server looks like this.',
  'finding.returnPath.twice': 'More than one Return-Path',
  'finding.returnPath.twice.why':
    'Only the last server writes it, when it delivers. An older one tells of an earlier delivery.',
  'finding.returnPath.twice.honest': 'The letter was delivered once and sent on as it was.',
  'finding.replyTo.explained': 'Answers go to {other}',
  'finding.replyTo.explained.why':
    'That is another house than the author’s, {author}. What the letter says that it is explains it.',
  'finding.replyTo.explained.honest': 'Lists want the answer for all, newsletters want it counted.',
  'finding.replyTo.other': 'The author is {author}, answers go to {other}',
  'finding.replyTo.other.why':
    'Another house, and nothing explains it. Who uses somebody’s name and wants to read the answer needs this.',
  'finding.replyTo.other.honest':
    'Forms on web pages write in the name of the page and want the answer to go to the visitor.',
  'finding.dkim.other': 'It is signed by {domain}, not by the author’s house',
  'finding.dkim.other.why':
    'A signature says who answers for the letter. It says nothing about {author} if that is another house.',
  'finding.dkim.other.honest': 'Who sends for others signs in its own name.',
  'finding.dkim.from': 'The signature of {domain} leaves the author out',
  'finding.dkim.from.why': 'From has to be among the signed fields; a signature without it would fit any author.',
  'finding.dkim.from.honest': 'None that is known: a verifier must not accept it.',
  'finding.dkim.length': 'The signature of {domain} covers the first {count} octets of the text only',
  'finding.dkim.length.why': 'Behind them anybody can add something without breaking it.',
  'finding.dkim.length.honest': 'Once meant for lists that add a footer. Hardly anybody should use it now.',
  'finding.dkim.time': 'The signature of {domain} is of another time',
  'finding.dkim.time.why':
    '{part} is the time in seconds since 1970. The last stamp says that the letter arrived outside of what the signature is good for.',
  'finding.dkim.time.honest':
    'It waited for very long, or a clock is wrong. A signed letter can also be kept and sent again by anybody.',
  'finding.dkim.broken': 'A signature that can’t be read',
  'finding.dkim.broken.why': 'A part that every signature has is missing, or stands there twice.',
  'finding.dkim.broken.honest': 'A gateway damaged it on the way.',
  'finding.results.alias': 'Results in the name of {id}',
  'finding.results.alias.why':
    'No server on the way is called so, but the field stands above your line, where only servers that you trust could write.',
  'finding.results.alias.honest':
    'Servers may choose the name under which they tell what they found; some use one for each check.',
  'finding.results.unknown': 'Results of {id}, which isn’t on the way',
  'finding.results.unknown.why':
    'It stands among the sender’s own fields, and no server that claims to have carried the letter has that name. Anybody can write such a field; only results of one’s own servers count.',
  'finding.results.unknown.honest':
    'A filter in the sender’s own house that tells what it found, in a name of its own.',
  'finding.results.nameless': 'Results without a name',
  'finding.results.nameless.why':
    'The field should begin with the server that found out. Without it only its place tells: {id} would have written it.',
  'finding.results.nameless.honest': 'One of the largest mail systems writes them so.',
  'finding.results.below': 'What {id} found out is its word only',
  'finding.results.below.why':
    'Whoever wrote this is below your line: you have to trust that server to believe what it says it checked.',
  'finding.results.below.honest': 'Forwarders and lists leave their results for whoever wants them.',
  'finding.results.planted': 'Results in the name of {id}, where it doesn’t write',
  'finding.results.planted.why':
    'That is one of the servers you trust, but the field stands below your line. It came with the letter: somebody put a good result there and hopes that it is taken for yours.',
  'finding.results.planted.honest':
    'A letter that went out and came back through the same house, if its border removes nothing.',
  'finding.results.failed': 'A server you trust claims: {results}',
  'finding.results.failed.why':
    '{id} checked who it is from, and it isn’t proved. With no passing DMARC or seal beside it nothing makes up for it.',
  'finding.results.failed.honest': 'A sender who changed servers and forgot the records, or a forwarder without seals.',
  'finding.results.explained': '{results}, and it is explained',
  'finding.results.explained.why':
    'One check failed at {id}. Another passed that outweighs it, or the letter came by way of others.',
  'finding.results.explained.honest':
    'Forwarders change the way and lists the text: SPF breaks by the first, signatures by the second.',
  'finding.results.unsigned': 'A passing signature of {domain} that isn’t in the letter',
  'finding.results.unsigned.why': 'The result speaks of a signature, and there is none of that house.',
  'finding.results.unsigned.honest': 'A server behind the check removed the signature, or only a part was pasted.',
  'finding.results.author': 'The result is about {domain}, the letter is from {author}',
  'finding.results.author.why':
    'DMARC judges the author’s house. This result judged another one: it belongs to another letter.',
  'finding.results.author.honest': 'A list behind the check wrote its own address into From.',
  'finding.spf.client': 'SPF was checked for {address}, which no server saw',
  'finding.spf.client.why': 'The address isn’t in any Received field, so the result fits no hop of this way.',
  'finding.spf.client.honest': 'A server in between wrote no Received field.',
  'finding.arc.gap': 'The chain of seals has a gap',
  'finding.arc.gap.why':
    'Seals are numbered from 1, each with three fields. One is missing or stands there twice, so none of them counts.',
  'finding.arc.gap.honest': 'A gateway removed a part of them.',
  'finding.arc.failed': 'A seal says that the chain was broken before it',
  'finding.arc.failed.why': 'Who sealed it had checked the seals below and found them wrong.',
  'finding.arc.failed.honest': 'The letter was changed by somebody who doesn’t seal.',
} as const;
