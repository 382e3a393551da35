// Below the map: the dialogs of the chosen letter in hop order; before the first letter, the hosts that wait for it.
// Counterpart: dialog-panel.tsx. Rule: one panel a connection; one may take all the room.

import { memo, useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import { useFinding } from '../filter/use-finding.ts';
import { lookupsOf } from '../store/dialogs.ts';
import { shortName } from '../store/hosts.ts';
import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { DialogPanel } from './dialog-panel.tsx';
import './journey-view.css';
import { RefusedCalls } from './refused-calls.tsx';
import { Welcome } from './welcome.tsx';

export const JourneyView = memo(function JourneyView({ journey }: { journey: Journey | undefined }) {
  const dialogs = useBench((state) => state.moment.dialogs);
  const { conns, isOnly } = useFinding();
  const [enlarged, setEnlarged] = useState<string>();
  if (!journey) return <Welcome />;
  const found = isOnly ? journey.dialogs.filter(({ id }) => conns.has(id)) : [];
  const large = journey.dialogs.find((one) => one.id === enlarged);
  if (journey.dialogs.length === 0) return <Silent journey={journey} />;
  const panels = large ? [large] : found.length > 0 ? found : journey.dialogs;
  return (
    <>
      {journey.letter && <RefusedCalls message={journey.letter.id} />}
      <div className="dialogs" data-count={Math.min(panels.length, 4)}>
        {panels.map((dialog, index) => {
          const { before, during } = lookupsOf(dialogs, dialog);
          return (
            <DialogPanel
              key={dialog.id}
              dialog={dialog}
              revision={dialog.revision}
              hop={index}
              before={before}
              during={during}
              answered={[...before, ...during].filter((one) => one.outcome !== undefined).length}
              isLarge={large !== undefined}
              onEnlarge={journey.dialogs.length > 1 ? setEnlarged : undefined}
            />
          );
        })}
      </div>
    </>
  );
});

/** A letter without a dialog: a server wrote it and kept it, or it is of an earlier run. */
function Silent({ journey }: { journey: Journey }) {
  const writer = journey.letter?.state.entries[0]?.host;
  if (journey.letter === undefined || !journey.begun || writer === undefined) return null;
  return (
    <>
      <RefusedCalls message={journey.letter.id} />
      <p className="dialogs__none">{t('route.local', { host: shortName(writer) })}</p>
    </>
  );
}
