// Names for the things a lab talks about, as plain strings so that they survive JSON.
// Counterpart: engine/log.ts hands out `seq`; the others are made where the thing is born.
// Rule: an id is never parsed for meaning; what it means stands in the event that introduced it.

/** Position of an event in its run, from 1. */
export type Seq = number;

/** Full domain name of a host of the lab, lower case: `mx1.harbor.example`. */
export type HostName = string;

/** A connection: initiator and its counter, `relay.campus.example#4`. */
export type ConnId = string;

/** A letter through all its copies: `m1.3`, the third of run 1. Never its Message-ID, which anyone can forge. */
export type MessageId = string;

/** A queue entry's name on one host, as in `Received: ... id 4F2A...`. */
export type QueueId = string;

/** One header field of one message, from its first sight on: `f1.7`, the seventh of run 1. */
export type FieldId = string;

/** A stretch of the capture file: where it starts and how many octets it has. */
export interface BytesRef {
  at: number;
  length: number;
}

/** Which end of a connection spoke. */
export type Side = 'client' | 'server';
