// A lab's folded state, checked: what a session starts from. Counterpart: fold/state.ts. Rule: the compiler holds the
// two together; a state of another shape is no state.

import type { LabState, MessageState } from '../fold/state.ts';
import { ACTOR_ENDS, ACTOR_OUTCOMES } from '../actors.ts';
import { faultRuleSchema } from '../faults.ts';
import { z } from '../schema.ts';
import { topologySchema } from '../topology.ts';
import { isMessage } from './message-check.ts';
import { count, door, endPoint, name, names, protocol, replyText, text } from './names.ts';

const conn = z.object({
  client: endPoint,
  server: endPoint,
  protocol,
  door: z.boolean(),
  openedAt: count,
  closedAt: count.exactOptional(),
  opened_ms: z.number(),
  lines: count,
  tls: z.boolean(),
  message: name.exactOptional(),
});

const queued = z.object({
  message: name,
  reversePath: text,
  recipients: z.array(text),
  octets: count,
  attempt: count,
  next_ms: z.number().exactOptional(),
  lastReply: replyText.exactOptional(),
  held: z.literal(true).exactOptional(),
});

const letter = z.object({
  uid: count,
  file: text,
  octets: count,
  flags: z.array(text),
  message: name.exactOptional(),
});

const actor = z.object({
  hosts: names,
  letters: count,
  ended: z.enum(ACTOR_ENDS).exactOptional(),
  written: z.record(
    name,
    z.object({
      message: name.exactOptional(),
      to: text,
      attempts: count,
      outcome: z.enum(ACTOR_OUTCOMES),
      reply: replyText.exactOptional(),
      next_ms: z.number().exactOptional(),
      delivered: z.literal(true).exactOptional(),
    }),
  ),
});

export const stateSchema = z.object({
  run: count,
  seq: count,
  now_ms: z.number(),
  rate: count,
  topology: topologySchema.exactOptional(),
  doors: z.array(door),
  conns: z.record(name, conn),
  messages: z.record(name, z.custom<MessageState>(isMessage, 'must be what is known of a letter')),
  queues: z.record(name, z.record(name, queued)),
  mailboxes: z.record(name, z.object({ total: z.number(), letters: z.array(letter) })),
  held: z.array(z.object({ conn: name, from: text, rule: text })),
  actors: z.record(name, actor).exactOptional(),
  faults: z.array(z.object({ rule: faultRuleSchema, struck: count })).exactOptional(),
}) satisfies z.ZodType<LabState>;
