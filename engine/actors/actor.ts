// What an actor is: a sender with a character. It says what it writes, from where, and how it behaves at a server's door.
// Counterpart: desk.ts lets it act; index.ts lists them all. Rule: an actor only describes; it never dials, waits or
// writes an event, and all its chance comes of the stream that it is handed.

import type { ActorSettings } from '../../contract/actors.ts';
import type { Topology } from '../../contract/topology.ts';
import type { RandomStream } from '../world.ts';

/** How a sender waits after a 4xx. */
export interface Patience {
  first_s: number;
  /** Each wait is twice the one before, up to this. */
  most_s: number;
  /** Then it gives up. */
  lifetime_s: number;
}

export interface Manners {
  /** What it calls itself; its host's own name if nothing is said. */
  helo?: string;
  /** Says EHLO before it has been greeted. */
  talksEarly?: true;
  /** Without it, what is put off is dropped. */
  patience?: Patience;
  /** With several hosts: each letter comes from the next one, or each try of a letter does. */
  takesTurns?: 'letter' | 'try';
}

/** Where an actor is at home in a lab: the first of its homes whose hosts are all there. */
export interface ActorHome extends Pick<ActorSettings, 'hosts' | 'domain' | 'server'> {
  /** To whom it writes, where that isn't just anybody who has a mailbox. */
  to?: readonly string[];
}

export interface Writing {
  /** From 0 on. */
  number: number;
  to: string;
  domain: string;
  random: RandomStream;
}

export interface Written {
  /** Envelope sender. */
  from: string;
  /** Its own fields, in order; date and Message-ID are added. */
  fields: readonly (readonly [name: string, value: string])[];
  /** Lines. */
  text: readonly string[];
}

export interface Actor {
  name: string;
  /** What its letters are worth to who gets them. */
  isHonest: boolean;
  manners: Manners;
  homes: (topology: Topology) => readonly ActorHome[];
  write: (writing: Writing) => Written;
}

/** As Postfix waits. */
export const POSTFIX_PATIENCE: Patience = { first_s: 300, most_s: 4000, lifetime_s: 432_000 };

/** One of several, by chance. */
export function oneOf<T>(choices: readonly [T, ...T[]], random: RandomStream): T {
  return choices[random.below(choices.length)] ?? choices[0];
}
