// Every policy, in the order in which they are asked at a stage. Adding one: a file, and a line here.

import { access } from './access.ts';
import { dnsbl } from './dnsbl.ts';
import { greylisting } from './greylisting.ts';
import type { Policy } from './policy.ts';
import { reverseDns } from './reverse-dns.ts';
import { senderDomain } from './sender-domain.ts';
import { spf } from './spf.ts';

// Each checks its own settings before it sees them, so the list needn't know their types. What was written by hand comes
// first, and what costs a letter five
// minutes comes last: nobody waits for a letter that is refused anyway.
export const POLICIES = [access, reverseDns, dnsbl, senderDomain, spf, greylisting] as readonly Policy[];
