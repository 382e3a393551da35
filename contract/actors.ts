// Senders of the lab that act by themselves: what one can be told, and what is known of one at work. Counterpart:
// engine/actors/ has one file each. Rule: names are the engine's; an actor that a newer Posthorn has is only a name here.

import { z } from './schema.ts';

/** A lab is for looking at single letters: more than these nobody follows, and the experiment has its own 200. */
export const ACTOR_LIMITS = { letters: 500, hosts: 16, recipients: 50, every_s: 86_400 } as const;

const host = z.string().min(1).max(253);
const address = z
  .string()
  .max(254)
  .regex(/^[^@\s<>]+@[^@\s<>]+$/, 'must be an address like bob@harbor.example');

export const actorSettingsSchema = z.strictObject({
  letters: z.int().min(1).max(ACTOR_LIMITS.letters),
  /** Lab seconds between two of them. */
  every_s: z.number().min(0).max(ACTOR_LIMITS.every_s),
  /** In turn. */
  to: z.array(address).min(1).max(ACTOR_LIMITS.recipients),
  /** From which hosts of the lab: the first, or in turn where that is the actor's way. */
  hosts: z.array(host).min(1).max(ACTOR_LIMITS.hosts),
  /** The domain that it writes from. */
  domain: host,
  /** The server that it hands its letters to; without one it asks the DNS who takes mail for the recipient. */
  server: host.optional(),
  seed: z.int().min(0),
});
export type ActorSettings = z.output<typeof actorSettingsSchema>;

/** What a person may say of them; the rest is the actor's own. */
export const actorWishesSchema = actorSettingsSchema.partial();
export type ActorWishes = z.output<typeof actorWishesSchema>;

/** What became of one try. `unreachable`: no server, or none that speaks. */
export const ACTOR_OUTCOMES = ['taken', 'deferred', 'refused', 'unreachable'] as const;
export type ActorOutcome = (typeof ACTOR_OUTCOMES)[number];

/** Why an actor isn't at work any more. */
export const ACTOR_ENDS = ['done', 'asked', 'reopened'] as const;
export type ActorEnd = (typeof ACTOR_ENDS)[number];
