// A journey as one row of the list, in words. Counterpart: letter-list.tsx draws it. Rule: plain strings; nothing is
// drawn here.

import type { Topology } from '../../contract/topology.ts';
import { hostView, shortName } from '../store/hosts.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';

export interface LetterRow {
  /** Whose mark stands before it: where the journey began. */
  host: string;
  title: string;
  time: string;
  who: string;
  status: StatusName;
  statusWords: string;
}

type StatusName = LetterStatusName | 'refused' | 'speaking' | 'none';
type LetterStatusName = NonNullable<Journey['letter']>['status']['name'];

export function letterRow(journey: Journey, topology: Topology | undefined): LetterRow {
  const { letter, dialogs, begun } = journey;
  const [first] = dialogs;
  const status = statusName(letter?.status.name, dialogs);
  return {
    host: first?.client.host ?? letter?.state.entries[0]?.host ?? '',
    title: letter ? letter.subject || t('letters.noSubject') : conversationTitle(first, topology),
    time: begun ? showTime(begun.at_ms) : '',
    who: letter ? whoWrites(journey) : `:${first?.server.port ?? ''}`,
    status,
    statusWords: statusWords(status, letter?.status.name === 'waiting' ? shortName(letter.status.host) : ''),
  };
}

function conversationTitle(dialog: Journey['dialogs'][number] | undefined, topology: Topology | undefined): string {
  if (!dialog) return '';
  const { client, server, protocol } = dialog;
  return t('letters.conversation', {
    client: hostView(topology, client.host).short,
    server: hostView(topology, server.host).short,
    // As people say it: submission is SMTP with another duty.
    protocol: (protocol === 'submission' ? 'smtp' : protocol).toUpperCase(),
  });
}

function whoWrites({ reversePath, recipients }: Journey): string {
  const local = (address: string) => address.split('@')[0];
  const from = local(reversePath) || t('letter.nobody');
  return `${from} \u203a ${recipients.map(local).join(', ') || t('letters.nobody')}`;
}

function statusName(letter: LetterStatusName | undefined, dialogs: Journey['dialogs']): StatusName {
  if (letter !== undefined && letter !== 'ended') return letter;
  if (dialogs.some((one) => one.closed_us === undefined)) return letter ? 'travelling' : 'speaking';
  const isRefused = dialogs.some((one) => one.items.some((item) => item.kind === 'line' && item.refused));
  return isRefused ? 'refused' : (letter ?? 'none');
}

function statusWords(name: StatusName, host: string): string {
  if (name === 'speaking') return t('letters.speaking');
  return name === 'none' ? t('letters.noLetter') : t(`status.${name}`, { host });
}
