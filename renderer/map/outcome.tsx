// What became of the chosen letter, in one line, and how long it took. Counterpart: store/letter.ts knows. Rule: the
// true time stands there while the way is shown slower.

import { durationOf, type Journey } from '../store/journeys.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showList, showMs, showTime } from '../text/times.ts';

export function Duration({ journey, isPlaying }: { journey: Journey; isPlaying: boolean }) {
  const ms = durationOf(journey);
  if (ms === undefined || journey.letter === undefined) return null;
  return (
    <span className="map__duration">
      {t('route.duration', { ms: showMs(ms) })}
      {isPlaying && `, ${t('route.slower')}`}
    </span>
  );
}

/** Why it waits, in the words of the server that didn't take it. */
export function reasonOf({ letter }: Journey): string {
  const status = letter?.status;
  return status?.name === 'waiting' && status.reply !== undefined
    ? t('route.waitingReply', { reply: status.reply })
    : '';
}

/** '' while it is on its way. */
export function outcomeOf({ letter, dialogs, begun }: Journey): string {
  if (!letter) return '';
  const { status, state } = letter;
  if (!begun) return t('route.earlier');
  switch (status.name) {
    case 'travelling':
      return '';
    case 'delivered': {
      const writer = dialogs.length === 0 ? state.entries[0]?.host : undefined;
      const kept = writer === undefined ? '' : ` ${t('route.local', { host: shortName(writer) })}`;
      return t('route.mailbox', { mailboxes: showList(status.mailboxes) }) + kept;
    }
    case 'partly': {
      const mailboxes = showList(status.mailboxes);
      return t('route.partly', { mailboxes, host: shortName(status.host) });
    }
    case 'waiting': {
      return t('route.waiting', { host: shortName(status.host), time: showTime(status.next_ms) });
    }
    case 'bounced':
      return t('route.bounced', { host: shortName(status.host) });
    case 'ended':
      return dialogs.some((one) => one.closed_us === undefined) ? '' : t('route.ended');
  }
}
