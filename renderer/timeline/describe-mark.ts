// A mark of the timeline in words: what was decided, changed or moved there. Counterpart: contract/marks.ts says what is
// one; explain/on-the-way.ts has the long words. Rule: one sentence.

import type { LabEvent } from '../../contract/events.ts';
import { explainDecision } from '../explain/on-the-way.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showClock, showDuration } from '../text/times.ts';

export function describeMark(event: LabEvent | undefined): string | undefined {
  switch (event?.type) {
    case 'clock.advanced': {
      const { from_ms, to_ms } = event.data;
      return t('marks.advanced', { time: showDuration(to_ms - from_ms), to: showClock(to_ms) });
    }
    case 'clock.rated':
      return event.data.rate === 0 ? t('marks.stopped') : t('marks.rated', { rate: event.data.rate });
    case 'config.changed':
      return t('marks.changed', { host: shortName(event.host), what: showText(event.data.path.slice(1)) });
    case 'zone.changed':
      return t('marks.zone', { zone: showText(event.data.zone), serial: event.data.serial });
    case 'fault.set':
      return t('marks.faultSet', { rule: showText(event.data.rule) });
    case 'fault.struck':
      return t('marks.struck', { rule: showText(event.data.rule) });
    case 'fault.cleared':
      return t('marks.faultCleared', { rule: showText(event.data.rule) });
    case 'route.chosen':
    case 'route.failedOver':
    case 'queue.operated':
    case 'dsn.decided':
      return explainDecision(event)
        .map((said) => t(said.key, said.params))
        .join(' ');
    default:
      return undefined;
  }
}
