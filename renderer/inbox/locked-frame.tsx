// HTML of a letter in a frame that can do nothing: no script, no form, no origin, no network. Counterpart: locked-html.ts
// builds what is in it. Rule: three locks, each enough alone: what is built holds nothing that acts, the sandbox grants
// nothing, and the policy in it allows nothing.

import { useMemo } from 'react';

import { t, type TextKey } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { lockedHtml } from './locked-html.ts';

const LEFT = ['script', 'picture', 'form', 'frame', 'style'] as const;

export function LockedFrame({ html }: { html: string }) {
  const locked = useMemo(
    () =>
      lockedHtml(html, {
        picture: (host) => (host === '' ? t('html.picture') : t('html.pictureFrom', { host })),
      }),
    [html],
  );
  const left = LEFT.flatMap((kind) => {
    const count = locked.left[kind] ?? 0;
    return count === 0 ? [] : [t(`html.left.${kind}` satisfies TextKey, { count })];
  });
  return (
    <>
      {left.length > 0 && (
        <p className="inbox__warning" role="note">
          {t('html.leftOut', { what: showList(left) })}
          {locked.hosts.length > 0 && ` ${t('html.hosts', { hosts: showList(locked.hosts) })}`}
        </p>
      )}
      <iframe
        className="inbox__frame"
        title={t('html.frame')}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={locked.document}
      />
    </>
  );
}
