// A pasted letter that the open lab knows: what was witnessed there and is only claimed here. Counterpart: contract/fold/ keeps
// who wrote what. Rule: found by its Message-ID or a whole Received field; a field counts only if it is the same, octet for
// octet but for line ends.

import type { FieldState, LabState, MessageState } from '../../contract/fold/state.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { Field } from '../../mail/fields.ts';

export interface LabLetter {
  id: MessageId;
  /** For every pasted field what the lab saw; undefined where it never saw such a field. */
  fields: readonly (FieldState | undefined)[];
}

const TELLING = /^(?:message-id|received)$/i;

export function labLetterOf(fields: readonly Field[], { messages }: Pick<LabState, 'messages'>): LabLetter | undefined {
  const wanted = new Set(fields.filter(({ name }) => TELLING.test(name)).map(({ raw }) => plain(raw)));
  const found = Object.entries(messages).findLast(([, message]) =>
    Object.values(message.fields).some(({ name, raw }) => TELLING.test(name) && wanted.has(plain(raw))),
  );
  return found && { id: found[0], fields: seenFields(fields, found[1]) };
}

function seenFields(fields: readonly Field[], message: MessageState): (FieldState | undefined)[] {
  const known = new Map(Object.values(message.fields).map((field) => [plain(field.raw), field]));
  return fields.map(({ raw }) => known.get(plain(raw)));
}

const plain = (raw: string): string => raw.replaceAll('\r\n', '\n').trimEnd();
