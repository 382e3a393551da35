// The ports of mail. Counterpart: entry.ts. Rule: as IANA has them, with what is usual.

import type { ReferenceEntry } from './entry.ts';

export const PORTS: readonly ReferenceEntry[] = [
  {
    id: '25',
    term: '25',
    also: ['smtp'],
    says: 'Servers hand letters to each other here. Providers mostly block it for homes, because bots lived there.',
    see: ['smtp', 'mta'],
    rfc: 'RFC 5321',
  },
  {
    id: '53',
    term: '53',
    also: ['dns', 'domain'],
    says: 'Questions to name servers, by UDP and, for long answers, by TCP.',
    see: ['dns'],
    rfc: 'RFC 1035',
  },
  { id: '110', term: '110', also: ['pop3'], says: 'POP3, in the clear until STLS.', see: ['pop3'], rfc: 'RFC 1939' },
  {
    id: '143',
    term: '143',
    also: ['imap'],
    says: 'IMAP, in the clear until STARTTLS.',
    see: ['imap'],
    rfc: 'RFC 3501',
  },
  {
    id: '465',
    term: '465',
    also: ['submissions', 'smtps'],
    says: 'Submission with TLS from the first octet. Assigned, withdrawn, used all the same, and since 2018 recommended.',
    see: ['submissions'],
    rfc: 'RFC 8314',
  },
  {
    id: '587',
    term: '587',
    also: ['submission'],
    says: 'Mail programs hand new letters to their own server here, with STARTTLS and a login.',
    see: ['submission', 'msa'],
    rfc: 'RFC 6409',
  },
  {
    id: '993',
    term: '993',
    also: ['imaps'],
    says: 'IMAP with TLS from the first octet.',
    see: ['imap'],
    rfc: 'RFC 8314',
  },
  {
    id: '995',
    term: '995',
    also: ['pop3s'],
    says: 'POP3 with TLS from the first octet.',
    see: ['pop3'],
    rfc: 'RFC 8314',
  },
  {
    id: '2525',
    term: '2525',
    says: 'Nobody\u2019s by right. Some providers listen here too, for customers whose networks block the others.',
    see: ['submission'],
  },
];
