// Programs of the world by the part they play. Counterpart: entry.ts. Rule: those that a student or an administrator meets;
// one that nobody should set up any more is history.

import type { ReferenceEntry } from './entry.ts';

export const PROGRAMS: readonly ReferenceEntry[] = [
  {
    id: 'dovecot',
    term: 'Dovecot',
    says: 'IMAP and POP3 server, delivery by LMTP, Sieve. On most of the machines that keep mailboxes.',
    see: ['imap', 'pop3', 'lmtp', 'sieve'],
  },
  {
    id: 'cyrus',
    term: 'Cyrus IMAP',
    says: 'IMAP server with a mail store of its own, made for universities; Sieve was born there.',
    see: ['imap', 'sieve'],
  },
  {
    id: 'exim',
    term: 'Exim',
    says: 'Mail server whose routing is a program in its configuration. Debian\u2019s default for long.',
    see: ['mta'],
  },
  {
    id: 'fetchmail',
    term: 'fetchmail',
    says: 'Fetches mail by POP3 or IMAP and hands it to a local server. getmail and mpop do the same.',
    see: ['mra'],
  },
  {
    id: 'mutt',
    term: 'mutt',
    also: ['neomutt', 'alpine', 'pine'],
    says: 'Mail program for the terminal that shows every header if asked.',
    see: ['mua'],
  },
  {
    id: 'opendkim',
    term: 'OpenDKIM',
    also: ['OpenDMARC'],
    says: 'Milters that sign and check, and apply DMARC, beside Postfix or Sendmail.',
    see: ['milter', 'dkim', 'dmarc'],
  },
  {
    id: 'outlook',
    term: 'Outlook, Thunderbird, Apple Mail',
    also: ['Gmail', 'web mail'],
    says: 'Mail programs that most people use. All submit to a server and read from one; a web mail does both on the server\u2019s side.',
    see: ['mua'],
  },
  {
    id: 'postfix',
    term: 'Postfix',
    says: 'Mail server of many small programs, each with few rights. The words of the servers in this lab are modelled on it.',
    see: ['mta', 'msa'],
  },
  { id: 'postgrey', term: 'postgrey', says: 'Greylisting for Postfix. Rspamd has its own.', see: ['greylisting'] },
  {
    id: 'procmail',
    term: 'procmail',
    says: 'Delivery by rules, one recipe after the other. Unmaintained for years; Sieve took its place.',
    see: ['lda', 'sieve'],
    isHistory: true,
  },
  {
    id: 'qmail',
    term: 'qmail',
    says: 'Mail server that brought Maildir, VERP and strict separation. Its last own release was in 1998.',
    see: ['maildir', 'verp'],
    isHistory: true,
  },
  {
    id: 'rspamd',
    term: 'Rspamd',
    says: 'Filter that weighs many signs at once: lists, signatures, patterns, statistics.',
    see: ['content-filter', 'spam'],
  },
  {
    id: 'sendmail',
    term: 'Sendmail',
    says: 'The mail server of the first decades, with rewriting rules that could do anything. Its command line lives on in every successor.',
    see: ['mta', 'rewriting'],
  },
  {
    id: 'spamassassin',
    term: 'SpamAssassin',
    says: 'Filter that adds up points of many tests, a Bayesian one among them.',
    see: ['content-filter', 'bayesian-filter'],
  },
  {
    id: 'swaks',
    term: 'swaks',
    says: 'Speaks SMTP from the command line with every detail open to change: the tool to test a server with.',
    see: ['smtp'],
  },
  {
    id: 'exchange',
    term: 'Exchange',
    also: ['Microsoft 365'],
    says: 'Microsoft\u2019s mail server. Speaks SMTP with the world and a protocol of its own with Outlook.',
    see: ['mta'],
  },
];
