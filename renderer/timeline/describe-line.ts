// A line on the wire in words: who said it to whom, and what. Counterpart: the timeline's caption and the slider's value.
// Rule: a password is never among the words.

import type { LabEvent } from '../../contract/events.ts';
import type { Dialogs } from '../store/dialogs.ts';
import { shortName } from '../store/hosts.ts';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';

export interface SpokenLine {
  speaker: string;
  hearer: string;
  text: string;
}

export function describeLine({ byId }: Dialogs, event: LabEvent | undefined): SpokenLine | undefined {
  const dialog = event?.conn === undefined ? undefined : byId.get(event.conn);
  if (!dialog || !event) return undefined;
  const client = shortName(dialog.client.host);
  const server = shortName(dialog.server.host);
  switch (event.type) {
    case 'wire.line': {
      const { from, bytes, secret } = event.data;
      return from === 'client'
        ? { speaker: client, hearer: server, text: showLine(bytes, secret) }
        : { speaker: server, hearer: client, text: showLine(bytes, secret) };
    }
    case 'wire.bulk': {
      const { from, kind, ref } = event.data;
      const text = t(`bulk.${kind}`, { octets: ref.length });
      return from === 'client' ? { speaker: client, hearer: server, text } : { speaker: server, hearer: client, text };
    }
    case 'tls.started':
      return { speaker: client, hearer: server, text: t('timeline.tls') };
    default:
      return undefined;
  }
}
