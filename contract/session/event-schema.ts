// Every event, checked, as it comes from a file. Counterpart: events.ts. Rule: the compiler holds the two together, so
// that a fold never meets a record that isn't what its type says.

import { ACTOR_ENDS, ACTOR_OUTCOMES, actorSettingsSchema } from '../actors.ts';
import { type EventData, type EventHead, type EventType, POLICY_STAGES } from '../events.ts';
import { defencesSchema, experimentRowSchema, experimentTotalsSchema } from '../experiment.ts';
import { FAULT_DEEDS, faultRuleSchema } from '../faults.ts';
import { learnerNoteSchema } from '../learner.ts';
import { z } from '../schema.ts';
import { topologySchema } from '../topology.ts';
import * as n from './names.ts';
import { stateSchema } from './state-schema.ts';

const { count, isCount, isName, name, names, replyText, side, text } = n;
const flag = z.boolean();
const stage = z.enum(POLICY_STAGES);
const secret = z.object({ start: count, end: count });
const flags = z.array(text);
const reasons = z.array(
  z.object({
    code: text,
    params: z.record(name, z.union([text, z.number(), flag])),
    evidence: count.exactOptional(),
  }),
);
const login = z.object({ login: text, accepted: flag });
const header = z.object({ fields: names, octets: count });

