// What an SMTP session needs of the mail server behind it. Counterpart: mta/mail-server.ts.
// Rule: the session knows the dialog, the agent knows mail; neither knows the other's insides.

import type { Reason } from '../../contract/events.ts';
import type { Mta } from '../../contract/topology.ts';
import type { LetterWishes, RecipientWishes } from '../../mail/dsn/wishes.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Connection } from '../internet/connection.ts';
import type { Destination } from '../mta/recipients.ts';
import type { RelayAsker } from '../mta/relay-permission.ts';
import type { LetterChanges } from '../policy/letter-changes.ts';

/** What the server saw of its client, for decisions and for the Received field. */
export interface ClientFacts {
  address: string;
  /** Reverse name, confirmed by a forward lookup. */
  name?: string;
  helo: string;
  login?: string;
  tls?: { version: string; cipher: string; bits: number };
  /** RFC 3848: ESMTPSA and its kin. */
  protocol: string;
}

/** What is to be reported about one recipient. */
export interface Wanted extends RecipientWishes {
  recipient: string;
}

/** A letter after its final dot. */
export interface IncomingLetter {
  conn: Connection;
  reversePath: string;
  recipients: readonly string[];
  wishes: LetterWishes;
  wanted: readonly Wanted[];
  octets: Uint8Array;
  client: ClientFacts;
  /** It came to an MSA, which may repair it (RFC 6409 section 8). */
  submission: boolean;
  /** The client may send anywhere: what it hands over is mail of our own people. */
  permitted: boolean;
  /** A policy wants it taken and then thrown away, or kept back. */
  fate?: 'discard' | 'hold' | undefined;
  /** What policies change about it. */
  changes: LetterChanges;
  /** It has been to the content filter behind the queue. */
  isFiltered?: true;
}

export interface MailAgent {
  readonly settings: Mta;
  /** Why a client may send anywhere; undefined when it may not. */
  relayPermission(asker: RelayAsker): Reason | undefined;
  /** The refusal for a recipient, or undefined when the letter can be taken. */
  refuseRecipient(forwardPath: string, mayRelay: boolean): Reply | undefined;
  /** Where an address leads from here: for VRFY and EXPN. */
  destination(address: string): Destination;
  /** Whether a login opens a submission session here; `proves` tells whether the client knows this password. */
  authenticate(login: string, proves: (password: string) => boolean): boolean;
  /** Whether an address is that of the user who logged in. */
  ownsSender(login: string, address: string): boolean;
  /** Tries what waits for a domain now; false when this host doesn't keep mail for it. */
  flush(domain: string): boolean;
  /** Takes responsibility for a letter; 250 means that it is on disk. */
  receive(letter: IncomingLetter): Promise<Reply>;
  /** LMTP: puts a letter into mailboxes; a reply for each recipient, and 250 means that it is there. */
  deliver?(letter: IncomingLetter): Promise<ReadonlyMap<string, Reply>>;
}
