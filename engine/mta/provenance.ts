// Which host wrote each header field of a letter, kept from hop to hop.
//
//   handed on by relay:  f4 f1 f2 f3          (Received, From, To, Subject)
//   arrived at mx1:      f4 f1 f2 f3          the same raw fields: the same ids
//   stamped by mx1:   f5 f4 f1 f2 f3          f5 is mx1's Received, witnessed
//
// Counterpart: contract/fold (what a screen shows), test/support/provenance.ts (the derivation from
// bytes alone). Rule: a field that arrived otherwise than it was sent was changed on the wire, and
// is told as such; nothing is ever taken on trust from the field's own text.

import type { Standing } from '../../contract/events.ts';
import type { FieldId } from '../../contract/ids.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { diffFields } from '../../mail/diff.ts';
import type { Scope } from '../scope.ts';

export interface KnownField {
  id: FieldId;
  raw: ByteString;
}

/** A letter's header under way: every change is an event. */
export class HeaderHistory {
  readonly #nextId: () => FieldId;
  #fields: KnownField[] = [];

  constructor(nextId: () => FieldId, fields: readonly KnownField[] = []) {
    this.#nextId = nextId;
    this.#fields = [...fields];
  }

  get fields(): readonly KnownField[] {
    return this.#fields;
  }

  get ids(): FieldId[] {
    return this.#fields.map((field) => field.id);
  }

  /** Takes over what arrived, against what the host before handed on. `peer` is who said the difference. */
  arrive(raws: readonly ByteString[], before: readonly KnownField[], peer: Scope, cause: number): void {
    const diff = diffFields(
      before.map((field) => field.raw),
      raws,
    );
    const ids = new Map<number, FieldId>();
    for (const [from, to] of diff.kept) ids.set(to, before[from]?.id ?? '');
    for (const from of diff.removed) peer.emit('field.removed', { field: before[from]?.id ?? '' }, cause);
    const was = new Map(diff.changed.map(([from, to]) => [to, before[from]?.id ?? '']));
    this.#fields = raws.map((raw, at) => {
      const known = ids.get(at);
      if (known !== undefined) return { id: known, raw };
      return this.#tell(raw, 'claimed', at, peer, cause, was.get(at));
    });
  }

  /** Puts a field on top, as trace fields go (RFC 5321 section 4.4). */
  prepend(raw: ByteString, standing: Standing, by: Scope, cause?: number): void {
    this.#fields.unshift(this.#tell(raw, standing, 0, by, cause));
  }

  /** Adds a field at the end of the header. */
  append(raw: ByteString, standing: Standing, by: Scope, cause?: number): void {
    this.#fields.push(this.#tell(raw, standing, this.#fields.length, by, cause));
  }

  /** Puts another field in the place of one; what it was is told. */
  change(at: number, raw: ByteString, standing: Standing, by: Scope, cause?: number): void {
    const was = this.#fields[at];
    if (was) this.#fields[at] = this.#tell(raw, standing, at, by, cause, was.id);
  }

  /** As `change`, for the first field that reads so. */
  replace(was: ByteString, is: ByteString, standing: Standing, by: Scope, cause?: number): void {
    const at = this.#fields.findIndex((field) => field.raw === was);
    if (at >= 0) this.change(at, is, standing, by, cause);
  }

  /** Takes out the first field that reads so. */
  remove(raw: ByteString, by: Scope, cause?: number): void {
    const at = this.#fields.findIndex((field) => field.raw === raw);
    const [gone] = at < 0 ? [] : this.#fields.splice(at, 1);
    if (gone) by.emit('field.removed', { field: gone.id }, cause);
  }

  #tell(
    raw: ByteString,
    standing: Standing,
    at: number,
    by: Scope,
    cause: number | undefined,
    was?: FieldId,
  ): KnownField {
    const id = this.#nextId();
    const name = raw.slice(0, Math.max(0, raw.indexOf(':'))).trim();
    if (was === undefined) by.emit('field.added', { field: id, name, raw, standing, at }, cause);
    else by.emit('field.changed', { field: id, was, name, raw, standing }, cause);
    return { id, raw };
  }
}

/** What each queue entry handed on, for the host that gets it next. */
export class FieldLedger {
  readonly #handedOn = new Map<string, readonly KnownField[]>();

  set(host: string, queueId: string, fields: readonly KnownField[]): void {
    this.#handedOn.set(`${host}/${queueId}`, fields);
  }

  get(host: string, queueId: string): readonly KnownField[] {
    return this.#handedOn.get(`${host}/${queueId}`) ?? [];
  }

  /** The entry is gone from its queue: whoever got it has its own. */
  drop(host: string, queueId: string): void {
    this.#handedOn.delete(`${host}/${queueId}`);
  }
}
