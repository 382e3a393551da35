// What a file says of a letter, checked by hand: a state has hundreds of letters with dozens of fields each, one is read at
// every leap through a long session, and a schema takes ten times as long. Counterpart: state-schema.ts checks the rest;
// its test holds this to a schema. Rule: everything but what this Posthorn doesn't know yet is looked at.

import type { FieldState, MessageState } from '../fold/state.ts';
import { isCount, isName, lineage, standing } from './names.ts';

type Unknown = Readonly<Record<string, unknown>>;

export function isMessage(value: unknown): value is MessageState {
  if (!isRecord(value)) return false;
  const { fields, hops, entries, reversePath, recipients, delivered } = value;
  return (
    isRecord(fields) &&
    Object.entries(fields).every(([id, field]) => isName(id) && isField(field)) &&
    areAll(hops, isHop) &&
    areAll(entries, isEntry) &&
    typeof reversePath === 'string' &&
    areAll(recipients, (one) => typeof one === 'string') &&
    areAll(delivered, isDelivery)
  );
}

const STANDINGS: ReadonlySet<unknown> = new Set(standing.options);
const LINEAGES: ReadonlySet<unknown> = new Set(lineage.options);

function isField(value: unknown): value is FieldState {
  if (!isRecord(value)) return false;
  const { name, raw, standing: how, host, by, was } = value;
  const isText = typeof name === 'string' && typeof raw === 'string';
  return isText && STANDINGS.has(how) && isName(host) && isCount(by) && (was === undefined || isName(was));
}

function isHop(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { host, queueId, conn, arrived, stamped } = value;
  const isKnown = (name: unknown) => name === undefined || isName(name);
  return isName(host) && isKnown(queueId) && isKnown(conn) && areAll(arrived, isName) && areAll(stamped, isName);
}

function isEntry(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { host, queueId, kind, parents, outcome } = value;
  const isTold = outcome === undefined || typeof outcome === 'string';
  return isName(host) && isName(queueId) && LINEAGES.has(kind) && areAll(parents, isAncestor) && isTold;
}

function isAncestor(value: unknown): boolean {
  return isRecord(value) && isName(value['host']) && isName(value['queueId']);
}

function isDelivery(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { host, mailbox, uid, fields } = value;
  return isName(host) && isName(mailbox) && isCount(uid) && areAll(fields, isName);
}

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areAll(value: unknown, is: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
