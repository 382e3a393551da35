// What is so, against each of the 22 misconceptions: told after the second concept test, and to instructors. Counterpart:
// ../concepts/concepts.ts has the ids, en-beliefs.ts the beliefs. Rule: a sentence or two, and nothing that a lesson doesn't show.

import type { Concept } from '../concepts/concepts.ts';

export const conceptsEn = {
  'truth.from-is-checked':
    'Servers use the envelope. From: is text of the letter, and nobody checks it unless a rule such as DMARC does.',
  'truth.spf-protects-from':
    'SPF compares the caller’s address with the domain of MAIL FROM or HELO. Only DMARC ties that to From:.',
  'truth.to-decides':
    'RCPT TO alone decides. To:, Cc: and Bcc: are text; Bcc is a RCPT TO that the header doesn’t name.',
  'truth.received-all-true':
    'Each server writes its line on top. Below the last server that you trust all of them may be invented.',
  'truth.mail-goes-straight': 'Mail is stored and passed on from server to server, and may wait in a queue for days.',
  'truth.server-named-like-domain': 'The MX record of the domain names the host, and it may be called anything.',
  'truth.bounce-means-bad-address': 'Letters come back for many reasons, and some vanish without a word.',
  'truth.deferred-means-blocked': '4xx means not now: the sender keeps the letter and tries again.',
  'truth.refused-means-dead':
    '5xx means not this letter, not this way: the address, the sender, a rule or the content may be why.',
  'truth.accepted-means-inbox':
    '250 after the dot means that the next server has taken the responsibility, and no more.',
  'truth.lock-is-end-to-end':
    'TLS protects one hop. Every server reads the letter, and the next hop may be in the clear.',
  'truth.port-465-deprecated': 'RFC 8314 recommends TLS from the start for submission: port 465, beside 587.',
  'truth.dkim-encrypts': 'DKIM is a domain’s signature over fields and text. It hides nothing and knows no persons.',
  'truth.checks-stop-all':
    'They show which domain answers for a letter. Names that look alike, display names and receivers that don’t check remain.',
  'truth.sender-checks': 'The receiver checks, while the letter is offered or after.',
  'truth.highest-mx-wins': 'The lowest preference is tried first; the others when it can’t be reached.',
  'truth.pop-imap-send':
    'POP3 and IMAP fetch and arrange. Sending is SMTP, to the submission server of one’s own provider.',
  'truth.bounces-to-from': 'Reports go to MAIL FROM. Where it was forged, they hit a stranger.',
  'truth.helo-is-checked': 'Both are free text. The server knows the caller’s address, and nothing else by itself.',
  'truth.any-dot-ends': 'Only CRLF, dot, CRLF ends a letter. A lone dot of the text travels doubled.',
  'truth.one-outcome': 'Every RCPT TO has its own answer, and its own fate.',
  'truth.forwarding-is-neutral':
    'A forwarder calls from its own address, which breaks SPF; a list changes the letter, which breaks DKIM.',
} as const satisfies Record<`truth.${Concept}`, string>;