const data = {
  'lab.opened': z.object({
    schema: count,
    seed: z.number(),
    clock: z.enum(['real', 'manual']),
    serial: flag,
    topology: topologySchema,
    state: stateSchema,
    from: z.object({ run: count, how: z.enum(['restart', 'restore', 'reset', 'fork']) }).exactOptional(),
  }),
  'lab.door': n.door,
  'lab.checkpointed': z.object({ name: text }),
  'lab.closed': z.object({ reason: text }),
  'input.command': z.object({ after: count, command: text, args: z.unknown() }),
  'input.opened': z.object({ after: count, door: z.object({ as: name, host: name, port: count }) }),
  'input.bytes': z.object({ after: count, bytes: text.exactOptional(), ref: n.bytesRef.exactOptional() }),
  'input.closed': z.object({ after: count }),
  'input.learner': learnerNoteSchema.extend({ after: count, real_ms: z.number() }),
  'conn.opened': z.object({
    client: n.endPoint,
    server: n.endPoint,
    protocol: n.protocol,
    door: flag,
    purpose: text.exactOptional(),
  }),
  'conn.refused': z.object({
    client: name,
    address: text,
    port: count,
    problem: z.enum(['no route', 'refused', 'not registered', 'dropped']),
  }),
  'conn.closed': z.object({ by: z.enum(['client', 'server', 'reset']), fromClient: count, fromServer: count }),
  'wire.line': z.object({ from: side, bytes: text, tls: flag, secret: secret.exactOptional() }),
  'wire.bulk': z.object({
    from: side,
    kind: z.enum(['mailData', 'literal', 'multiline', 'raw', 'line']),
    ref: n.bytesRef,
    tls: flag,
    secret: secret.exactOptional(),
  }),
  'wire.ciphertext': z.object({ flights: z.array(z.object({ from: side, ref: n.bytesRef })) }),
  'wire.held': z.object({ from: side, bytes: count, rule: text }),
  'wire.released': z.object({ from: side, changed: flag, rule: text }),
  'tls.started': z.object({ version: text, cipher: text, servername: text.exactOptional() }),
  'tls.failed': z.object({ problem: text }),
  'tls.keys': z.object({ lines: z.array(text) }),
  'auth.succeeded': z.object({ mechanism: text, login: text }),
  'auth.failed': z.object({
    mechanism: text,
    login: text.exactOptional(),
    problem: z.enum(['credentials', 'malformed', 'tls required']),
  }),
  'smtp.helo': z.object({ verb: text, argument: text }),
  'smtp.mail': z.object({ reversePath: text, size: count.exactOptional() }),
  'smtp.rcpt': z.object({ forwardPath: text, accepted: flag, reply: replyText, reasons: reasons.exactOptional() }),
  'smtp.data': z.object({ accepted: flag, reply: replyText, octets: count, forwardPath: text.exactOptional() }),
  'pop3.login': login,
  'pop3.retrieved': z.object({ uid: text, octets: count }),
  'pop3.committed': z.object({ removed: z.array(text) }),
  'imap.login': login,
  'imap.selected': z.object({ mailbox: text, messages: count, readOnly: flag }),
  'imap.fetched': z.object({ mailbox: text, uid: count }),
  'imap.idle': z.object({ mailbox: text }),
  'dns.asked': z.object({ name: text, type: text, server: text, transport: z.enum(['udp', 'tcp']), purpose: text }),
  'dns.answered': z.object({
    name: text,
    type: text,
    rcode: text,
    answers: z.array(z.object({ name: text, type: text, ttl: z.number(), data: text })),
    cached: flag,
    problem: z.enum(['timeout', 'malformed', 'no resolver']).exactOptional(),
  }),
  'dns.served': z.object({ name: text, type: text, rcode: text, transport: z.enum(['udp', 'tcp']) }),
  'policy.decided': z.object({
    policy: text,
    stage,
    verdict: z.enum(['continue', 'accept', 'defer', 'reject', 'discard', 'quarantine']),
    reply: replyText.exactOptional(),
    reasons,
    rfc: text.exactOptional(),
    otherwise: reasons.exactOptional(),
    changes: z
      .object({
        added: z.array(text).exactOptional(),
        removed: z.array(text).exactOptional(),
        replaced: z.array(text).exactOptional(),
        recipients: z.array(text).exactOptional(),
        body: z.literal(true).exactOptional(),
      })
      .exactOptional(),
  }),
  'policy.spoken': z.object({ policy: text, stage, at: stage, reply: replyText }),
  'rewrite.applied': z.object({
    step: text,
    before: text,
    after: z.array(text),
    place: text.exactOptional(),
    entry: text.exactOptional(),
  }),
  'queue.entered': z.object({
    kind: n.lineage,
    parents: z.array(n.ancestor),
    reversePath: text,
    recipients: z.array(text),
    octets: count,
  }),
  'queue.attempted': z.object({ recipients: z.array(text), to: text, attempt: count }),
  'route.chosen': z.object({
    domain: text,
    by: z.enum(['transport map', 'smarthost', 'mx', 'address', 'literal']),
    entry: text.exactOptional(),
    hops: z.array(z.object({ name: text, address: text, port: count, preference: count })),
    passedOver: z.array(
      z.object({ name: text, preference: count, why: z.enum(['ourselves', 'not better than us', 'no address']) }),
    ),
    mistakes: z.array(z.object({ code: z.enum(['mx is an alias', 'mx is an address']), name: text })),
    failure: replyText.exactOptional(),
  }),
  'route.failedOver': z.object({ from: text, to: text, reply: replyText }),
  'queue.delivered': z.object({ recipients: z.array(text), to: text, reply: replyText }),
  'queue.deferred': z.object({ recipients: z.array(text), reply: replyText, attempt: count, next_ms: z.number() }),
  'queue.bounced': z.object({ recipients: z.array(text), reply: replyText, bounce: name.exactOptional() }),
  'dsn.decided': z.object({
    recipient: text,
    action: z.enum(['failed', 'delayed', 'delivered', 'relayed', 'expanded']),
    asked: z.array(text),
    told: flag,
    why: z.enum(['asked', 'by default', 'never', 'not asked', 'null sender', 'double bounce']),
    to: text.exactOptional(),
    report: name.exactOptional(),
  }),
  'queue.operated': z.object({
    operation: z.enum(['flush', 'hold', 'release', 'delete', 'requeue']),
    from: z.enum(['active', 'deferred', 'hold']),
    to: z.enum(['active', 'hold']).exactOptional(),
    as: name.exactOptional(),
  }),
  'queue.removed': z.object({ outcome: z.enum(['delivered', 'bounced', 'mixed', 'deleted', 'requeued']) }),
  'queue.recovered': z.object({ entries: names, corrupt: z.array(text) }),
  'message.arrived': header.extend({ local: z.object({ user: text, uid: count }).exactOptional() }),
  'message.stamped': header,
  'field.added': z.object({ field: name, name: text, raw: text, standing: n.standing, at: z.number() }),
  'field.changed': z.object({ field: name, was: name, name: text, raw: text, standing: n.standing }),
  'field.removed': z.object({ field: name }),
  'store.delivered': z.object({
    mailbox: name,
    uid: count,
    file: text,
    octets: count,
    fields: names,
    work: n.fileWork.exactOptional(),
  }),
  'sieve.ran': z.object({
    mailbox: name,
    actions: z.array(
      z.object({ do: z.enum(['keep', 'discard', 'redirect', 'fileinto']), line: count, to: text.exactOptional() }),
    ),
    problem: z.object({ line: count, message: text }).exactOptional(),
  }),
  'store.files': n.fileWork.extend({ mailbox: name, action: text }),
  'store.found': z.object({ mailbox: name, uid: count, file: text, octets: count, flags }),
  'store.appended': z.object({ mailbox: name, uid: count, file: text, octets: count, flags }),
  'store.flagged': z.object({ mailbox: name, uid: count, flags }),
  'store.removed': z.object({ mailbox: name, uid: count }),
  'store.created': z.object({ mailbox: name }),
  'store.renamed': z.object({ mailbox: name, to: name }),
  'store.deleted': z.object({ mailbox: name }),
  'log.written': z.object({ program: text, line: text }),
  'clock.advanced': z.object({ from_ms: z.number(), to_ms: z.number() }),
  'clock.rated': z.object({ rate: count }),
  // What was added has no before in JSON, what was taken away no after.
  'config.changed': z.object({
    path: text,
    before: z.unknown().default(undefined),
    after: z.unknown().default(undefined),
  }),
  'zone.changed': z.object({ zone: text, serial: count }),
  'fault.set': z.object({ rule: text, fault: z.union([faultRuleSchema, z.looseObject({ kind: z.literal('hold') })]) }),
  'fault.cleared': z.object({ rule: text }),
  'fault.struck': z.object({
    rule: text,
    deed: z.enum(FAULT_DEEDS),
    from: side.exactOptional(),
    ciphertext: z.literal(true).exactOptional(),
    ms: z.number().exactOptional(),
    octet: z.object({ at: count, was: count, is: count }).exactOptional(),
    bytes: text.exactOptional(),
    ref: n.bytesRef.exactOptional(),
    secret: secret.exactOptional(),
  }),
  'actor.started': z.object({ actor: name, settings: actorSettingsSchema }),
  'actor.tried': z.object({
    actor: name,
    letter: count,
    to: text,
    attempt: count,
    outcome: z.enum(ACTOR_OUTCOMES),
    reply: replyText.exactOptional(),
    next_ms: z.number().exactOptional(),
  }),
  'actor.stopped': z.object({ actor: name, why: z.enum(ACTOR_ENDS) }),
  'experiment.finished': z.object({
    defences: defencesSchema,
    seed: count,
    rows: z.array(experimentRowSchema),
    totals: experimentTotalsSchema,
  }),
  'shell.opened': z.object({ shell: name }),
  'shell.prompt': z.object({ shell: name, prompt: text, mode: z.enum(['line', 'character']) }),
  'shell.input': z.object({ shell: name, text }),
  'shell.output': z.object({ shell: name, text }),
  'shell.closed': z.object({ shell: name }),
  'engine.failed': z.object({ problem: text, detail: text }),
  unknown: z.object({ type: text }),
} satisfies { [T in EventType]: z.ZodType<EventData[T]> };

/** A record of the log but for its data. */
export interface Head extends EventHead {
  type: string;
  data: unknown;
}

/** What every record begins with. */
export function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, run, at_ms, mono_us, host, cause, type, conn, message, queueId } = value as Record<string, unknown>;
  const isNumbered = Number.isSafeInteger(seq) && Number.isSafeInteger(run);
  const isDated = Number.isFinite(at_ms) && Number.isFinite(mono_us);
  if (!isNumbered || !isDated || !isName(host) || typeof type !== 'string') return false;
  return (
    (cause === undefined || isCount(cause)) &&
    (conn === undefined || isName(conn)) &&
    (message === undefined || isName(message)) &&
    (queueId === undefined || isName(queueId))
  );
}

/** What the data of an event type must be; undefined for a type that this Posthorn doesn't know. */
export function dataSchema(type: string): z.ZodType | undefined {
  return Object.hasOwn(data, type) ? data[type as EventType] : undefined;
}
