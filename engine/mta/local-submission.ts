// A letter that comes without SMTP, from a user or a program of the host itself (Postfix: sendmail and pickup).
// Counterpart: mail-server.ts takes it; shell/typed-letter.ts and vacation hand one over. Rule: it is mended as an MSA
// would, because no mail program of the user's wrote it.

import type { Ancestor } from '../../contract/events.ts';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { splitMessage } from '../../mail/fields.ts';
import { formatLocalReceived } from '../../mail/received.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { cleanUp, originOf } from './cleanup.ts';
import type { Origin } from './origin.ts';
import { HeaderHistory } from './provenance.ts';
import { newEntry } from './queue-entry.ts';

/** What a letter gets that nobody's mail program wrote (Postfix does so for its own machine). */
const LOCAL_REPAIRS = ['header', 'date', 'message-id', 'from', 'addresses'] as const;

/** A letter from somebody of this machine. */
export interface LocalSubmission {
  user: string;
  uid: number;
  reversePath: string;
  recipients: readonly string[];
}

/** The letter that it answers, and the event that it follows from. */
export interface Because {
  from?: Ancestor;
  cause: number;
}

export async function takeLocal(
  origin: Origin,
  { user, uid, reversePath, recipients }: LocalSubmission,
  octets: Uint8Array,
  { from, cause }: Because,
): Promise<Reply> {
  const [queueId, message] = [origin.newQueueId(), origin.newMessage()];
  const scope = origin.scopeOf(message, queueId);
  const { fields, separator, body } = splitMessage(toByteString(octets));
  const header = new HeaderHistory(origin.newField);
  const raws = fields.map((field) => field.raw);
  header.arrive(raws, [], scope, cause);
  const seen = { fields: header.ids, octets: octets.length, local: { user, uid } };
  const arrived = scope.emit('message.arrived', seen, cause);
  const settings = origin.settings();
  const { host: hostName, newMessageId } = origin;
  const cleaned = cleanUp(
    {
      envelope: { reversePath, recipients, wanted: recipients.map((recipient) => ({ recipient })) },
      ...{ header, separator, body: fromByteString(body), scope, arrived },
      isOwn: true,
      permitted: true,
      user: `${user}@${originOf(settings, hostName)}`,
    },
    {
      hostName,
      settings: { ...settings, repairs: [...new Set([...settings.repairs, ...LOCAL_REPAIRS])] },
      now_ms: origin.now_ms(),
      newMessageId,
    },
  );
  if (!cleaned) return REPLIES.aliasExpansion;
  header.prepend(formatLocalReceived(hostName, uid, queueId, origin.now_ms()), 'witnessed', scope, arrived);
  const parents = from ? [from] : [];
  const entry = newEntry(origin.now_ms(), { kind: 'submit', queueId, parents, message }, cleaned.envelope);
  return (await origin.accept(entry, header, cleaned.rest, scope, arrived)) ?? REPLIES.queued(queueId);
}
