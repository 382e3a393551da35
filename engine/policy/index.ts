// Every policy, in the order in which they are asked at a stage. Adding one: a file, and a line here.

import { access } from './access.ts';
import { adsp } from './adsp.ts';
import { arc } from './arc.ts';
import { authenticationResults } from './authentication-results.ts';
import { bayes } from './bayes.ts';
import { dkim } from './dkim.ts';
import { dkimSigning } from './dkim-signing.ts';
import { dmarc } from './dmarc.ts';
import { domainkeys } from './domainkeys.ts';
import { domainkeysSigning } from './domainkeys-signing.ts';
import { attachments } from './attachments.ts';
import { challenge } from './challenge.ts';
import { contentChecks } from './content-checks.ts';
import { copyTo } from './copy-to.ts';
import { dnsbl } from './dnsbl.ts';
import { footer } from './footer.ts';
import { greetPause } from './greet-pause.ts';
import { greylisting } from './greylisting.ts';
import { helo } from './helo.ts';
import { mailboxFull } from './mailbox-full.ts';
import type { Policy } from './policy.ts';
import { rateLimit } from './rate-limit.ts';
import { recipientFqdn } from './recipient-fqdn.ts';
import { reverseDns } from './reverse-dns.ts';
import { senderDomain } from './sender-domain.ts';
import { senderFqdn } from './sender-fqdn.ts';
import { senderId } from './sender-id.ts';
import { size } from './size.ts';
import { spamTrap } from './spam-trap.ts';
import { spf } from './spf.ts';
import { tagSubject } from './tag-subject.ts';

// Each checks its own settings before it sees them, so the list needn't know their types. What was written by hand comes
// first, what costs nothing before what asks the DNS, and what costs a letter five minutes last: nobody waits for a
// letter that is refused anyway. DMARC goes by what SPF and DKIM found, and what all of them found is written down after
// them.
export const POLICIES = [
  access,
  rateLimit,
  greetPause,
  helo,
  senderFqdn,
  recipientFqdn,
  size,
  reverseDns,
  dnsbl,
  senderDomain,
  spamTrap,
  mailboxFull,
  spf,
  dkim,
  arc,
  dmarc,
  senderId,
  domainkeys,
  adsp,
  authenticationResults,
  dkimSigning,
  domainkeysSigning,
  contentChecks,
  attachments,
  tagSubject,
  footer,
  copyTo,
  greylisting,
  bayes,
  challenge,
] as readonly Policy[];
